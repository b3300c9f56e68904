import { api, barriers, check, equal, fits, shot, signIn } from '../browser.mjs'

export const about = 'a case is taken in at the counter, promised a material, accepted and examined by others; who accepted cannot examine, and every act has its receipt'

async function as(page, user, to, lang = 'zh') {
  await page.context().clearCookies()
  await signIn(page, { user, to, lang })
}
const file = (name, text) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n'
const NAME = '百朋镇农户住宅（演示收件）'

/** A small square in the county of the demo's township. */
async function ground(page) {
  const { body } = await api(page, '/api/showcase')
  const found = body.features.find((f) => f.properties.id.includes('house')) ?? body.features[0]
  return JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { DKBH: '1' }, geometry: found.geometry }] })
}
async function put(page, id, json) {
  return page.evaluate(async ([to, body]) => {
    const token = document.cookie.split('; ').find((c) => c.startsWith('XSRF-TOKEN='))?.slice(11)
    const response = await fetch(to, { method: 'PUT', headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token ?? '') }, body: JSON.stringify(body) })
    return [response.status, await response.json().catch(() => null)]
  }, [`/api/cases/${id}`, json])
}

export async function run({ page }) {
  await as(page, 'nongxiaotang', '/cases/new')
  await page.click('[data-test=matter-rural-house]')
  await page.fill('[data-test=who-name]', '韦演示')
  await page.fill('[data-test=who-id]', '450221199001010011')
  await page.fill('[data-test=who-phone]', '13900000000')
  equal((await barriers(page, 'the counter')).join(' | '), '', 'barriers')
  await shot(page, 'counter-zh')
  await page.click('[data-test=begin]')
  await page.waitForSelector('[data-test=project-name]')
  const id = new URL(page.url()).searchParams.get('draft')
  await page.fill('[data-test=project-name]', NAME)
  await page.setInputFiles('[data-test=site-file]', file('site.geojson', await ground(page)))
  await page.waitForSelector('[data-test=site-map][data-drawn=true]', { timeout: 30_000 })
  const form = { household: 4, kindOfWork: 'new', storeys: 2, floorArea: 180, height: 7.5, oldHouse: false, cutSlope: false }
  equal((await put(page, id, { name: NAME, division: null, form, site: null }))[0], 200, 'the form is kept')
  await page.reload()
  await page.waitForSelector('[data-material=application]')
  for (const material of ['application', 'village-consent']) {
    await page.setInputFiles(`[data-test=give-${material}]`, file(`${material}.pdf`, PDF))
    await page.waitForSelector(`[data-material=${material}] .tag.ok`)
  }
  for (const material of ['house-plan', 'neighbours']) {
    await page.click(`[data-material=${material}] button.btn`)
    await page.waitForSelector(`[data-material=${material}] .tag.w`)
  }
  await shot(page, 'counter-draft-zh')
  equal((await barriers(page, 'a draft')).join(' | '), '', 'barriers')
  await page.click('[data-test=submit]')
  await page.waitForSelector('[data-test=case-state][data-state=SUBMITTED]', { timeout: 30_000 })
  check(/〔\d{4}〕/.test(await page.locator('.crumb').innerText()), 'it has its number')

  const seen = (await api(page, `/api/cases/${id}`)).body
  const [window_, officer] = seen.division.startsWith('450206') ? ['sumingyue', 'lanruoxi'] : ['nongxiaotang', 'qinyutong']
  await as(page, window_, `/cases/${id}`)
  await page.waitForSelector('[data-test=process] .node')
  equal(await page.locator('[data-node=accept]').getAttribute('data-state'), 'OPEN', 'the token stands at the acceptance')
  if (await page.locator('[data-test=claim]').count() > 0) await page.click('[data-test=claim]')
  await page.waitForSelector('[data-test=conclude-ACCEPT]')
  await page.click('[data-test=page-by-page]')
  await page.waitForSelector('[data-test=material-check]')
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await page.click('[data-test=conclude-ACCEPT]')
  await page.keyboard.press('Control+Enter')
  await page.waitForSelector('[data-test=receipt]')
  await page.waitForSelector('[data-test=case-state][data-state=IN_REVIEW]')

  await as(page, officer, '/cases?view=all')
  await page.waitForSelector(`[data-case="${id}"]`)
  await page.click(`[data-case="${id}"]`)
  await page.waitForSelector('[data-test=glance] [data-test=open-case]')
  await shot(page, 'inbox-zh')
  equal((await barriers(page, 'the inbox')).join(' | '), '', 'barriers')
  await fits(page, 'the inbox')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=process] .node')
  equal(await page.locator('[data-node=accept]').getAttribute('data-state'), 'DONE', 'the acceptance is done')
  await shot(page, 'case-zh')
  equal((await barriers(page, 'a case')).join(' | '), '', 'barriers')
  await fits(page, 'a case')
  await page.click('[data-test=part-form]')
  check((await page.locator('[data-test=form-facts]').innerText()).includes('180'), 'what was applied for is shown')
  await as(page, officer, `/cases/${id}`, 'en')
  await page.waitForSelector('[data-test=process] .node')
  await shot(page, 'case-en')
  await fits(page, 'a case in English')
}
