import { api, barriers, check, equal, shot, signIn } from '../browser.mjs'

export const about = 'the urban boundary moved over farmland is stopped by rule, area and target; mended, it goes through four eyes and is in force from its date'

async function as(page, user, to, lang = 'zh') {
  await page.context().clearCookies()
  await signIn(page, { user, to, lang })
}
async function site(page, id) {
  const { body } = await api(page, '/api/showcase')
  return body.features.find((f) => f.properties.id === id)
}
function file(geometry) {
  return { name: 'ground.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(geometry)) }
}
async function settledAt(page, state) {
  await page.waitForSelector(`[data-test=proposal-state][data-state=${state}]`, { timeout: 90_000 })
}
async function act(page, what, words) {
  await page.click(`[data-test=act-${what}]`)
  await page.fill('[data-test=act-words]', words)
  await page.click('[data-test=act-go]')
}
const outcome = (page, rule) => page.locator(`[data-rule="${rule}"]`).getAttribute('data-outcome')

export async function run({ page }) {
  // a review of ground partly outside the boundary is kept first
  await signIn(page, { to: '/reviews' })
  const edge = await site(page, '04-boundary')
  const { use, project } = edge.properties
  const kept = await api(page, '/api/reviews', { name: '城郊物流园', crs: 'EPSG:4490', plots: [{ number: '1', use, geometry: edge.geometry }], project })
  equal(kept.status, 201, 'the review is kept')
  await as(page, 'oumingke', '/lines')
  await page.waitForSelector('[data-test=lines] tbody tr')
  await shot(page, 'lines-zh')
  equal((await barriers(page, 'lines')).join(' | '), '', 'barriers')

  await page.click('[data-test=new-proposal]')
  await page.selectOption('[data-test=line]', 'CZKFBJ')
  await page.fill('[data-test=title]', '配套产业园扩界')
  await page.selectOption('[data-test=ground]', 'optimisation')
  await page.fill('[data-test=reason]', '配套产业园需要用地')
  await page.setInputFiles('[data-test=documents]', { name: '调整方案.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 plan') })
  const farmland = await site(page, '02-farmland')
  await page.setInputFiles('[data-test=shape-in]', file(farmland.geometry))
  await shot(page, 'proposal-form-zh')
  equal((await barriers(page, 'the form')).join(' | '), '', 'barriers')
  await page.click('[data-test=propose]')
  await settledAt(page, 'OPEN')
  await page.waitForSelector('[data-test=stopped]')
  equal(await outcome(page, 'BJ-01'), 'FAIL', 'the rule on farmland')
  check(/\d/.test(await page.locator('[data-rule="BJ-01"] .what').innerText()), 'the area is said')
  await page.click('[data-rule="BJ-03"] .one')
  await page.waitForSelector('[data-test="counties-BJ-03"] tr.bad[data-division]')
  await shot(page, 'proposal-stopped-target-zh')
  await page.click('[data-rule="BJ-01"] .one')
  await page.waitForSelector('[data-rule="BJ-01"] [data-test=place]')
  await shot(page, 'proposal-stopped-zh')
  equal((await barriers(page, 'a proposal that is stopped')).join(' | '), '', 'barriers')
  equal(await page.locator('[data-test=act-submit]').count(), 0, 'nothing to submit')

  await page.click('[data-test=act-change]')
  await page.waitForSelector('[data-test=propose]')
  await page.click('.docs .iconbtn')
  await page.setInputFiles('[data-test=shape-in]', file(edge.geometry))
  await page.click('[data-test=propose]')
  await page.waitForSelector('[data-test=proposal-state]')
  await settledAt(page, 'OPEN')
  await page.waitForSelector('[data-test=act-submit]')
  await page.click('[data-test=tab-affected]')
  await page.waitForSelector(`[data-review="${kept.body.id}"]`)
  await shot(page, 'proposal-mended-zh')
  await act(page, 'submit', '请审查')
  await settledAt(page, 'REVIEWING')
  const at = new URL(page.url()).pathname
  equal(await page.locator('[data-test=act-agree]').count(), 0, 'the proposer agrees')

  await as(page, 'tangjingxing', at)
  await act(page, 'agree', '与总体规划一致')
  await page.waitForSelector('[data-step=section][data-look=done]')
  equal(await page.locator('[data-test=act-release]').count(), 0, 'who agreed releases')

  await as(page, 'ningyuanzhou', at)
  await act(page, 'release', '同意')
  await settledAt(page, 'RELEASED')
  await page.click('[data-test=swipe]')
  await shot(page, 'proposal-released-zh')
  const line = (await api(page, '/api/planning/lines/CZKFBJ')).body
  const released = (await api(page, `/api/planning/proposals/${at.split('/').at(-1)}`)).body
  equal(line.version.hash, released.released, 'the version in force today')
  const before = (await api(page, '/api/planning/lines/CZKFBJ?asOf=2026-10-01')).body
  check(before.version.hash !== released.released, 'the old version stays before')

  await as(page, 'qinyutong', '/lines')
  await page.waitForSelector('[data-test=notices]')
  await shot(page, 'lines-notices-zh')
}
