import { check, drawByMouse, equal, shot, signIn, verdict } from '../browser.mjs'

/** A polygon drawn by mouse has a verdict while it is drawn and after; a corner that is dragged changes it; Esc gives up. */
export async function run({ page }) {
  await signIn(page)
  await page.waitForSelector('[data-test=map] canvas')
  const live = []
  page.on('response', (r) => r.url().endsWith('/api/reviews/live') && live.push(r.status()))
  await drawByMouse(page)
  const first = await verdict(page)
  check(['PASS', 'CONDITIONAL', 'FAIL', 'NOT_ANSWERED'].includes(first), `a conclusion: ${first}`)
  check(live.length > 1, 'the verdict followed the pen')
  check(live.every((s) => s === 200), `every live answer is good: ${live}`)
  await page.waitForSelector('[data-test=adds-up]')
  await shot(page, 'desk-drawn-zh')

  const area = () => page.locator('[data-test=legal-area]').getAttribute('data-m2')
  const before = await area()
  const box = await page.locator('[data-test=map]').boundingBox()
  const height = await page.locator('.mapwrap').boundingBox()
  check(height.height <= box.height + 1, 'the map fills its place')
  await page.keyboard.press('d')
  await page.keyboard.press('Escape')
  equal(await page.locator('[data-test=draw]').getAttribute('aria-pressed'), 'false', 'Esc leaves the pen')
  equal(await area(), before, 'Esc keeps the site')
  for (const tab of ['plan-use', 'lines', 'corners']) {
    await page.click(`#tab-${tab}`)
    check((await page.locator('[data-test=drawer] tbody tr').count()) > 0, `the table ${tab} has rows`)
  }
  await shot(page, 'desk-corners-zh')
}
