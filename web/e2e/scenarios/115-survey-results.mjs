import { barriers, equal, shot, signIn } from '../browser.mjs'

export const about = 'a survey result is registered once, refused a second time, and checked by another person'

const code = `2601-450206-04-01-${String(Date.now()).slice(-6)}`
const west = 109.35 + (Date.now() % 1000) / 100000
const ring = [[west, 24.25], [west + 0.002, 24.25], [west + 0.002, 24.2515], [west, 24.2515], [west, 24.25]]
const SITE = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { number: '1' }, geometry: { type: 'Polygon', coordinates: [ring] } }] }))

async function fill(page) {
  await page.click('[data-test=new-survey]')
  await page.fill('[data-test=survey-project]', code)
  await page.fill('[data-test=survey-title]', '某厂房勘测定界（虚构）')
  await page.fill('[data-test=survey-surveyor]', '柳州某测绘院（虚构）')
  await page.fill('#f-on', '2026-11-20')
  await page.fill('[data-test=survey-division]', '450206')
  await page.setInputFiles('[data-test=survey-site]', { name: '范围.geojson', mimeType: 'application/geo+json', buffer: SITE })
  await page.setInputFiles('[data-test=survey-file]', { name: '成果.zip', mimeType: 'application/zip', buffer: Buffer.from(`invented ${code}`) })
}

export async function run({ page }) {
  await signIn(page, { user: 'shiruoxi', to: '/survey-results' })
  await fill(page)
  await shot(page, 'survey-form-zh')
  await page.click('[data-test=survey-go]')
  await page.waitForSelector('[data-test=survey-state][data-state=REGISTERED]')
  equal(await page.locator('[data-test=survey-good]').count(), 0, 'who registered it checks it')

  await fill(page)
  await page.click('[data-test=survey-go]')
  await page.waitForSelector('[data-test=survey-form] [data-test=problem]')
  await page.keyboard.press('Escape')

  await page.context().clearCookies()
  await signIn(page, { user: 'rongjingcheng', to: '/survey-results', lang: 'en' })
  await page.fill('[data-test=survey-find]', code)
  await page.click(`[data-test=surveys] button:has-text("${code}")`)
  await page.click('[data-test=survey-good]')
  await page.waitForSelector('[data-test=survey-state][data-state=CHECKED]')
  await shot(page, 'survey-results-en')
  equal((await barriers(page, 'survey results')).join(' | '), '', 'barriers')

  await page.goto(new globalThis.URL('/permits', page.url()).href)
  await page.waitForSelector('[data-test=permit-find]')
  await shot(page, 'permits-en')
  equal((await barriers(page, 'certificates')).join(' | '), '', 'barriers')
}
