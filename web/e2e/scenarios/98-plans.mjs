import { api, barriers, check, equal, fits, shot, signIn } from '../browser.mjs'

export const about = 'a plan whose text differs from its map is seen, mended, goes through four eyes into force; its plots are others before and after'

async function as(page, user, to, lang = 'zh') {
  await page.context().clearCookies()
  await signIn(page, { user, to, lang })
}
async function stateIs(page, state) {
  await page.waitForSelector(`[data-test=plan-state][data-state=${state}]`, { timeout: 90_000 })
}
const file = (name, text) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
const outcome = (page, id) => page.locator(`[data-indicator="${id}"]`).getAttribute('data-outcome')

const UNIT = '0203001-E'
const PLOT = 'E-1'

/** A park in a unit of its own, where no other plan is. */
async function park(page) {
  const { body } = await api(page, '/api/showcase')
  const ground = body.features.find((f) => f.properties.id === '02-farmland').geometry
  return [{ geometry: ground, properties: { BSM: '450203291199999999', DKBH: PLOT, DYBH: UNIT, YDYHFLDM: '1401', YDYHFLMC: '公园绿地', GHZT: '20' } }]
}
function geoJson(features) {
  return JSON.stringify({ type: 'FeatureCollection', features: features.map((f) => ({ type: 'Feature', ...f })) })
}
const NAMES = { total: '规划总用地面积', housing: '居住用地', services: '公共管理与公共服务用地', business: '商业服务业用地', industry: '工矿用地', storage: '仓储用地', transport: '交通运输用地', utilities: '公用设施用地', green: '绿地与开敞空间用地', special: '特殊用地', reserve: '留白用地', open: '非建设用地', plots: '地块数', 'green-share': '绿地与开敞空间占比' }
const UNITS = { plots: '个', 'green-share': '%' }
const unitOf = (id) => UNITS[id] ?? '公顷'
function table(values) {
  return `指标,单位,规划值\n${Object.entries(values).map(([id, v]) => `${NAMES[id]},${unitOf(id)},${v}`).join('\n')}`
}
function text(values) {
  return Object.entries(values).filter(([, v]) => Number(v) !== 0).map(([id, v]) => `${NAMES[id] === '地块数' ? '规划地块' : NAMES[id]}为${v}${unitOf(id)}。`).join('\n')
}

export async function run({ page }) {
  await as(page, 'oumingke', '/plans/results')
  // the demo's plans are made after the server is up
  for (let i = 0; i < 40; i += 1) {
    if ((await api(page, '/api/planning/plans?state=UNDER_REVIEW')).body.plans.length > 0) break
    await page.waitForTimeout(2_000)
  }
  await page.reload()
  await page.waitForSelector('[data-test=plans] tbody tr', { timeout: 20_000 })
  await shot(page, 'plans-zh')
  equal((await barriers(page, 'plans')).join(' | '), '', 'barriers')
  await fits(page, 'the list of plans')
  const green = await park(page)
  await page.click('[data-test=new-plan]')
  await page.waitForSelector('[data-test=occasion]')
  await page.fill('[data-test=name]', `${UNIT} 单元公园规划`)
  await page.selectOption('[data-test=occasion]', 'existing')
  await page.fill('[data-test=grounds]', '已批成果补录')
  await page.setInputFiles('[data-test=give-KGDK]', file('plots.geojson', geoJson(green)))
  await page.setInputFiles('[data-test=give-indicators]', file('table.csv', table({ total: '1.0000' })))
  await page.setInputFiles('[data-test=give-text]', file('text.txt', '规划总用地面积为1.0000公顷。'))
  await shot(page, 'plan-form-zh')
  equal((await barriers(page, 'the form')).join(' | '), '', 'barriers')
  await page.click('[data-test=deliver]')
  await stateIs(page, 'UNDER_REVIEW')
  await page.waitForSelector('[data-test=agreement]')
  equal(await outcome(page, 'total'), 'DIFFERS', 'the total differs')
  check(/\d/.test(await page.locator('[data-indicator=total] .by').first().innerText()), 'by how much is said')
  await shot(page, 'plan-disagrees-zh')
  equal((await barriers(page, 'a plan that disagrees')).join(' | '), '', 'barriers')
  await fits(page, 'a plan that disagrees')
  const id = page.url().split('/').pop()
  const found = (await api(page, `/api/planning/plans/${id}`)).body
  const values = Object.fromEntries(found.findings.indicators.filter((a) => a.map !== null && Number(a.map) !== 0).map((a) => [a.indicator.id, a.map]))

  await as(page, 'tangjingxing', `/plans/results/${id}`)
  await page.waitForSelector('[data-test=act-return]')
  equal(await page.locator('[data-test=act-agree]').count(), 0, 'nobody can agree')
  await page.click('[data-test=act-return]')
  await page.fill('[data-test=act-words]', '文本、指标表与图不符')
  await page.click('[data-test=act-go]')
  await stateIs(page, 'RETURNED')

  await as(page, 'oumingke', `/plans/results/${id}`)
  await page.click('[data-test=act-change]')
  await page.waitForSelector('[data-test=give-text]', { state: 'attached' })
  await page.setInputFiles('[data-test=give-indicators]', file('table.csv', table(values)))
  await page.setInputFiles('[data-test=give-text]', file('text.txt', text(values)))
  await page.click('[data-test=deliver]')
  await page.waitForSelector('[data-test=all-agree]', { timeout: 90_000 })
  await page.click('[data-test=tab-rules]')
  await page.waitForSelector('[data-test=rules] li')
  await shot(page, 'plan-rules-zh')
  await page.click('[data-test=tab-change]')
  await page.waitForSelector('[data-test=ledger]')
  await shot(page, 'plan-change-zh')
  equal((await barriers(page, 'the change')).join(' | '), '', 'barriers')

  await as(page, 'tangjingxing', `/plans/results/${id}`)
  await page.click('[data-test=act-agree]')
  await page.fill('[data-test=act-words]', '一致，同意')
  await page.click('[data-test=act-go]')
  await page.waitForSelector('[data-test=act-agree]', { state: 'detached' })
  await as(page, 'ningyuanzhou', `/plans/results/${id}`)
  await page.click('[data-test=act-approve]')
  await page.fill('[data-test=approval-number]', '演示批〔2026〕9号（虚构）')
  await page.fill('[data-test=approval-authority]', '演示市人民政府（虚构）')
  await page.setInputFiles('[data-test=scan]', file('scan.txt', 'a sample, void'))
  await shot(page, 'plan-approve-zh')
  await page.click('[data-test=act-go]')
  await stateIs(page, 'IN_FORCE')
  await page.click('[data-test=tab-about]')
  await page.waitForSelector('[data-test=versions]')
  await page.click('[data-test=ask-in-force]')
  await page.waitForSelector('[data-test=in-force]')
  await shot(page, 'plan-in-force-zh')
  equal((await barriers(page, 'a plan in force')).join(' | '), '', 'barriers')

  // the plots by date
  const today = found.today
  const before = new Date(new Date(`${today}T00:00:00Z`).getTime() - 86_400_000).toISOString().slice(0, 10)
  const rings = green[0].geometry.type === 'Polygon' ? green[0].geometry.coordinates : green[0].geometry.coordinates[0]
  const [lon, lat] = rings[0][0]
  const uses = async (day) => JSON.stringify((await api(page, `/api/identify?lon=${lon}&lat=${lat}&asOf=${day}`)).body.layers.find((l) => l.layer === 'KGDK')?.features ?? [])
  check((await uses(today)).includes(PLOT), 'the park is there today')
  check(!(await uses(before)).includes(PLOT), 'it was not there before')
  await as(page, 'qinyutong', `/plans/results/${id}`, 'en')
  await page.waitForSelector('[data-test=agreement]')
  await shot(page, 'plan-in-force-en')
  await fits(page, 'a plan in English')
}
