import { api, barriers, check, equal, fits, settled, shot, signIn } from '../browser.mjs'

export const about = "a county's data officer submits a broken layer, sees the error on the map, mends it; two others release it; later it is corrected, and both answers can be asked"

const [LAYER, COUNTY, DAY] = ['GYL', '450203', '2026-09-30']
const AT = [109.5015, 24.3415]

function square(x, y, bsm, name, width = 0.003) {
  const ring = [[x, y], [x + width, y], [x + width, y + 0.003], [x, y + 0.003], [x, y]]
  return { type: 'Feature', properties: { BSM: bsm, MC: name, SQDJ: '国家级' }, geometry: { type: 'Polygon', coordinates: [ring] } }
}
function delivery(name, features) {
  const crs = { type: 'name', properties: { name: 'EPSG:4490' } }
  return { name, mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', crs, features })) }
}
const broken = (name) => delivery('YF_GYL.geojson', [square(109.5, 24.34, '450203900000000001', name, 0.0034), square(109.503, 24.34, '450203900000000002', name)])
const sound = (name) => delivery('YF_GYL.geojson', [square(109.5, 24.34, '450203900000000001', name), square(109.503, 24.34, '450203900000000002', name)])

async function as(page, user, to, lang = 'zh') {
  await page.context().clearCookies()
  await signIn(page, { user, to, lang })
}
async function fill(page, kind, file) {
  await page.waitForSelector('[data-test=submission-form]')
  await page.waitForSelector(`[data-test=s-layer] option[value=${LAYER}]`, { state: 'attached' })
  await page.selectOption('[data-test=s-layer]', LAYER)
  await page.click(`[data-kind=${kind}]`)
  equal(await page.inputValue('[data-test=s-division]'), COUNTY, 'the county of its officer')
  if (kind === 'CORRECTION') {
    await page.waitForSelector(`[data-test=s-date] option[value="${DAY}"]`, { state: 'attached' })
    await page.selectOption('[data-test=s-date]', DAY)
  } else {
    await page.fill('#s-from', DAY)
    await page.press('#s-from', 'Enter')
  }
  await page.fill('[data-test=s-source]', '鱼峰区公益林 2026 年三季度(演示)')
  await page.setInputFiles('[data-test=file-whole]', file)
  await page.waitForSelector('[data-test=s-go]:not([disabled])')
}
async function at(page, state) {
  await page.waitForSelector(`[data-test=submission-state][data-state=${state}]`, { timeout: 60_000 })
}
async function decide(page, act, words) {
  await page.click(`[data-test=act-${act}]`)
  await page.fill('[data-test=act-words]', words)
  await page.click('[data-test=act-go]')
}
async function named(page, query) {
  const { body } = await api(page, `/api/identify?lon=${AT[0]}&lat=${AT[1]}&${query}`)
  return body.layers.find((l) => l.layer === LAYER)?.features.map((f) => f.values.MC).join() ?? ''
}

export async function run({ page }) {
  await signIn(page, { user: 'mojingyi', to: '/submissions/new' })
  await fill(page, 'FULL', broken('甲'))
  await shot(page, 'submission-new-zh')
  await page.click('[data-test=s-go]')
  await at(page, 'MENDING')
  const address = new URL(page.url()).pathname
  await page.waitForSelector('[data-rule=overlap] + .places [data-issue]')
  check((await page.locator('[data-test=advice]').innerText()).length > 10, 'the error says how to mend it')
  equal(await page.getAttribute('[data-step=CHECK]', 'data-look'), 'wrong', 'the check')
  await settled(page)
  await shot(page, 'submission-broken-zh')
  const troubles = await barriers(page, 'a broken submission')
  await page.click('[data-test=act-resubmit]')
  await page.setInputFiles('[data-test=act-dialog] [data-test=file-whole]', sound('甲'))
  await page.fill('[data-test=act-words]', '按问题改正')
  await page.click('[data-test=act-go]')
  await at(page, 'REVIEWING')
  await page.waitForSelector('[data-test=issues] .foot:has-text("已改 1")')

  await as(page, 'luozhiyuan', address)
  await at(page, 'REVIEWING')
  equal(await page.locator('[data-test=act-release]').count(), 0, 'a reviewer releases')
  await decide(page, 'review', '图形和属性符合要求')
  await at(page, 'APPROVED')
  await as(page, 'luyunshu', address)
  await decide(page, 'release', '同意发布')
  await at(page, 'RELEASED')
  await shot(page, 'submission-released-zh')
  const first = (await api(page, `/api/layers/${LAYER}/releases`)).body.at(-1).knownFrom

  await as(page, 'mojingyi', '/submissions/new', 'en')
  await fill(page, 'CORRECTION', sound('乙'))
  await page.click('[data-test=s-go]')
  await at(page, 'REVIEWING')
  await fits(page, 'a submission in English')
  await shot(page, 'submission-review-en')
  await page.setViewportSize({ width: 1366, height: 768 })
  await fits(page, 'a submission at 1366')
  troubles.push(...(await barriers(page, 'a sound submission')))
  const later = new URL(page.url()).pathname
  await as(page, 'luozhiyuan', later)
  await decide(page, 'review', '更正名称')
  await at(page, 'APPROVED')
  await as(page, 'luyunshu', later)
  await decide(page, 'release', '同意')
  await at(page, 'RELEASED')

  equal(await named(page, 'asOf=2026-10-15'), '乙', 'what is known now')
  equal(await named(page, `asOf=2026-10-15&known=${first}`), '甲', 'what was known before the correction')
  check(!['甲', '乙'].includes(await named(page, 'asOf=2026-05-01')), 'on 1 May the version before is in force')
  const history = (await api(page, `/api/layers/${LAYER}/features/450203900000000001/history`)).body
  check(history.length >= 2 && history.every((v) => v.file?.sha256?.length === 64), 'each version of the feature names its file')
  await page.goto(`${new URL(page.url()).origin}/submissions`)
  await page.waitForSelector('[data-test=submissions]')
  troubles.push(...(await barriers(page, 'the list')))
  await shot(page, 'submissions-zh')
  equal(troubles.join(' | '), '', 'barriers')
}
