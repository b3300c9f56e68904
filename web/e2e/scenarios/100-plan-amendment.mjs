import { api, barriers, check, equal, fits, shot, signIn } from '../browser.mjs'

export const about = 'an amendment under review shows what changes, and which number its text still has from before'
export const size = { width: 1366, height: 768 }

export async function run({ page }) {
  await signIn(page, { user: 'tangjingxing', to: '/plans/results?kind=DETAILED' })
  // the demo's plans are made after the server is up
  for (let i = 0; i < 40; i += 1) {
    if ((await api(page, '/api/planning/plans?state=UNDER_REVIEW')).body.plans.length > 0) break
    await page.waitForTimeout(2_000)
  }
  await page.reload()
  await page.waitForSelector('[data-test=plans] tr[data-state=UNDER_REVIEW]', { timeout: 20_000 })
  await page.click('[data-test=plans] tr[data-state=UNDER_REVIEW] a')
  await page.waitForSelector('[data-test=agreement]')
  const wrong = await page.locator('[data-outcome=DIFFERS][data-indicator]').count()
  equal(wrong, 1, 'one indicator differs')
  equal(await page.locator('[data-indicator=services]').getAttribute('data-outcome'), 'DIFFERS', 'it is the public services')
  await page.waitForSelector('[data-test=map][data-drawn=true]', { timeout: 60_000 })
  await shot(page, 'plan-amendment-zh')
  equal((await barriers(page, 'an amendment')).join(' | '), '', 'barriers')
  await fits(page, 'an amendment')
  await page.click('[data-test=tab-change]')
  await page.waitForSelector('[data-test=plot-changes] tbody tr')
  equal(await page.locator('[data-test=plot-changes] tbody tr').count(), 1, 'one plot changes')
  check((await page.locator('[data-test=plot-changes] .told').innerText()).includes('0804'), 'its new use is said')
  await page.click('[data-test=swipe]')
  await shot(page, 'plan-amendment-change-zh')
  equal((await barriers(page, 'the change of an amendment')).join(' | '), '', 'barriers')
  equal(await page.locator('[data-test=act-agree]').count(), 0, 'nobody agrees while it differs')
  await page.click('[data-test=tab-about]')
  await page.waitForSelector('[data-test=versions] tbody tr:nth-child(2)')
  await page.click('[data-test=versions] tbody tr:nth-child(2) a')
  await page.waitForSelector('[data-test=plan-state][data-state=IN_FORCE]')
  await page.click('[data-test=tab-agreement]')
  await page.waitForSelector('[data-test=all-agree]')
  await shot(page, 'plan-first-version-zh')
}
