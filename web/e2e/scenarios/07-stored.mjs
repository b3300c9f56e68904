import { check, equal, shot, signIn, verdict } from '../browser.mjs'

/** A stored review is in the list, opens, gives its PDF and replays to the same bytes. */
export async function run({ page }) {
  await signIn(page)
  await page.click('[data-test=showcase] li:nth-child(2) button')
  await verdict(page)
  const hash = await page.locator('[data-test=conclusion]').getAttribute('data-hash')
  await page.click('[data-test=store]')
  await page.waitForSelector('[data-test=stored-link]')
  await shot(page, 'desk-stored-zh')
  await page.click('[data-test=stored-link]')
  await page.waitForSelector('[data-test=stored-review]')
  equal(await page.locator('[data-test=stored-review]').getAttribute('data-hash'), hash, 'the stored result is the one that was shown')
  const href = await page.locator('[data-test=pdf]').getAttribute('href')
  const pdf = await page.evaluate(async (u) => {
    const r = await fetch(u)
    return { status: r.status, type: r.headers.get('Content-Type'), start: (await r.text()).slice(0, 5) }
  }, href)
  equal(pdf.status, 200, 'the PDF is there')
  check(pdf.type?.includes('application/pdf') && pdf.start === '%PDF-', `it is a PDF: ${JSON.stringify(pdf)}`)
  await page.click('[data-test=replay]')
  await page.waitForSelector('[data-test=replay-same]')
  await shot(page, 'review-zh')
  await page.click('nav a[href="/reviews"]')
  await page.waitForSelector('[data-test=reviews] tbody tr')
  await shot(page, 'reviews-zh')
}
