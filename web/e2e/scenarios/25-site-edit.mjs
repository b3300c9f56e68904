import { check, equal, settled, shot, signIn, URL_, verdict } from '../browser.mjs'
import { area, corners, exactCorner, goTo, pixelOf, ready, rested } from '../site.mjs'

export const about = 'a corner snaps to the exact boundary of a named layer, the verdict follows the drag, edges bend, every step is undone'

const PLACE = [109.4205, 24.3262]

export async function run({ page }) {
  await signIn(page)
  await goTo(page, URL_, ...PLACE, 16.5)
  await rested(page)
  const targets = await exactCorner(page, 'DLTB', ...PLACE, 0.0012)
  check(targets.length > 0, 'there are boundaries near the place')
  const [tx, ty] = targets.sort((a, b) => Math.hypot(a[0] - PLACE[0], a[1] - PLACE[1]) - Math.hypot(b[0] - PLACE[0], b[1] - PLACE[1]))[0]

  const edges = page.waitForResponse((r) => r.url().includes('/api/snap?'))
  await page.keyboard.press('d')
  await edges
  await rested(page)
  const start = await pixelOf(page, tx, ty)
  await page.mouse.move(start[0] + 4, start[1] + 3, { steps: 3 })
  await page.waitForFunction(() => /磁吸/.test(document.querySelector('[data-test=snapped]')?.textContent ?? ''))
  await shot(page, 'site-snap-zh')
  await page.mouse.click(start[0] + 4, start[1] + 3)
  for (const [dx, dy] of [[150, -6], [140, 130], [-20, 120]]) {
    await page.mouse.move(start[0] + dx, start[1] + dy, { steps: 3 })
    await page.mouse.click(start[0] + dx, start[1] + dy)
  }
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=draw][aria-pressed=false]')
  await verdict(page)
  const drawn = await corners(page)
  const first = drawn.find((c) => c.lon === tx && c.lat === ty)
  check(first !== undefined, `a corner lies on the boundary's own corner ${tx}, ${ty}: ${drawn.map((c) => `${c.lon},${c.lat}`).join(' ')}`)

  const whole = await area(page)
  const second = drawn.find((c) => c.key !== first.key && c.lat < first.lat && c.lon > first.lon) ?? drawn[2]
  await rested(page)
  const at = await pixelOf(page, second.lon, second.lat)
  const during = []
  page.on('response', (r) => r.url().endsWith('/api/reviews/live') && during.push(r.status()))
  await page.mouse.move(...at)
  await page.mouse.down()
  await page.mouse.move(at[0] + 30, at[1] + 12, { steps: 8 })
  await page.waitForFunction((w) => Number(document.querySelector('[data-test=legal-area]')?.dataset.m2) !== w, whole)
  check(during.length > 0, 'the verdict follows while the corner is held')
  await page.mouse.move(at[0] + 55, at[1] + 22, { steps: 8 })
  await page.mouse.up()
  await ready(page)
  const dragged = await area(page)
  check(dragged !== whole, `the drag changed the site: ${whole} → ${dragged}`)
  await page.keyboard.press('Control+z')
  await page.waitForFunction((w) => Number(document.querySelector('[data-test=legal-area]')?.dataset.m2) === w, whole)
  await page.keyboard.press('Control+Shift+z')
  await page.waitForFunction((w) => Number(document.querySelector('[data-test=legal-area]')?.dataset.m2) === w, dragged)

  const before = await corners(page)
  const [a, b] = [before[0], before[1]]
  await settled(page)
  const mid = await pixelOf(page, (a.lon + b.lon) / 2, (a.lat + b.lat) / 2)
  await page.keyboard.press('c')
  await page.mouse.move(...mid)
  await page.mouse.down()
  await page.mouse.move(mid[0], mid[1] - 40, { steps: 5 })
  await page.mouse.up()
  await ready(page)
  equal((await corners(page)).length, before.length + 1, 'a dragged edge gets a corner')
  const bent = await pixelOf(page, (await corners(page))[1].lon, (await corners(page))[1].lat)
  await page.keyboard.down('Alt')
  await page.mouse.click(...bent)
  await page.keyboard.up('Alt')
  await ready(page)
  equal((await corners(page)).length, before.length, 'Alt and click takes it away')

  const crossing = await corners(page)
  const [from, left, right] = await Promise.all([0, 1, 2].map((i) => pixelOf(page, crossing[i].lon, crossing[i].lat)))
  // the first corner, dragged over the edge between the next two
  const over = [0, 1].map((i) => from[i] + ((left[i] + right[i]) / 2 - from[i]) * 1.3)
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move(...over, { steps: 8 })
  await page.mouse.up()
  await page.waitForSelector('[data-test=trouble]')
  check(/J\d–J\d/.test(await page.locator('[data-test=trouble]').innerText()), 'crossing edges are named by their corners')
  await shot(page, 'site-crossing-zh')
  await page.keyboard.press('Control+z')
  await page.waitForSelector('[data-test=trouble]', { state: 'detached' })
  await page.click('[data-test=empty-desk]')
  await page.waitForSelector('[data-test=showcase] button')
  await page.keyboard.press('Control+z')
  await ready(page)
  equal(await area(page), dragged, 'even a cleared desk is given back')
  const pen = await page.evaluate(() => performance.getEntriesByName('pen-to-paint').map((e) => e.duration).sort((x, y) => x - y))
  check(pen.length > 5, 'the way from pen to paint was measured')
  console.error(`pen to paint: ${pen.length} answers, median ${pen[Math.floor(pen.length / 2)].toFixed(0)} ms, longest ${pen[pen.length - 1].toFixed(0)} ms`)
}
