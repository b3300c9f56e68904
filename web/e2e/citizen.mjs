/** What the scenarios of the portal share: who applies, where a house stands, the way through the steps. */
import { api, PASSWORD, signIn, URL_ } from './browser.mjs'

export const CITIZEN = 'weijianguo'
export const OTHER = 'qinxiaomei'
/** An invented person's number, its check digit right. */
export const ID_NUMBER = '45022119800101101'
export const PHONE = '13800001234'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
export function idNumber(seventeen = ID_NUMBER) {
  const sum = [...seventeen].reduce((s, digit, i) => s + Number(digit) * WEIGHTS[i], 0)
  return seventeen + '10X98765432'[sum % 11]
}

export async function as(page, user, to, lang = 'zh') {
  await page.context().clearCookies()
  await page.goto(`${URL_}/sign-in?lang=${lang}&to=${encodeURIComponent(to)}`)
  await page.evaluate(() => { for (const key of Object.keys(localStorage)) if (key.startsWith('cuntu.portal.')) localStorage.removeItem(key) })
  await page.fill('#user', user)
  await page.fill('#password', PASSWORD)
  await page.click('button[type=submit]')
  await page.waitForSelector('main:not(.sign-in)')
}

/** A house of some hundred square metres around a place. */
function house([lon, lat]) {
  const [x, y] = [0.00005, 0.000055]
  return { type: 'Polygon', coordinates: [[[lon - x, lat - y], [lon + x, lat - y], [lon + x, lat + y], [lon - x, lat + y], [lon - x, lat - y]]] }
}

/** A place where a whole house lies on basic farmland, within a sample of the desk that touches it; asked as a reviewer, who may see it. */
export async function farmland(page) {
  await signIn(page)
  const { body } = await api(page, '/api/showcase')
  const ring = body.features.find((f) => f.properties.id === '02-farmland').geometry.coordinates[0]
  const [w, s, e, n] = [Math.min, Math.min, Math.max, Math.max].map((pick, i) => pick(...ring.map((p) => p[i % 2])))
  for (let i = 1; i < 100; i += 1) {
    const at = [w + ((i % 10) / 10) * (e - w), s + (Math.floor(i / 10) / 10) * (n - s)]
    const review = await api(page, '/api/reviews/live', { name: '', crs: 'EPSG:4490', plots: [{ number: '1', geometry: house(at) }], project: { kind: 'single', purpose: '0703', level: 'ordinary', documents: [] } })
    const found = review.body.findings?.find((f) => f.rule === 'permanent-farmland')
    if (found?.verdict === 'FAIL' && found.share === '100.00') return at
  }
  throw new Error('no house lies wholly on basic farmland')
}

/** Who applies; what was said before is not asked again. */
export async function begin(page, [lon, lat]) {
  await page.goto(`${URL_}/portal/apply/rural-house?at=${lon},${lat}`)
  await page.waitForSelector('[data-test=begin]')
  if (await page.locator('[data-test=id-number]').count()) {
    await page.fill('[data-test=id-number]', idNumber())
    await page.fill('[data-test=phone]', PHONE)
  }
  await page.click('[data-test=begin]')
  await page.waitForSelector('[data-test=map][data-drawn=true]')
}

/** The house in the middle of the map; answers the conclusion. */
export async function put(page) {
  await page.waitForSelector('[data-test=put]:not([disabled])')
  await page.click('[data-test=put]')
  return conclusion(page)
}

export async function conclusion(page) {
  await page.waitForSelector('[data-test=verdict][aria-busy=false]:not([data-conclusion=""])')
  return page.locator('[data-test=verdict]').getAttribute('data-conclusion')
}

export async function next(page, until) {
  await page.click('[data-test=next]')
  await page.waitForSelector(until)
}

/** The answers of a family of four for three storeys. */
export async function fill(page, name) {
  await page.fill('[data-test=name]', name)
  await page.fill('[data-field=household] input', '4')
  await page.click('[data-field=kindOfWork] label:first-child')
  await page.fill('[data-field=storeys] input', '3')
  await page.fill('[data-field=floorArea] input', '300')
  await page.fill('[data-field=height] input', '10')
  await page.click('[data-field=oldHouse] label:last-child')
  await page.click('[data-field=cutSlope] label:last-child')
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** Every main paper is given, what may come later is promised. */
export async function papers(page) {
  for (const id of await page.locator('[data-material][data-state=MISSING]').evaluateAll((all) => all.map((e) => e.getAttribute('data-material')))) {
    const line = page.locator(`[data-material="${id}"]`)
    const promise = line.locator('[data-promise]')
    if (await promise.count()) await promise.click()
    else if (await line.locator('[data-give]').count()) await line.locator('[data-give]').setInputFiles({ name: `${id}.pdf`, mimeType: 'application/pdf', buffer: PDF })
    else continue
    await page.waitForSelector(`[data-material="${id}"]:not([data-state=MISSING])`)
  }
}

/** A place near another one where the rules let a house be; the ground is asked as the page asks it. */
export async function beside(page, [lon, lat]) {
  for (let ring = 1; ring < 14; ring += 1) {
    for (let turn = 0; turn < 8; turn += 1) {
      const at = [lon + Math.cos((turn * Math.PI) / 4) * ring * 0.0015, lat + Math.sin((turn * Math.PI) / 4) * ring * 0.0015]
      const { body } = await api(page, '/api/public/check-site', { matter: 'rural-house', geometry: house(at), form: {} })
      if (body.conclusion !== 'FAIL' && body.conclusion !== undefined) return at
    }
  }
  throw new Error('no place for a house near the farmland')
}

/** The whole way from the place to the number; answers the case's id. */
export async function apply(page, place, name) {
  await begin(page, place)
  await put(page)
  await next(page, '[data-field=storeys]')
  await fill(page, name)
  await next(page, '[data-material]')
  await papers(page)
  await next(page, '[data-test=submit]')
  await page.click('[data-test=submit]')
  await page.waitForSelector('[data-test=case]')
  return page.url().split('/').pop()
}
