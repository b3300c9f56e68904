import { api, barriers, check, equal, fits, settled, shot, signIn } from '../browser.mjs'

export const about = 'two versions slide, stand side by side and see through, remembered in the address; a changed feature is gone to from its row in all three'

/** The middle of a pane, in pixels of the window. */
async function middle(page, pane) {
  const box = await page.locator(`[data-pane=${pane}]`).boundingBox()
  return [box.x + box.width / 2, box.y + box.height / 2]
}

export async function run({ page }) {
  await signIn(page, { user: 'luozhiyuan', to: '/submissions' })
  await page.waitForSelector('[data-test=submissions]')
  let waiting
  for (let look = 0; look < 60 && waiting === undefined; look += 1) {
    waiting = (await api(page, '/api/submissions')).body.find((s) => s.layer === 'DLTB' && s.kind === 'INCREMENT' && s.state === 'REVIEWING')
    if (waiting === undefined) await page.waitForTimeout(1000)
  }
  check(waiting !== undefined, 'the demo has a package that waits for its review')
  await page.goto(`${new URL(page.url()).origin}/submissions/${waiting.id}`)
  await page.waitForSelector('[data-test=comparison]')
  await settled(page)
  await shot(page, 'pair-swipe-zh')

  const all = (await api(page, `/api/submissions/${waiting.id}/changes/list`)).body
  const { comparison } = (await api(page, `/api/submissions/${waiting.id}`)).body
  equal(all.total, ['added', 'removed', 'reshaped', 'revalued'].reduce((sum, key) => sum + comparison[key].features, 0), 'the list has what the comparison counts')

  await page.click('[data-count=ADDED]')
  await page.waitForSelector('[data-test=change-table] [data-change=ADDED]')
  equal(await page.locator('[data-test=change-table] [data-change-key]').count(), comparison.added.features, 'the added ones alone')
  await page.click('[data-tab=classes]')
  await page.click('[data-tab=features]')
  await page.click('[data-test=changes-all]')
  await page.waitForFunction((n) => document.querySelectorAll('[data-test=change-table] [data-change-key]').length === n, all.total)
  await page.locator('[data-test=change-table] [data-change-key]').first().click()
  await settled(page)
  for (const view of ['side', 'through', 'swipe']) {
    await page.click(`[data-test=views] [data-view=${view}]`)
    await page.waitForSelector(`[data-test=pair][data-view=${view}]`)
    equal(new URL(page.url()).searchParams.get('view'), view === 'swipe' ? null : view, 'the address remembers')
    await page.locator('[data-test=change-table] [data-change-key]').nth(1).click()
    await settled(page)
    equal(await page.locator('[data-test=change-table] [aria-current=true]').count(), 1, 'one row is looked at')
    await shot(page, `pair-change-${view}-zh`)
  }

  await page.click('[data-test=views] [data-view=side]')
  const [x, y] = await middle(page, 'before')
  await page.mouse.move(x - 20, y - 30)
  equal(await page.locator('[data-test=pair] .cross.v').count(), 2, 'the pointer is on both maps')
  await page.reload()
  await page.waitForSelector('[data-test=pair][data-view=side]')
  await settled(page)
  equal((await barriers(page, 'side by side')).join(' | '), '', 'barriers')

  await page.keyboard.press('v')
  await page.waitForSelector('[data-test=pair][data-view=through]')
  await page.focus('[data-test=opacity]')
  await page.keyboard.press('ArrowRight')
  equal(await page.inputValue('[data-test=opacity]'), '52', 'an arrow key makes it less transparent')
  await page.click('[data-test=lang]')
  for (const view of ['through', 'side', 'swipe']) {
    await page.waitForSelector('[data-test=comparison]')
    await page.click(`[data-test=views] [data-view=${view}]`)
    await settled(page)
    await fits(page, `${view} in English`)
    await shot(page, `pair-${view}-en`)
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.click('[data-test=views] [data-view=side]')
  await settled(page)
  await fits(page, 'side by side at 1366')
  await shot(page, 'pair-side-1366-en')
  await page.setViewportSize({ width: 480, height: 860 })
  await settled(page)
  await fits(page, 'one over the other in a narrow window')
  await page.locator('[data-test=pair]').scrollIntoViewIfNeeded()
  await shot(page, 'pair-side-narrow-en')
}
