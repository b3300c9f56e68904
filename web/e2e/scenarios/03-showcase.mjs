import { api, check, clear, equal, shot, signIn, verdict } from '../browser.mjs'

/** Each sample site gives on the page the conclusion and the canonical hash that the API gives for the same request. */
export async function run({ page }) {
  await signIn(page)
  await page.waitForSelector('[data-test=showcase] button')
  const ids = await page.locator('[data-test=showcase] button').evaluateAll((all) => all.map((b) => b.dataset.sample))
  check(ids.length > 0, 'there are sample sites')
  for (const [i, id] of ids.entries()) {
    const asked = page.waitForResponse((r) => r.url().endsWith('/api/reviews/live') && r.status() === 200)
    await page.locator(`[data-test=showcase] [data-sample="${id}"]`).click()
    const request = (await asked).request().postDataJSON()
    const shown = await verdict(page)
    const answer = await api(page, '/api/reviews/live', request)
    equal(answer.status, 200, `${id}: the API answers`)
    equal(shown, answer.body.conclusion, `${id}: the conclusion`)
    check(typeof answer.body.canonicalHash === 'string', `${id}: the API gives a hash`)
    await page.waitForFunction((hash) => document.querySelector('[data-test=conclusion]')?.dataset.hash === hash, answer.body.canonicalHash)
    equal(await page.locator('[data-test=finding]').count() + answer.body.findings.filter((f) => f.verdict === 'PASS').length, answer.body.findings.length, `${id}: every finding is shown`)
    equal(await page.locator('[data-test=legal-area]').getAttribute('data-m2'), answer.body.site.legalArea, `${id}: the area`)
    await shot(page, `showcase-${String(i + 1).padStart(2, '0')}-zh`)
    await clear(page)
    await page.waitForSelector('[data-test=showcase] button')
  }
}
