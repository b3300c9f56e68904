import { readFileSync } from 'node:fs'
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
  const digest = await page.evaluate(async (canonical) => {
    const bytes = await (await fetch(canonical)).arrayBuffer()
    return Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (b) => b.toString(16).padStart(2, '0')).join('')
  }, `/api/reviews/${id}/canonical.json`)
  equal(digest, hash, 'the fingerprint is the SHA-256 of the canonical text')
  for (const lang of ['zh', 'en']) {
    if (lang === 'en') await page.click('[data-test=lang]')
    const [asked, paper] = await Promise.all([page.waitForRequest('**/report.pdf'), page.waitForEvent('download'), page.click('[data-test=pdf]')])
    equal((await asked.allHeaders())['accept-language'], lang, 'the report speaks the page\'s language')
    const bytes = readFileSync(await paper.path())
    check(bytes.subarray(0, 5).toString() === '%PDF-' && bytes.length > 20_000, `it is a PDF of ${bytes.length} bytes`)
    check(paper.suggestedFilename().endsWith(`${id}.pdf`), `its file name: ${paper.suggestedFilename()}`)
  }
  await page.click('[data-test=lang]')
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
