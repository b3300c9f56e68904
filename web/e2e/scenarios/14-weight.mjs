import { gzipSync } from 'node:zlib'
import { check, PASSWORD, REVIEWER, settled, URL_ } from '../browser.mjs'

export const about = 'the first load is under 700 kB compressed and comes with a content security policy'

export async function run({ page }) {
  const parts = []
  page.on('response', (r) => new URL(r.url()).pathname.startsWith('/api/') || parts.push(r.body().then((body) => gzipSync(body).length)))
  const first = await page.goto(URL_)
  check(/default-src 'self'/.test(first.headers()['content-security-policy'] ?? ''), 'there is a content security policy')
  await page.fill('#user', REVIEWER)
  await page.fill('#password', PASSWORD)
  await page.click('button[type=submit]')
  await page.waitForSelector('[data-test=map]')
  await settled(page)
  const sum = (await Promise.all(parts)).reduce((a, b) => a + b, 0)
  check(parts.length >= 4, 'scripts and styles came')
  check(sum < 700_000, `the first load is ${sum} bytes compressed`)
}
