import { readFileSync } from 'node:fs'
import { check, drawByMouse, equal, settled, shot, signIn, verdict } from '../browser.mjs'

export const about = 'the verdict follows a drawn polygon, a dragged corner changes it, the units name one quantity, Esc gives up'

export async function run({ page }) {
  await signIn(page)
  await settled(page)
  const live = []
  page.on('response', (r) => r.url().endsWith('/api/reviews/live') && live.push(r.status()))
  const cornerAt = await drawByMouse(page)
  await page.waitForSelector('[data-test=draw][aria-pressed=false]')
  const first = await verdict(page)
  check(['PASS', 'CONDITIONAL', 'FAIL', 'NOT_ANSWERED'].includes(first), `a conclusion: ${first}`)
  check(live.length > 1, 'the verdict followed the pen')
  check(live.every((s) => s === 200), `every live answer is good: ${live}`)
  check(/\d ms/.test(await page.locator('[data-test=live]').innerText()), 'it says how fast the verdict follows')
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
  await verdict(page)
  const moved = await area()
  check(Number(moved) > Number(drawn), `the dragged corner makes the site larger: ${drawn} → ${moved}`)

  const figure = async (unit) => {
    await page.click(`[data-test=panel] [data-unit=${unit}]`)
    return Number((await page.locator('[data-test=legal-area]').innerText()).replace(/,/g, ''))
  }
  const [m2, ha, mu] = [await figure('m2'), await figure('ha'), await figure('mu')]
  equal(m2.toFixed(2), moved, 'square metres are the server\'s figure')
  equal(ha.toFixed(4), (Math.round(m2) / 10000).toFixed(4), 'hectares of these square metres')
  equal(mu.toFixed(4), (ha * 15).toFixed(4), 'mu are fifteen to the hectare')

  await page.keyboard.press('d')
  await page.keyboard.press('Escape')
  equal(await page.locator('[data-test=draw]').getAttribute('aria-pressed'), 'false', 'Esc leaves the pen')
  equal(await area(), moved, 'Esc keeps the site')
  for (const tab of ['plan-use', 'lines', 'corners']) {
    await page.click(`#tab-${tab}`)
    check((await page.locator('[data-test=drawer] tbody tr').count()) > 0, `the table ${tab} has rows`)
    await shot(page, `desk-${tab}-zh`)
  }
  const rows = await page.locator('[data-test=drawer] tbody tr').count()
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-test=save-table]')])
  equal(readFileSync(await file.path(), 'utf8').trim().split('\r\n').length, rows + 1, 'the saved table has the rows that are shown, and the head')
}
