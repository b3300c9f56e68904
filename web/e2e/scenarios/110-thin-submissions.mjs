import { api, barriers, check, equal, fits, settled, shot, signIn } from '../browser.mjs'

export const about = "a county's officer submits borders and control points with errors, sees them on the map, mends them; two others release them; a correction is compared by length and by number"

const [COUNTY, DAY] = ['450203', '2026-09-30']
const ID = (number) => `4502039${String(number).padStart(11, '0')}`

const feature = (type, coordinates, properties) => ({ type: 'Feature', properties, geometry: { type, coordinates } })
const border = (number, kind, ...at) => feature('LineString', at, { BSM: ID(number), YSDM: '1000600200', JXLX: kind, JXSM: '演示' })
const point = (number, name, at) => feature('Point', at, { BSM: ID(number), KZDMC: name, KZDDH: `E${number}`, KZDLX: '平面控制点', KZDDJ: '四等' })
function file(name, features) {
  const crs = { type: 'name', properties: { name: 'EPSG:4490' } }
  return { name, mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', crs, features })) }
}

const GOOD = border(1, '乡界', [109.5, 24.34], [109.504, 24.34])
const CROSSING = border(2, '乡界', [109.5, 24.342], [109.504, 24.345], [109.504, 24.342], [109.5, 24.345])
const SIMPLE = border(2, '乡界', [109.5, 24.342], [109.504, 24.345])
const LONGER = border(2, '乡界', [109.5, 24.342], [109.507, 24.345])
const WRONG_CODE = border(3, '镇界', [109.506, 24.34], [109.506, 24.345])
const RIGHT_CODE = border(3, '乡界', [109.506, 24.34], [109.506, 24.345])
const POINTS = [point(11, '演示甲', [109.501, 24.343]), point(12, '演示乙', [109.503, 24.344])]
const MOVED = [POINTS[0], point(12, '演示乙', [109.5034, 24.3443])]
/** In the county to the south. */
const ELSEWHERE = point(13, '演示丙', [109.28, 24.2])

async function as(page, user, to, lang = 'zh') {
  await page.context().clearCookies()
  await signIn(page, { user, to, lang })
}
async function submit(page, layer, kind, role, given) {
  await as(page, 'mojingyi', '/submissions/new')
  await page.waitForSelector('[data-test=submission-form]')
  await page.waitForSelector(`[data-test=s-layer] option[value=${layer}]`, { state: 'attached' })
  await page.selectOption('[data-test=s-layer]', layer)
  await page.click(`[data-kind=${kind}]`)
  equal(await page.inputValue('[data-test=s-division]'), COUNTY, 'the county of its officer')
  if (kind === 'CORRECTION') {
    await page.waitForSelector(`[data-test=s-date] option[value="${DAY}"]`, { state: 'attached' })
    await page.selectOption('[data-test=s-date]', DAY)
  } else {
    await page.fill('#s-from', DAY)
    await page.press('#s-from', 'Enter')
  }
  await page.fill('[data-test=s-source]', '鱼峰区定位基础 2026 年三季度(演示)')
  await page.setInputFiles(`[data-test=file-${role}]`, given)
  await page.waitForSelector('[data-test=kept-until]')
  await page.waitForSelector('[data-test=s-go]:not([disabled])')
  await page.click('[data-test=s-go]')
}
async function at(page, state) {
  await page.waitForSelector(`[data-test=submission-state][data-state=${state}]`, { timeout: 60_000 })
}
async function mend(page, role, given, words) {
  await page.click('[data-test=act-resubmit]')
  await page.setInputFiles(`[data-test=act-dialog] [data-test=file-${role}]`, given)
  await page.fill('[data-test=act-words]', words)
  await page.click('[data-test=act-go]')
}
async function decide(page, act, words) {
  await page.click(`[data-test=act-${act}]`)
  await page.fill('[data-test=act-words]', words)
  await page.click('[data-test=act-go]')
}
async function release(page, address) {
  await as(page, 'luozhiyuan', address)
  await at(page, 'REVIEWING')
  await decide(page, 'review', '图形和属性符合要求')
  await at(page, 'APPROVED')
  await as(page, 'luyunshu', address)
  await decide(page, 'release', '同意发布')
  await at(page, 'RELEASED')
}
const rules = (page) => page.locator('[data-test=issues] [data-rule]').evaluateAll((all) => all.map((e) => e.dataset.rule).sort().join())
const here = (page) => new URL(page.url()).pathname

/** The county's features in force, by its officer's identifiers. */
async function countys(page, layer) {
  const found = (await api(page, '/api/layers')).body.layers.find((l) => l.code === layer).snapshot
  const all = []
  for (let i = 0; i < found.features; i += 1) {
    const one = (await api(page, `/api/features/${layer}/${found.hash}/${i}`)).body
    if (String(one.values.BSM).startsWith(COUNTY)) all.push({ type: 'Feature', properties: one.values, geometry: one.geometry })
  }
  return all
}
const replaced = (all, ...by) => [...all.filter((f) => !by.some((b) => b.properties.BSM === f.properties.BSM)), ...by]

export async function run({ page }) {
  const troubles = []
  await submit(page, 'XZQJX', 'INCREMENT', 'added', file('borders.geojson', [GOOD, CROSSING, WRONG_CODE]))
  await at(page, 'MENDING')
  const borders = here(page)
  await page.waitForSelector('[data-test=issues] [data-issue]')
  equal(await rules(page), 'border-kind,lines-cross', 'the errors of the borders')
  await page.click('[data-rule=lines-cross]')
  await settled(page)
  await shot(page, 'thin-borders-broken-zh')
  troubles.push(...(await barriers(page, 'broken borders')))
  await mend(page, 'added', file('borders.geojson', [GOOD, SIMPLE, RIGHT_CODE]), '按问题改正')
  await at(page, 'REVIEWING')
  await page.waitForSelector('[data-test=issues] .foot:has-text("已改 2")')
  await page.waitForSelector('[data-test=measured-in]')
  await settled(page)
  await shot(page, 'thin-borders-mended-zh')
  await release(page, borders)

  await submit(page, 'CLKZD', 'INCREMENT', 'added', file('points.geojson', [...POINTS, ELSEWHERE]))
  await at(page, 'MENDING')
  const points = here(page)
  check((await page.locator('main').innerText()).includes(ID(13)), 'the point outside the county is named')
  await shot(page, 'thin-point-outside-zh')
  await mend(page, 'added', file('points.geojson', [...POINTS, point(14, '', POINTS[0].geometry.coordinates)]), '去掉界外点')
  await page.waitForSelector('[data-test=issues] [data-rule=points-twice]', { timeout: 60_000 })
  equal(await rules(page), 'point-mandatory,points-twice', 'the errors of the points')
  await page.click('[data-rule=points-twice]')
  await settled(page)
  await shot(page, 'thin-points-broken-zh')
  await mend(page, 'added', file('points.geojson', POINTS), '去掉重复点')
  await at(page, 'REVIEWING')
  await release(page, points)

  const lines = await countys(page, 'XZQJX')
  await submit(page, 'XZQJX', 'CORRECTION', 'whole', file('borders.geojson', replaced(lines, LONGER)))
  await at(page, 'REVIEWING')
  const corrected = here(page)
  const comparison = (await api(page, corrected.replace('/submissions', '/api/submissions'))).body.comparison
  equal(comparison.geometry, 'LINE', 'what is compared')
  check(Number(comparison.reshaped.length) > 700 && comparison.reshaped.area === undefined, `a reshaped border has a length: ${JSON.stringify(comparison.reshaped)}`)
  await page.click('[data-tab=features]')
  await page.click(`[data-change-key="${ID(2)}"]`)
  await settled(page)
  await shot(page, 'thin-borders-compared-zh')
  troubles.push(...(await barriers(page, 'borders compared')))
  await release(page, corrected)

  await submit(page, 'CLKZD', 'CORRECTION', 'whole', file('points.geojson', replaced(await countys(page, 'CLKZD'), ...MOVED)))
  await at(page, 'REVIEWING')
  const counted = (await api(page, here(page).replace('/submissions', '/api/submissions'))).body.comparison
  equal(`${counted.geometry} ${counted.reshaped.features}`, 'POINT 1', 'one point was moved')
  check(/^\d+$/.test(counted.after), `points are counted: ${counted.after}`)
  await page.click('[data-tab=features]')
  await page.click(`[data-change-key="${ID(12)}"]`)
  await settled(page)
  await shot(page, 'thin-points-compared-zh')
  await release(page, here(page))

  await as(page, 'luozhiyuan', '/data/catalogue/XZQJX', 'en')
  await page.waitForSelector('[data-test=versions]')
  await page.locator('[data-test=compare-versions]').first().click()
  await page.waitForSelector('[data-test=comparison] [data-test=measured-in]')
  const query = new URL(page.url()).searchParams
  const difference = (await api(page, `/api/layers/XZQJX/difference?from=${query.get('from')}&to=${query.get('to')}`)).body
  equal(difference.classes.reduce((sum, c) => sum + Math.round(100 * Number(c.after)), 0), Math.round(100 * Number(difference.after)), 'the lengths add up')
  await page.click('[data-tab=features]')
  await page.waitForSelector('[data-test=change-table] [data-change-key]')
  const table = await page.evaluate(async (path) => (await fetch(path)).text(), await page.getAttribute('[data-take=csv]', 'href'))
  check(/QCD,HCD,CDBH/.test(table) && !/MJ/.test(table.split('\n')[0]), `the list taken away has lengths: ${table.slice(0, 80)}`)
  await page.locator('[data-test=change-table] [data-change-key]').first().click()
  await settled(page)
  await page.setViewportSize({ width: 1366, height: 768 })
  await settled(page)
  await fits(page, 'two versions of borders at 1366')
  await shot(page, 'thin-versions-1366-en')
  troubles.push(...(await barriers(page, 'two versions of borders')))
  equal(troubles.join(' | '), '', 'barriers')
}
