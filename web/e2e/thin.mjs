/** What scenarios of a county's lines and points share: files, and the way of a submission. */
import { api, equal, signIn } from './browser.mjs'

const [COUNTY, DAY] = ['450203', '2026-09-30']
export const ID = (number) => `4502039${String(number).padStart(11, '0')}`

const feature = (type, coordinates, properties) => ({ type: 'Feature', properties, geometry: { type, coordinates } })
export const border = (number, kind, ...at) => feature('LineString', at, { BSM: ID(number), YSDM: '1000600200', JXLX: kind, JXSM: '演示' })
export const point = (number, name, at) => feature('Point', at, { BSM: ID(number), KZDMC: name, KZDDH: `E${number}`, KZDLX: '平面控制点', KZDDJ: '四等' })
export function file(name, features) {
  const crs = { type: 'name', properties: { name: 'EPSG:4490' } }
  return { name, mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', crs, features })) }
}

export async function as(page, user, to, lang = 'zh') {
  await page.context().clearCookies()
  await signIn(page, { user, to, lang })
}
export async function submit(page, layer, kind, role, given) {
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
export async function at(page, state) {
  await page.waitForSelector(`[data-test=submission-state][data-state=${state}]`, { timeout: 60_000 })
}
export async function mend(page, role, given, words) {
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
export async function release(page, address) {
  await as(page, 'luozhiyuan', address)
  await at(page, 'REVIEWING')
  await decide(page, 'review', '图形和属性符合要求')
  await at(page, 'APPROVED')
  await as(page, 'luyunshu', address)
  await decide(page, 'release', '同意发布')
  await at(page, 'RELEASED')
}
export const rules = (page) => page.locator('[data-test=issues] [data-rule]').evaluateAll((all) => all.map((e) => e.dataset.rule).sort().join())
export const here = (page) => new URL(page.url()).pathname

/** The county's features in force, by its officer's identifiers. */
export async function countys(page, layer) {
  const found = (await api(page, '/api/layers')).body.layers.find((l) => l.code === layer).snapshot
  const all = await page.evaluate(async ([code, hash, features]) => Promise.all(Array.from({ length: features }, async (_, i) => (await fetch(`/api/features/${code}/${hash}/${i}`)).json())), [layer, found.hash, found.features])
  return all.filter((one) => String(one.values.BSM).startsWith(COUNTY)).map((one) => ({ type: 'Feature', properties: one.values, geometry: one.geometry }))
}
export const replaced = (all, ...by) => [...all.filter((f) => !by.some((b) => b.properties.BSM === f.properties.BSM)), ...by]

