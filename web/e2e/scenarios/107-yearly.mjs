import { api, barriers, check, equal, fits, settled, shot, signIn } from '../browser.mjs'

export const about = "a county's officer delivers a yearly change package with a patch too much, sees it on the map, mends it, has it released: 31 December shows the change with its cause, the year before is as it was"

const [COUNTY, DAY, BEFORE, CASE] = ['450203', '2026-12-31', '2026-12-30', 'XM-2026-0107']

async function as(page, user, to, lang = 'zh') {
  await page.context().clearCookies()
  await signIn(page, { user, to, lang })
}
async function at(page, state) {
  await page.waitForSelector(`[data-test=submission-state][data-state=${state}]`, { timeout: 90_000 })
}
async function decide(page, act, words) {
  await page.click(`[data-test=act-${act}]`)
  await page.fill('[data-test=act-words]', words)
  await page.click('[data-test=act-go]')
}
/** Two patches of woodland of the county as the survey in force has them, every field and every digit. */
async function woods(page) {
  const { body } = await api(page, `/api/survey/patches?division=${COUNTY}&cls=2.0301&size=60&asOf=${BEFORE}`)
  const small = body.items.filter((p) => Number(p.area) > 3000).slice(-2)
  return page.evaluate(async (numbers) => {
    const token = decodeURIComponent(document.cookie.split('; ').find((c) => c.startsWith('XSRF-TOKEN=')).slice(11))
    const form = new FormData()
    form.append('layer', 'DLTB')
    form.append('format', 'geojson')
    for (const bsm of numbers) form.append('where', `BSM=${bsm}`)
    const task = (await (await fetch('/api/exports', { method: 'POST', headers: { 'X-XSRF-TOKEN': token }, body: form })).json()).task
    for (;;) {
      const answer = await fetch(`/api/exports/${task}`)
      if (answer.ok) return (await answer.json()).features
      await new Promise((done) => setTimeout(done, 300))
    }
  }, small.map((p) => p.values.BSM))
}
const named = (feature, bsm) => ({ ...feature, properties: { ...feature.properties, BSM: bsm, TBBH: bsm.slice(-6), DLBM: '0601', DLMC: '工业用地', SJNF: 2026, BZ: CASE } })
const row = (feature, bsm) => ({ type: 'Feature', geometry: feature.geometry, properties: { BSM: '1', BGQTBBSM: feature.properties.BSM, BGQDLBM: feature.properties.DLBM, BGHTBBSM: bsm, BGHDLBM: '0601', TBBGMJ: feature.properties.TBMJ, SJNF: 2026 } })
function file(name, features) {
  const crs = { type: 'name', properties: { name: 'EPSG:4490' } }
  return { name, mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', crs, features })) }
}
const total = async (page, day) => (await api(page, `/api/survey/table?division=${COUNTY}&unit=m2&columns=second&asOf=${day}`)).body

export async function run({ page }) {
  await signIn(page, { user: 'luozhiyuan', to: '/survey' })
  const [first, second] = await woods(page)
  const was = JSON.stringify((await total(page, BEFORE)).rows)
  const [one, two] = ['450203200199990107', '450203200199990108']
  const process = file('鱼峰区_DLTBGXGC.geojson', [row(first, one)])

  await as(page, 'mojingyi', '/submissions/new')
  await page.waitForSelector('[data-test=s-layer] option[value=DLTB]', { state: 'attached' })
  await page.selectOption('[data-test=s-layer]', 'DLTB')
  await page.click('[data-kind=YEARLY]')
  await page.selectOption('[data-test=s-year]', DAY)
  await page.waitForFunction((county) => document.querySelector('[data-test=s-division]')?.value === county, COUNTY)
  await page.setInputFiles('[data-test=file-package]', [file('鱼峰区_DLTBGX.geojson', [named(first, one), named(second, two)]), process])
  await page.waitForSelector('[data-test=package-process]')
  await page.fill('[data-test=s-source]', '鱼峰区 2026 年度变更(演示)')
  await page.waitForSelector('[data-test=s-go]:not([disabled])')
  await fits(page, 'a yearly package')
  const troubles = await barriers(page, 'a yearly package')
  await shot(page, 'yearly-new-zh')
  await page.click('[data-test=s-go]')
  await at(page, 'MENDING')
  const address = new URL(page.url()).pathname
  await page.click('[data-rule=update-identity]')
  await page.waitForSelector('[data-rule=update-identity] + .places [data-issue]')
  check((await page.locator('[data-rule=update-identity] + .places').innerText()).includes(two), 'the patch too much is named')
  await settled(page)
  await shot(page, 'yearly-too-much-zh')

  await page.click('[data-test=act-resubmit]')
  await page.setInputFiles('[data-test=act-dialog] [data-test=file-package]', [file('鱼峰区_DLTBGX.geojson', [named(first, one)]), process])
  await page.waitForSelector('[data-test=act-dialog] [data-test=package-process]')
  await page.fill('[data-test=act-words]', '多出的图斑已删去')
  await page.click('[data-test=act-go]')
  await at(page, 'REVIEWING')
  await as(page, 'luozhiyuan', address)
  await at(page, 'REVIEWING')
  await decide(page, 'review', '与上一年度库逐块核对一致')
  await at(page, 'APPROVED')
  await as(page, 'luyunshu', address, 'en')
  await page.setViewportSize({ width: 1366, height: 768 })
  await fits(page, 'a yearly package in English')
  await shot(page, 'yearly-approved-en-1366')
  await decide(page, 'release', 'released')
  await at(page, 'RELEASED')

  await page.setViewportSize({ width: 1440, height: 900 })
  await as(page, 'qinyutong', `/survey?view=transition&from=2025-12-31&asOf=${DAY}&division=${COUNTY}&columns=SECOND`)
  await page.waitForSelector('[data-test=matrix] tr.tot', { timeout: 60_000 })
  const made = (await api(page, `/api/survey/transition?from=${BEFORE}&to=${DAY}&division=${COUNTY}&unit=m2&columns=second`)).body
  equal(made.changed, first.properties.TBMJ.toFixed(2), 'what changed is the patch')
  const causes = (await api(page, `/api/survey/causes?from=${BEFORE}&to=${DAY}&division=${COUNTY}`)).body
  equal(Number(causes.approved) + Number(causes.named) + Number(causes.unknown), Number(causes.total), 'causes add up')
  check(causes.groups.some((g) => g.number === CASE), 'the patch names its case')
  equal(JSON.stringify((await total(page, BEFORE)).rows), was, 'the year before')
  await page.waitForSelector('[data-test=cause-named]')
  await shot(page, 'yearly-transition-zh')
  equal(troubles.join(' | '), '', 'barriers')
}
