import { barriers, check, equal, fits, shot, signIn, window_ } from '../browser.mjs'

export const about = 'two years: the matrix adds up to both tables, a flow opens to its places on the map before and after; English, a laptop and a phone'

const steps = (text) => Math.round(Number(text.replace(/,/g, '').replace('−', '-')) * 100)

export async function run({ page, context }) {
  await signIn(page, { user: 'qinyutong', to: '/survey?view=transition' })
  await page.waitForSelector('[data-test=matrix] tr.tot', { timeout: 60_000 })
  const rows = await page.locator('[data-test=matrix] tbody tr').evaluateAll((trs) => trs.map((tr) => [...tr.cells].slice(1).map((c) => c.textContent.trim())))
  const total = await page.locator('[data-test=matrix] tr.tot td').evaluateAll((tds) => tds.slice(1).map((c) => c.textContent.trim()))
  const n = total.length - 2
  for (let c = 0; c < n; c++) equal(rows.reduce((sum, r) => sum + steps(r[c]), 0), steps(total[c]), `later class ${c} adds up`)
  for (const row of rows.slice(0, n)) equal(row.slice(0, n + 1).reduce((sum, f) => sum + steps(f), 0), steps(row[n + 1]), 'an earlier class adds up with its adjustment')
  check(await page.locator('[data-test=adds-up]').isVisible(), 'and it says so')
  await page.locator('[data-test=matrix] button.fig').first().click()
  await page.waitForSelector('[data-test=changes] tr[data-change]')
  await page.locator('[data-test=changes] tr[data-change]').first().click()
  await page.waitForSelector('[data-test=changes] tr.sel')
  await page.waitForSelector('[data-test=survey-map][data-drawn=true]')
  await page.waitForSelector('[data-test=causes] b')
  await fits(page, 'survey changes')
  equal(JSON.stringify(await barriers(page, 'survey changes')), '[]', 'no barrier')
  await shot(page, 'survey-changes-zh')

  const small = await window_(context.browser(), { width: 1366, height: 768 })
  await signIn(small.page, { to: '/survey?view=transition&columns=THREE', lang: 'en' })
  await small.page.waitForSelector('[data-test=matrix] tr.tot')
  await fits(small.page, 'survey changes en')
  await shot(small.page, 'survey-changes-en-1366')
  await small.context.close()

  const phone = await window_(context.browser(), { width: 390, height: 844, phone: true })
  await signIn(phone.page, { to: '/survey', lang: 'en' })
  await phone.page.waitForSelector('[data-test=survey-table] tr.tot')
  const { wide, narrow } = await phone.page.evaluate(() => ({ wide: document.documentElement.scrollWidth, narrow: innerWidth }))
  check(wide <= narrow, 'on a phone the page is as wide as the phone; its tables are shifted')
  await shot(phone.page, 'survey-phone-en')
  await phone.context.close()
}
