import { api, barriers, check, equal, settled, shot, signIn } from '../browser.mjs'
import { exactCorner, pixelOf, rested } from '../site.mjs'

export const about = 'the pen of a line sticks to the exact boundary in force, says to which, takes a point back, and what is sent has the corner to the last digit'

export async function run({ page }) {
  await signIn(page, { user: 'oumingke', to: '/lines/new?layer=CZKFBJ' })
  await page.waitForSelector('[data-test=map] canvas')
  const { body: showcase } = await api(page, '/api/showcase')
  const site = showcase.features.find((f) => f.properties.id === '04-boundary').geometry.coordinates[0]
  const [mx, my] = [0, 1].map((i) => site.reduce((sum, p) => sum + p[i], 0) / site.length)
  const all = await exactCorner(page, 'CZKFBJ', mx, my, 0.006)
  check(all.length > 0, 'the boundary is near')
  const far = (p) => Math.hypot(p[0] - mx, p[1] - my)
  const [x, y] = all.reduce((best, p) => (far(p) < far(best) ? p : best))

  // ground that is put on the map brings it there; then it goes again
  const near = { type: 'Polygon', coordinates: [[[x - 0.0015, y - 0.001], [x + 0.0015, y - 0.001], [x + 0.0015, y + 0.001], [x - 0.0015, y + 0.001], [x - 0.0015, y - 0.001]]] }
  await page.setInputFiles('[data-test=shape-in]', { name: 'near.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(near)) })
  await page.waitForFunction(() => Number(document.querySelector('[data-test=map]').dataset.zoom) > 15.2)
  await rested(page)
  await page.locator('[data-test=shape-remove]').first().click()
  await page.click('[data-test=draw-in]')
  await settled(page)

  const [px, py] = await pixelOf(page, x, y)
  await page.mouse.move(px + 40, py + 40, { steps: 4 })
  await page.mouse.move(px + 5, py + 4, { steps: 6 })
  await page.waitForFunction(() => /吸附到/.test(document.querySelector('[data-test=snapped]')?.textContent ?? ''))
  await shot(page, 'line-pen-snaps-zh')
  equal((await barriers(page, 'the pen')).join(' | '), '', 'barriers')
  await page.mouse.click(px + 5, py + 4)
  await page.waitForTimeout(320)
  const free = [[px + 90, py + 10], [px + 80, py + 90], [px + 10, py + 100]]
  for (const at of [...free, [px - 60, py + 60]]) {
    await page.mouse.move(...at, { steps: 4 })
    await page.mouse.click(...at)
    await page.waitForTimeout(320)
  }
  await page.keyboard.press('Backspace')
  await page.mouse.move(...free[2], { steps: 4 })
  await page.mouse.dblclick(...free[2])
  await page.keyboard.press('Escape')
  await page.waitForSelector('[data-test=draw-in][aria-pressed=false]')

  await page.fill('[data-test=title]', '画笔吸附(演示)')
  await page.selectOption('[data-test=ground]', 'optimisation')
  await page.fill('[data-test=reason]', '沿现有界线画')
  await page.setInputFiles('[data-test=documents]', { name: '调整方案.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 plan') })
  await page.click('[data-test=propose]')
  await page.waitForSelector('[data-test=proposal-state]', { timeout: 90_000 })
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const { body: sent } = await api(page, `/api/planning/proposals/${id}`)
  equal(sent.drawn.in.length, 1, 'one area is drawn')
  const ring = sent.drawn.in[0].geometry.coordinates[0]
  check(ring.some((p) => Math.abs(p[0] - x) < 1.1e-9 && Math.abs(p[1] - y) < 1.1e-9), `the exact corner ${x} ${y} is in ${JSON.stringify(ring)}`)
}
