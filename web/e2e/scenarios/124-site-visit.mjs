import { api, barriers, check, equal, fits, shot, URL_ } from '../browser.mjs'
import { as } from '../citizen.mjs'
import { GROUND, preexamination } from '../preexamination.mjs'

export const about = 'a site visit is written on a phone where it takes place, signed once, and stands in the file of the case'
export const size = { width: 390, height: 844, phone: true }

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP4z8CAB+GTG8HSALfKY52fTcuYAAAAAElFTkSuQmCC', 'base64')

export async function run({ page }) {
  const id = await preexamination(page, '百朋污水处理厂踏勘（演示）')
  await as(page, 'qinyutong', `/cases/${id}/visits`)
  await page.waitForSelector('[data-test=visit-form]')
  await page.click('[data-test=visit-sign]')
  equal(await page.locator('[data-test=visit-form] [role=alert]').count(), 3, 'place, findings and whether it agrees are asked for')
  const ring = GROUND.features[0].geometry.coordinates.flat(GROUND.features[0].geometry.type === 'MultiPolygon' ? 2 : 1)
  const [lon, lat] = [0, 1].map((i) => ring.reduce((sum, point) => sum + point[i], 0) / ring.length)
  await page.context().grantPermissions(['geolocation'], { origin: URL_ })
  await page.context().setGeolocation({ longitude: lon, latitude: lat, accuracy: 5 })
  await page.click('[data-test=visit-here]')
  await page.waitForSelector('[data-test=visit-away]')
  await page.fill('[data-test=visit-findings]', '现状为水田边的空地，东侧临机耕路，无建筑物（演示）')
  await page.check('[data-test=visit-agrees]')
  await page.setInputFiles('[data-test=visit-photos]', [1, 2].map((n) => ({ name: `现场${n}.png`, mimeType: 'image/png', buffer: PNG })))
  await page.fill('[data-test=visit-others]', '蓝某、韦某（演示）')
  await shot(page, 'visit-form-zh')
  equal((await barriers(page, 'the visit')).join(' | '), '', 'barriers')
  await fits(page, 'the visit on a phone')
  await page.click('[data-test=visit-sign]')
  await page.waitForSelector('[data-test=visit-signed]')
  await page.waitForSelector('[data-test=visit] img')
  await shot(page, 'visit-signed-zh')
  const { body } = await api(page, `/api/permitting/cases/${id}/visits`)
  equal(body.length, 1, 'one record')
  check(/^[0-9a-f]{64}$/.test(body[0].receipt), 'it has its leaf')
  equal(body[0].photos.length, 2, 'with its photographs')
  check(await page.locator('[data-test=visit] img').first().evaluate((image) => image.decode().then(() => image.naturalWidth > 0)), 'a photograph is seen')

  await as(page, 'qinyutong', `/cases/${id}/visits`, 'en')
  await page.waitForSelector('[data-test=visit]')
  await page.click('[data-test=new-visit]')
  await page.waitForSelector('[data-test=visit-form]')
  await shot(page, 'visit-form-en')
  await fits(page, 'the visit in English')
  await page.setViewportSize({ width: 1366, height: 768 })
  await as(page, 'zhouyanqiu', `/cases/${id}`)
  await page.waitForSelector('[data-test=visits-line] img')
  await shot(page, 'case-visit-zh')
  await fits(page, 'the case')
  await page.click('[data-test=to-visits]')
  await page.waitForSelector('[data-test=visit]')
  equal(await page.locator('[data-test=new-visit]').count(), 0, 'a reader writes none')
}
