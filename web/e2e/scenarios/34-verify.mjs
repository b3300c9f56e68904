import { barriers, check, equal, shot, signIn, URL_ } from '../browser.mjs'

export const about = 'anybody checks a paper on a phone: genuine, unknown, another fingerprint; nothing personal is told'
export const size = { width: 390, height: 844, phone: true }

export async function run({ page }) {
  await signIn(page)
  const [id, hash] = await page.evaluate(async () => {
    const token = decodeURIComponent(document.cookie.split('; ').find((c) => c.startsWith('XSRF-TOKEN=')).slice(11))
    const plot = { number: '1', name: '', use: '', geometry: { type: 'Polygon', coordinates: [[[109.4, 24.33], [109.403, 24.33], [109.403, 24.333], [109.4, 24.33]]] } }
    const body = { name: '验真示例', crs: 'EPSG:4490', plots: [plot], project: { kind: 'batch', purpose: '1001', level: 'ordinary', documents: [] } }
    const answer = await fetch('/api/reviews', { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token }, body: JSON.stringify(body) })
    const review = await answer.json()
    return [review.id, review.canonicalHash]
  })
  await page.context().clearCookies()
  await page.goto(`${URL_}/v/${id}?h=${hash.slice(0, 20)}`)
  await page.waitForSelector('[data-test=verify][data-state=GENUINE]')
  await page.waitForSelector('[data-test=unsigned]')
  const said = await page.locator('main').innerText()
  check(!said.includes('覃雨桐') && !said.includes('验真示例'), 'neither person nor project is told')
  await shot(page, 'verify-genuine-zh')
  await page.fill('#v-hash', '0'.repeat(20))
  await page.click('button[type=submit]')
  await page.waitForSelector('[data-test=verify][data-state=HASH_DIFFERS]')
  await page.fill('#v-number', 'r-00000000')
  await page.press('#v-number', 'Enter')
  await page.waitForSelector('[data-test=verify][data-state=UNKNOWN]')
  await page.fill('#v-hash', '12')
  await page.click('button[type=submit]')
  equal(await page.locator('[role=alert]').count(), 1, 'a fingerprint that is too short is said')
  await page.click('[data-test=lang]')
  await shot(page, 'verify-unknown-en')
  equal((await barriers(page, 'verification page')).join('\n'), '', 'barriers')
}
