import { api, barriers, check, equal, fits, shot, signIn } from '../browser.mjs'

export const about = 'who holds what and how late adds up to the whole, leads to the cases, and becomes a bulletin that is never changed'

async function as(page, user, to, lang = 'zh') {
  await page.context().clearCookies()
  await signIn(page, { user, to, lang })
}

export async function run({ page }) {
  await as(page, 'wenruohan', '/supervision')
  await page.waitForSelector('[data-test=tiles]')
  for (const by of ['matter', 'county', 'person', 'section']) {
    await page.click(`[data-test=by-${by}]`)
    await page.waitForSelector(`[data-test=by-${by}][aria-pressed=true]`)
  }
  const found = (await api(page, '/api/supervision/process?by=county')).body
  equal(found.rows.reduce((sum, r) => sum + r.open, 0), found.total.open, 'counties add up to what is open')
  equal(found.rows.reduce((sum, r) => sum + r.finished, 0), found.total.finished, 'and to what was finished')
  equal(found.trend.reduce((sum, p) => sum + p.finished, 0), found.total.finished, 'and so does the trend')
  await shot(page, 'supervision-zh')
  equal((await barriers(page, 'the supervision')).join(' | '), '', 'barriers')
  await fits(page, 'the supervision')
  const [saved] = await Promise.all([page.waitForEvent('download'), page.click('[data-test=xlsx]')])
  check(/\.xlsx$/.test(saved.suggestedFilename()), 'the table is saved')

  await page.click('[data-test=new-bulletin]')
  const month = await page.locator('[data-test=bulletin-month]').inputValue()
  await page.fill('[data-test=bulletin-words]', '演示通报')
  await page.click('[data-test=release-bulletin]')
  await page.waitForSelector(`[data-bulletin="${month}"]`)
  const again = await api(page, '/api/supervision/bulletins', { month, words: 'again' })
  equal([again.status, again.body.code].join(' '), '409 supervision.released', 'a month has one bulletin')
  const { id } = (await api(page, '/api/supervision/bulletins')).body.bulletins[0]
  const paper = await page.evaluate(async (of) => {
    const response = await fetch(`/api/supervision/bulletins/${of}/paper?format=pdf`)
    return [response.status, (await response.arrayBuffer()).byteLength]
  }, id)
  equal(paper[0], 200, 'its paper')
  check(paper[1] > 5_000, 'the paper has its table')
  await shot(page, 'bulletin-zh')
  await page.click('[data-test=tile-open]')
  await page.waitForURL(/\/cases\?view=all/)

  await as(page, 'wenruohan', '/supervision', 'en')
  await page.waitForSelector('[data-test=tiles]')
  await shot(page, 'supervision-en')
  await fits(page, 'the supervision in English')
  await as(page, 'weijianing', '/supervision')
  await page.waitForSelector('main .blank h2')
}
