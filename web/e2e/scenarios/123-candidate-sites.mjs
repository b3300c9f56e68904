import { barriers, check, equal, fits, shot } from '../browser.mjs'
import { as, farmland } from '../citizen.mjs'
import { preexamination, square } from '../preexamination.mjs'

export const about = 'candidate sites come from the application, a file and the pen, are held against one another, and one is chosen with its reason'
export const size = { width: 1366, height: 768 }

const json = (name, value) => ({ name, mimeType: 'application/geo+json', buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) })
const compared = (page) => page.waitForSelector('[data-test=compared][aria-busy=false]')

export async function run({ page }) {
  const bad = await farmland(page)
  const id = await preexamination(page, '百朋污水处理厂比选（演示）')
  await as(page, 'qinyutong', `/cases/${id}`)
  await page.click('[data-test=to-candidates]')
  await page.waitForSelector('[data-candidate=A]')
  equal(await page.locator('[data-test=compared]').count(), 0, 'one site is compared with nothing')

  await page.setInputFiles('[data-test=site-file]', json('坏的.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature",'))
  await page.waitForSelector('[data-test=problem]')
  check(/坏的\.geojson/.test(await page.locator('[data-test=problem]').innerText()), 'what is wrong is told with the file')
  const two = { type: 'FeatureCollection', features: [['河东（演示）', bad], ['河西（演示）', [bad[0] + 0.004, bad[1] + 0.003]]].map(([DKMC, at], i) => ({ type: 'Feature', properties: { DKBH: String(i + 1), DKMC }, geometry: square(at, 90) })) }
  await page.setInputFiles('[data-test=site-file]', json('备选.geojson', two))
  await page.waitForSelector('[data-candidate=C]')
  await compared(page)
  check(await page.locator('[data-test=draw-candidate]').isDisabled(), 'three are the most')
  equal(await page.locator('[data-layer=YJJBNTBHTB] td').nth(1).getAttribute('data-cell'), 'area', 'the farmland under B has an area')
  equal(await page.locator('[data-cell=open] .clear').count(), 0, 'what is not answered is never shown as clear')

  // another one by the pen
  await page.locator('[data-candidate=C] .iconbtn').click()
  await compared(page)
  await page.click('[data-test=draw-candidate]')
  const box = await page.locator('[data-test=map]').boundingBox()
  for (const [x, y] of [[0.3, 0.3], [0.42, 0.3], [0.42, 0.45], [0.3, 0.45], [0.3, 0.45]]) await page.mouse.click(box.x + box.width * x, box.y + box.height * y)
  await page.waitForSelector('[data-candidate=C]')
  await compared(page)
  await shot(page, 'candidates-zh')
  equal((await barriers(page, 'candidates')).join(' | '), '', 'barriers')
  await fits(page, 'candidates')

  check(await page.locator('[data-test=keep-candidates]').isDisabled(), 'nothing is chosen yet')
  await page.check('[data-test=choose-B]')
  await page.waitForSelector('[data-test=elsewhere]')
  check(await page.locator('[data-test=keep-candidates]').isDisabled(), 'a choice has its reason')
  await page.check('[data-test=choose-A]')
  equal(await page.locator('[data-test=elsewhere]').count(), 0, 'what was applied for is chosen')
  await page.fill('[data-test=candidate-why]', '离河最近，其余两处不通路（演示）')
  await page.click('[data-test=keep-candidates]')
  await page.waitForSelector('[data-test=kept]')

  await as(page, 'qinyutong', `/cases/${id}/candidates`, 'en')
  await compared(page)
  check(await page.locator('[data-test=choose-A]').isChecked(), 'the choice is kept')
  check(!/[\u4e00-\u9fff]/.test(await page.locator('[data-test=comparison] .each').innerText()), 'the rules are named in English')
  await shot(page, 'candidates-en')
  await fits(page, 'candidates in English')

  // who joins the review reads it and changes nothing
  await as(page, 'zhouyanqiu', `/cases/${id}/candidates`)
  await page.waitForSelector('[data-test=comparison]')
  equal(await page.locator('[data-test=keep-candidates], [data-test=draw-candidate]').count(), 0, 'a reader only reads')
  await as(page, 'qinyutong', `/cases/${id}`)
  await page.waitForSelector('[data-test=candidates-line] .tag.a')
  await shot(page, 'case-candidates-zh')
  await fits(page, 'the case')
}
