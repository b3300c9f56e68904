import { barriers, check, equal, fits, shot } from '../browser.mjs'
import { as, begin, beside, CITIZEN, conclusion, farmland, next } from '../citizen.mjs'
import { square } from '../preexamination.mjs'

export const about = 'a citizen gives a coordinate file instead of drawing: a broken one is told with its place, a good one is judged on the map, of several plots one is taken'
export const size = { width: 390, height: 844, phone: true }

const file = (name, text) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
const features = (list) => JSON.stringify({ type: 'FeatureCollection', features: list.map(([DKMC, at, metres], i) => ({ type: 'Feature', properties: { DKBH: String(i + 1), DKMC }, geometry: square(at, metres) })) })
const TXT = ['[属性描述]', '格式版本号=1.01版本', '坐标系=2000国家大地坐标系', '几度分带=3', '投影类型=高斯克吕格', '计量单位=米', '带号=36', '精度=0.001', '转换参数=,,,,,,', '[地块坐标]', '4,0.01,1,甲,面,,住宅,,@', 'J1,1,2691000.000,36535000.000', 'J2,1,2691000.000,abc', 'J3,1,2691012.000,36535010.000', 'J1,1,2691000.000,36535000.000', ''].join('\n')

export async function run({ page }) {
  const bad = await farmland(page)
  await as(page, CITIZEN, '/portal')
  const good = await beside(page, bad)
  await begin(page, good)
  await page.setInputFiles('[data-test=site-file]', file('勘测定界.txt', TXT))
  await page.waitForSelector('.where [data-test=problem]')
  const said = await page.locator('.where [data-test=problem]').innerText()
  check(/勘测定界\.txt/.test(said) && /13/.test(said), `the file and the line are named: ${said.slice(0, 300)}`)
  await shot(page, 'portal-file-broken-zh')
  await fits(page, 'a broken file')

  await page.setInputFiles('[data-test=site-file]', file('宅基地.geojson', features([['我家', good, 11]])))
  const verdict = await conclusion(page)
  check(verdict !== 'FAIL', `beside the farmland: ${verdict}`)
  equal(await page.locator('.where [data-test=problem]').count(), 0, 'what was wrong is gone')
  await shot(page, 'portal-file-zh')
  equal((await barriers(page, 'a file')).join(' | '), '', 'barriers')

  await page.setInputFiles('[data-test=site-file]', file('两块.geojson', features([['田里', bad, 10], ['屋旁', good, 10]])))
  await page.waitForSelector('[data-test=file-plots]')
  equal(await page.locator('[data-test=file-plots] button').count(), 2, 'both plots are offered')
  await page.locator('[data-test=file-plots] button').first().click()
  await page.waitForSelector('[data-test=verdict][data-conclusion=FAIL][aria-busy=false]')
  await page.setInputFiles('[data-test=site-file]', file('宅基地.geojson', features([['我家', good, 11]])))
  await page.waitForSelector('[data-test=verdict]:not([data-conclusion=FAIL]):not([data-conclusion=""])[aria-busy=false]')
  await next(page, '[data-field=storeys]')
  await page.reload()
  await page.waitForSelector('[data-field=storeys]')
  await page.click('.bar button')
  await conclusion(page)
  await page.locator('[data-test=discard]').click()
  await page.locator('[data-test=discard]').click()
  await page.waitForSelector('[data-test=discard]', { state: 'detached' })
}
