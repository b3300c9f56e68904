import { api, barriers, check, equal, fits, shot } from '../browser.mjs'
import { apply, as, beside, CITIZEN, farmland } from '../citizen.mjs'

export const size = { width: 390, height: 844, phone: true }
export const about = 'an officer ticks what is to be corrected; the applicant finds that alone open, on a phone, in both languages, and hands it in'

export async function run({ page }) {
  const bad = await farmland(page)
  await as(page, CITIZEN, '/portal')
  const id = await apply(page, await beside(page, bad), '补正演示房（演示）')

  await page.setViewportSize({ width: 1366, height: 768 })
  await as(page, 'nongxiaotang', `/cases/${id}`, 'en')
  await page.click('[data-test=conclude-CORRECT]')
  await page.waitForSelector('[data-test=correction-pick]')
  await page.check('[data-correct=storeys]')
  const paper = await page.locator('[data-test=correction-pick] fieldset:last-of-type [data-correct]').first().getAttribute('data-correct')
  await page.check(`[data-correct="${paper}"]`)
  await page.fill('[data-test=opinion-words]', '层数与材料不一致，请补正（演示）')
  await shot(page, 'correction-pick-en')
  equal((await barriers(page, 'what is to be corrected')).join(' | '), '', 'barriers')
  await page.click('[data-test=opinion-go]')
  await page.waitForFunction(() => document.querySelector('[data-test=conclude-CORRECT]') === null)

  await page.setViewportSize({ width: 390, height: 844 })
  await as(page, CITIZEN, `/portal/cases/${id}`)
  await page.click('[data-test=asked] .btn')
  await page.waitForSelector('[data-test=only]')
  await page.waitForSelector('[data-field=storeys] input')
  equal(await page.locator('[data-field]').evaluateAll((all) => all.map((each) => each.dataset.field).join()), 'storeys', 'the open fields')
  equal(await page.locator('[data-test=name]').count(), 0, 'the name stays')
  await shot(page, 'correction-fill-zh')
  await page.fill('[data-field=storeys] input', '2')
  await page.click('[data-test=next]')
  await page.waitForSelector(`[data-asked="${paper}"]`)
  equal(await page.locator('[data-give]').evaluateAll((all) => all.map((each) => each.dataset.give).join()), paper, 'the open papers')
  await shot(page, 'correction-papers-zh')
  await fits(page, 'the papers of a correction')
  await page.setInputFiles(`[data-give="${paper}"]`, { name: 'again.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') })
  await page.waitForFunction(() => document.body.innerText.includes('again.pdf'))
  // what was not asked is refused by the server as well
  const { body } = await api(page, `/api/public/applications/${id}`)
  const other = await page.evaluate(async ([to, json]) => {
    const token = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '')
    const answer = await fetch(to, { method: 'PUT', headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token }, body: JSON.stringify(json) })
    return { status: answer.status, body: await answer.json() }
  }, [`/api/public/applications/${id}`, { name: body.name, form: { ...body.form, height: 9 }, site: body.site }])
  check(other.status === 422 || other.status === 400, `another field: ${other.status} ${JSON.stringify(other.body).slice(0, 200)}`)
  check(JSON.stringify(other.body).includes('cases.not-to-correct'), JSON.stringify(other.body).slice(0, 300))
  await page.click('[data-test=next]')
  await page.waitForSelector('[data-test=submit]')
  await shot(page, 'correction-look-zh')
  await page.click('[data-test=submit]')
  await page.waitForSelector('[data-test=case][data-state=SUBMITTED]')
  equal((await api(page, `/api/public/applications/${id}`)).body.form.storeys, 2, 'the corrected storeys')
}
