import { api, barriers, check, equal, fits, settled, shot, signIn } from '../browser.mjs'

export const about = 'the ground of a village plan is handed in, goes through four eyes, and is drawn on the map; the list and the map choose one another'

async function as(page, user, to, lang = 'zh') {
  await page.context().clearCookies()
  await signIn(page, { user, to, lang })
}

export async function run({ page }) {
  await signIn(page, { user: 'oumingke', to: '/plans/villages' })
  await page.waitForSelector('[data-test=coverage] .tot')
  const { body: answer } = await api(page, '/api/planning/villages')
  const village = answer.villages.slice(0, 400).find((v) => v.registered && v.state === 'DRAFTING' && v.ground === undefined)
  const { body: detail } = await api(page, `/api/planning/villages/${village.code}`)
  equal(detail.drawn, null, 'no ground yet')
  const [w, s, e, n] = detail.box
  const [x, y] = [(w + e) / 2, (s + n) / 2]
  const by = Math.min(e - w, n - s) / 5
  const ground = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: '演示' }, geometry: { type: 'Polygon', coordinates: [[[x - by, y - by], [x + by, y - by], [x + by, y + by], [x - by, y + by], [x - by, y - by]]] } }] }

  await page.goto(new URL(`/plans/villages?village=${village.code}&show=all`, page.url()).href)
  await page.click('[data-test=edit-village]')
  await page.setInputFiles('[data-test=v-ground]', { name: '规划范围.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(ground)) })
  await page.fill('[data-test=v-crs]', 'EPSG:4490')
  await page.fill('[data-test=v-reason]', '补录规划范围(演示)')
  equal((await barriers(page, 'the form')).join(' | '), '', 'barriers')
  await page.click('[data-test=v-go]')
  await page.waitForSelector('[data-test=pending]')

  await as(page, 'tangjingxing', '/plans/villages?show=all')
  await page.click('[data-test=decide]')
  await page.click('[data-test=approve]')
  await page.waitForSelector(`[data-test=villages] [data-code="${village.code}"] .tag.a`)
  const { body: drawn } = await api(page, `/api/planning/villages/${village.code}`)
  equal(drawn.drawn.shape.type, 'Polygon', 'the ground is drawn')
  check(Math.abs(drawn.drawn.box[0] - (x - by)) < 1e-9, 'where it was drawn')

  // chosen in the list: the map goes there, and the legend says what the dashed line is
  await page.click(`[data-test=villages] [data-code="${village.code}"] button`)
  await page.waitForSelector('[data-test=shape-key]')
  await settled(page)
  await page.waitForTimeout(400)
  await settled(page)
  await shot(page, 'village-ground-zh')
  equal((await barriers(page, 'the ground of a village plan')).join(' | '), '', 'barriers')
  await fits(page, 'the ground of a village plan')

  // chosen on the map: the list shows the row
  await page.goto(new URL('/plans/villages?show=missing', page.url()).href)
  await page.waitForSelector('[data-test=map][data-drawn=true]')
  await settled(page)
  const box = await page.locator('[data-test=map]').boundingBox()
  for (const [fx, fy] of [[0.5, 0.5], [0.45, 0.55], [0.55, 0.45], [0.4, 0.6]]) {
    await page.mouse.click(box.x + box.width * fx, box.y + box.height * fy)
    await page.waitForTimeout(500)
    if (new URL(page.url()).searchParams.get('village') !== null) break
  }
  const found = new URL(page.url()).searchParams.get('village')
  check(found !== null, 'a village is chosen on the map')
  await page.waitForSelector(`[data-test=villages] [data-code="${found}"].sel`)
  await page.waitForSelector('[data-test=village]')

  await as(page, 'tangjingxing', `/plans/villages?village=${village.code}&show=all`, 'en')
  await page.waitForSelector('[data-test=shape-key]')
  await settled(page)
  await page.waitForTimeout(400)
  await shot(page, 'village-ground-en')
  await fits(page, 'the ground of a village plan in English')
}
