import { check, equal, sample, shot, signIn } from '../browser.mjs'

export const about = 'a stored review shows its fingerprint, gives its PDF, replays to the same bytes and is in the list'

export async function run({ page }) {
  await signIn(page)
  await sample(page, '02-farmland')
  const hash = await page.locator('[data-test=conclusion]').getAttribute('data-hash')
  await page.click('[data-test=store]')
  await page.waitForSelector('[data-test=stored-link]')
  await shot(page, 'desk-stored-zh')
  await page.click('[data-test=stored-link]')
  await page.waitForSelector('[data-test=stored-review]')
  equal(await page.locator('[data-test=hash]').innerText(), hash, 'the stored result is the one that was shown')
  const id = page.url().split('/').pop()
  const { digest, pdf } = await page.evaluate(async ([canonical, paper]) => {
    const bytes = await (await fetch(canonical)).arrayBuffer()
    const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    const r = await fetch(paper)
    return {
      digest: Array.from(sum, (b) => b.toString(16).padStart(2, '0')).join(''),
      pdf: { status: r.status, type: r.headers.get('Content-Type'), start: (await r.text()).slice(0, 5) },
    }
  }, [`/api/reviews/${id}/canonical.json`, await page.locator('[data-test=pdf]').getAttribute('href')])
  equal(digest, hash, 'the fingerprint is the SHA-256 of the canonical text')
  equal(pdf.status, 200, 'the PDF is there')
  check(pdf.type?.includes('application/pdf') && pdf.start === '%PDF-', `it is a PDF: ${JSON.stringify(pdf)}`)
  await page.click('[data-test=replay]')
  await page.waitForSelector('[data-test=replay-same]')
  await shot(page, 'review-zh')
  await page.click('nav a[href="/reviews"]')
  await page.waitForSelector(`[data-test=reviews] a[href="/reviews/${id}"]`)
  await shot(page, 'reviews-zh')
  await page.goto(new URL('/reviews/r-00000000', page.url()).href)
  await page.waitForSelector('[data-code="review.unknown"]')
  await shot(page, 'review-unknown-zh')
}
