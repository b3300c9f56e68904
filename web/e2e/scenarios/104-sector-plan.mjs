import { barriers, equal, settled, shot, signIn } from '../browser.mjs'

export const about = 'a sector plan is listed by two persons, conflicts with farmland, is mended, and is kept by another person'

const code = `ZX-${Date.now()}`

async function as(page, user, to) {
  await page.context().clearCookies()
  await signIn(page, { user, to })
}
const asked = (page, path) => page.evaluate((p) => fetch(p).then((r) => r.json()), path)
const file = (rings) => ({ name: 'ground.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: rings.map((ring) => ({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } })) })) })
const square = (x, y, r) => [[x - r, y - r], [x + r, y - r], [x + r, y + r], [x - r, y + r], [x - r, y - r]]

async function check(page, ring) {
  await page.click('[data-test=do-check]')
  await page.setInputFiles('[data-test=c-file]', file([ring]))
  await page.click('[data-test=a-go]')
  await page.waitForSelector('[data-test=verdict]')
}

export async function run({ page }) {
  await signIn(page, { user: 'oumingke', to: '/plans/sectors' })
  await page.waitForSelector('[data-test=sectors]')
  const before = Number(await page.textContent('[data-test=all]'))
  await shot(page, 'sectors-zh')
  await page.click('[data-test=add]')
  await page.fill('[data-test=s-code]', code)
  await page.fill('[data-test=s-name]', '公园与纪念设施规划（演示）')
  await page.selectOption('[data-test=s-sector]', 'heritage')
  await page.fill('[data-test=s-approver]', '市人民政府（演示）')
  await page.fill('#s-deadline', '2027-06-30')
  await page.fill('[data-test=s-reason]', '列入年度清单')
  await page.keyboard.press('Tab')
  await page.click('[data-test=s-go]')
  await page.waitForSelector(`[data-test=pending] [data-subject="${code}"]`)
  equal(await page.locator(`[data-subject="${code}"] [data-test=decide]`).count(), 0, 'the proposer decides')

  await as(page, 'tangjingxing', '/plans/sectors')
  await page.click(`[data-subject="${code}"] [data-test=decide]`)
  await page.click(`[data-subject="${code}"] [data-test=approve]`)
  await page.waitForSelector(`[data-test=sectors] [data-code="${code}"]`)
  equal(Number(await page.textContent('[data-test=all]')), before + 1, 'entries')

  await as(page, 'oumingke', `/plans/sectors/${code}`)
  await page.click('[data-test=do-DRAFTING]')
  await page.fill('[data-test=a-reason]', '已启动')
  await page.click('[data-test=a-go]')
  await page.waitForSelector('[data-test=state][data-state=DRAFTING]')

  // the demo's road says where there is farmland
  const road = await asked(page, '/api/planning/sectors/ZX-2026-001/checks/1')
  const place = road.answers.find((a) => a.id === 'ZX-01').places[0]
  const x = (place.box[0] + place.box[2]) / 2
  const y = (place.box[1] + place.box[3]) / 2
  await check(page, square(x, y, 0.0008))
  await page.waitForSelector('[data-test=verdict][data-verdict=FAIL]')
  await page.waitForSelector('[data-test=answers] [data-rule=ZX-01][data-verdict=FAIL]')
  equal(await page.locator('[data-test=do-approve]').count(), 0, 'approved with a conflict')
  await page.waitForSelector('[data-test=counties-ZX-01]')
  await page.click('[data-test=place]')
  await settled(page)
  await shot(page, 'sector-conflict-zh')
  equal((await barriers(page, 'sector-conflict')).join(' | '), '', 'barriers')

  // the town's streets have none
  await check(page, square(109.4125, 24.3265, 0.0008))
  await page.waitForSelector('[data-test=verdict][data-verdict=PASS]')
  equal(await page.locator('[data-test=round] option').count(), 2, 'rounds')
  await page.click('[data-test=do-approve]')
  await page.fill('[data-test=a-number]', '演示规〔2026〕99号（虚构）')
  await page.fill('#a-on', '2026-11-20')
  await page.fill('[data-test=a-reason]', '已批复')
  await page.keyboard.press('Tab')
  await page.click('[data-test=a-go]')
  await page.waitForSelector('[data-test=state][data-state=APPROVED]')

  await as(page, 'ningyuanzhou', `/plans/sectors/${code}`)
  await page.click('[data-test=do-store]')
  await page.fill('[data-test=a-reason]', '同意入库')
  await page.click('[data-test=a-go]')
  await page.waitForSelector('[data-test=state][data-state=STORED]')
  await settled(page)
  await shot(page, 'sector-kept-zh')
  const paper = await page.evaluate((p) => fetch(p).then(async (r) => [r.status, (await r.arrayBuffer()).byteLength]), `/api/planning/sectors/${code}/checks/2/report.pdf`)
  equal(paper[0], 200, 'the paper')
}
