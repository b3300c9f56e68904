import { check, drawByMouse, equal, settled, shot, signIn, verdict } from '../browser.mjs'

/** A polygon drawn by mouse has a verdict while it is drawn and after; a corner that is dragged changes it; Esc gives up. */
export async function run({ page }) {
  await signIn(page)
  await page.waitForSelector('[data-test=map] canvas')
  const live = []
  page.on('response', (r) => r.url().endsWith('/api/reviews/live') && live.push(r.status()))
  const cornerAt = await drawByMouse(page)
  const first = await verdict(page)
  check(['PASS', 'CONDITIONAL', 'FAIL', 'NOT_ANSWERED'].includes(first), `a conclusion: ${first}`)
  check(live.length > 1, 'the verdict followed the pen')
  check(live.every((s) => s === 200), `every live answer is good: ${live}`)
  await page.waitForSelector('[data-test=adds-up]')
  await shot(page, 'desk-drawn-zh')

  const area = () => page.locator('[data-test=legal-area]').getAttribute('data-m2')
  const drawn = await area()
  await settled(page)
  const [x, y] = await cornerAt(1)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 20, y + 10, { steps: 6 })
  await page.mouse.move(x + 50, y + 20, { steps: 6 })
  await page.mouse.up()
  await page.waitForFunction((a) => document.querySelector('[data-test=legal-area]')?.dataset.m2 !== a, drawn)
  await settled(page)
  const moved = await area()
  check(Number(moved) > Number(drawn), `the dragged corner makes the site larger: ${drawn} → ${moved}`)
  await page.keyboard.press('d')
  await page.keyboard.press('Escape')
  equal(await page.locator('[data-test=draw]').getAttribute('aria-pressed'), 'false', 'Esc leaves the pen')
  equal(await area(), moved, 'Esc keeps the site')
  for (const tab of ['plan-use', 'lines', 'corners']) {
    await page.click(`#tab-${tab}`)
    check((await page.locator('[data-test=drawer] tbody tr').count()) > 0, `the table ${tab} has rows`)
  }
  await shot(page, 'desk-corners-zh')
}
