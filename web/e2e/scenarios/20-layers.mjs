import { api, check, equal, settled, shot, signIn } from '../browser.mjs'

export const about = 'the tree counts, finds, piles and fades layers; order and opacity stand in the address; a layer says when it is not drawn'

const params = (page) => new URL(page.url()).searchParams

export async function run({ page }) {
  await signIn(page, { to: '/?c=109.41,24.33&z=13' })
  await page.waitForSelector('[data-layer=DLTB]:enabled', { state: 'attached' })
  equal(await page.locator('[data-count=control-line]').innerText(), `3 / ${(await api(page, '/api/layers')).body.layers.filter((l) => l.group === 'control-line').length}`, 'shown and all of a group')
  check(/^\d\d-\d\d-\d\d$/.test(await page.locator('[data-mark=DLTB]').innerText()), 'a layer shows since when it is in force')
  equal(await page.locator('[data-mark=LSYLKS]').innerText(), '已过期', 'a stale layer says so with a word')

  await page.click('[data-test=filter-layers]')
  await page.fill('.find input', '生态保护红线')
  await page.waitForSelector('[data-layer=DLTB]', { state: 'detached' })
  equal(await page.locator('[data-test=layers] .lyrow').count(), 1, 'one layer has these words')
  await page.keyboard.press('Escape')
  await page.waitForSelector('[data-layer=DLTB]', { state: 'attached' })

  await page.click('[data-test=only-visible]')
  const pile = () => page.locator('[data-test=pile] [data-pile]').evaluateAll((all) => all.map((e) => e.dataset.pile))
  const before = await pile()
  equal(before[before.length - 1], 'DLTB', 'the patches lie below the lines')
  await page.locator('[data-layer=DLTB]').focus()
  await page.keyboard.press('Alt+ArrowUp')
  equal((await pile())[before.length - 2], 'DLTB', 'Alt and an arrow move a layer up')
  await page.click('[data-legend=DLTB]')
  await page.click('[data-up=DLTB]')
  equal((await pile())[before.length - 3], 'DLTB', 'and so does the button')
  await page.locator('#opacity-DLTB').fill('40')
  await page.waitForFunction(() => new URL(location.href).searchParams.get('layers')?.includes('DLTB~40'))
  await shot(page, 'desk-pile-zh')
  const kept = await pile()
  await page.reload()
  await page.waitForSelector('[data-layer=DLTB]:enabled', { state: 'attached' })
  await page.click('[data-test=only-visible]')
  equal(JSON.stringify(await pile()), JSON.stringify(kept), 'the link brings the same pile')
  await page.locator('[data-pile=DLTB]').dragTo(page.locator(`[data-pile=${kept[0]}]`))
  equal((await pile())[0], 'DLTB', 'a layer is dragged to the top')
  await page.click('[data-test=only-visible]')

  await page.locator('[data-layer=KGDK]').evaluate((e) => e.click())
  check(/^\d/.test(await page.locator('[data-mark=KGDK]').innerText()), 'at this scale the plots are drawn')
  for (let i = 0; i < 3; i++) await page.click('button[aria-label="缩小"]', { delay: 30 })
  await page.waitForFunction(() => document.querySelector('[data-mark=KGDK]')?.textContent === '放大可见')
  await settled(page)
  await shot(page, 'desk-scale-limit-zh')
  check(params(page).get('layers')?.includes('KGDK'), 'it stays chosen')
}
