import { api, check, equal, shot } from '../browser.mjs'
import { apply, as, beside, CITIZEN, farmland } from '../citizen.mjs'

export const size = { width: 390, height: 844, phone: true }
export const about = 'a house on basic farmland is refused with its article; beside it the house is corrected once, accepted with a paper promised, reviewed in parallel, approved, handed out and rated; every step is in the proof log'

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'

/** Waits until a case answers what is wanted: reviews and papers are made by tasks. */
async function until(page, id, what, holds) {
  for (let look = 0; look < 60; look += 1) {
    const { body } = await api(page, `/api/cases/${id}`)
    if (holds(body)) return body
    await page.waitForTimeout(1_000)
  }
  throw new Error(`not within a minute: ${what}`)
}

/** One officer's act at a step, on the officer's own sign-in. */
async function act(page, who, id, step, conclusion, words = '') {
  await as(page, who, '/cases')
  const body = await until(page, id, `${step} is open`, (now) => now.tasks?.some((task) => task.step === step && (task.doneAt ?? null) === null))
  const task = body.tasks.find((each) => each.step === step && (each.doneAt ?? null) === null)
  const done = await api(page, `/api/cases/${id}/acts`, { task: task.id, conclusion, words, back: null, checked: [] })
  equal(done.status, 200, `${who} at ${step}: ${JSON.stringify(done.body).slice(0, 300)}`)
  check(/^[0-9a-f]{64}$/.test(done.body.receipt ?? ''), 'the act answers with its leaf')
  return done.body
}

export async function run({ page }) {
  const bad = await farmland(page)
  // on basic farmland: taken in, examined, refused with the article
  await as(page, CITIZEN, '/portal')
  const refused = await apply(page, bad, '占基本农田建房（演示）')
  await act(page, 'nongxiaotang', refused, 'accept', 'ACCEPT')
  await as(page, 'qinyutong', '/cases')
  const reviewed = await until(page, refused, 'the review has run', (now) => now.review !== null)
  equal(reviewed.review.conclusion, 'FAIL', 'the review of the farmland')
  const examine = reviewed.tasks.find((each) => each.step === 'examine' && (each.doneAt ?? null) === null)
  const agreed = await api(page, `/api/cases/${refused}/acts`, { task: examine.id, conclusion: 'AGREE', words: 'yes', back: null, checked: [] })
  equal(agreed.status, 409, `nobody agrees to a conflict: ${JSON.stringify(agreed.body).slice(0, 200)}`)
  await act(page, 'qinyutong', refused, 'examine', 'REFUSE', '拟建范围占用永久基本农田')
  await act(page, 'heyining', refused, 'check', 'REFUSE', '同意审查意见，占用永久基本农田')
  await act(page, 'lusiqi', refused, 'decide', 'REFUSE', '占用永久基本农田，不予许可')
  await as(page, CITIZEN, `/portal/cases/${refused}`)
  await page.waitForSelector('[data-test=case][data-state=REFUSED]')
  const said = await page.locator('[data-test=refusal]').innerText()
  check(/基本农田/.test(said) && /第.+条/.test(said), `the refusal names its article: ${said.slice(0, 400)}`)
  await shot(page, 'portal-refused-zh')

  // beside it, with what may come later promised
  const id = await apply(page, await beside(page, bad), '上洲屯建房二（演示）')
  await act(page, 'nongxiaotang', id, 'accept', 'CORRECT', '四邻意见请补签（演示）')
  await as(page, CITIZEN, `/portal/cases/${id}`)
  equal((await api(page, `/api/public/applications/${id}/corrected`, {})).status, 200, 'corrected once')
  await act(page, 'nongxiaotang', id, 'accept', 'ACCEPT')
  await as(page, 'qinyutong', '/cases')
  await until(page, id, 'the review has run', (each) => each.review !== null)
  await act(page, 'qinyutong', id, 'examine', 'AGREE', '符合村庄规划（演示）')
  await act(page, 'zhouyanqiu', id, 'join-cropland', 'AGREE', '不占耕地（演示）')
  await act(page, 'mengqingchuan', id, 'join-geohazard', 'AGREE', '不切坡（演示）')
  await act(page, 'heyining', id, 'check', 'AGREE', '同意')
  await act(page, 'lusiqi', id, 'decide', 'AGREE', '同意')

  // what was promised comes before the paper is handed out
  await as(page, CITIZEN, `/portal/cases/${id}`)
  await page.waitForSelector('[data-test=owed]')
  await shot(page, 'portal-owed-zh')
  for (const material of await page.locator('[data-test=owed] [data-give]').evaluateAll((all) => all.map((each) => each.getAttribute('data-give')))) {
    await page.setInputFiles(`[data-give="${material}"]`, { name: `${material}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(PDF) })
    await page.waitForSelector(`[data-give="${material}"]`, { state: 'detached' })
  }
  const issued = await act(page, 'qinmolan', id, 'issue', 'DONE')
  equal(issued.state, 'ISSUED', 'at the end')
  await as(page, CITIZEN, `/portal/cases/${id}`)
  await page.waitForSelector('[data-test=case][data-state=ISSUED]')
  await shot(page, 'portal-issued-zh')
  const paper = await page.evaluate(async (to) => (await fetch(to)).headers.get('Content-Type'), `/api/public/applications/${id}/paper`)
  equal(paper, 'application/pdf', 'the certificate')
  await page.locator('[data-level="5"]').check({ force: true })
  await page.click('[data-test=rate-go]')
  await page.waitForFunction(() => document.querySelector('[data-test=rate]') !== null && document.querySelector('[data-test=rate-go]') === null)

  await as(page, 'huangzichun', '/log')
  const { body } = await api(page, `/api/proof/entries?object=${id}`)
  const acts = body.items.map((entry) => entry.act)
  for (const wanted of ['submit', 'ask-correction', 'accept', 'review', 'agree', 'number', 'do']) check(acts.some((each) => each.includes(wanted)), `${wanted} is in the log: ${acts.join(' ')}`)
}
