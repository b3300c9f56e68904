import { api, barriers, check, equal, fits, settled, shot, signIn, URL_, window_ } from '../browser.mjs'

export const about = 'the catalogue is searched, narrowed and opened; coverage adds up in every unit; a version leads to the map at both of its clocks'

const figure = (text) => Number(text.replace(/,/g, ''))

export async function run({ page, context }) {
  await signIn(page, { user: 'luozhiyuan', to: '/data/catalogue' })
  await page.waitForSelector('[data-test=entry-DLTB]')
  const all = (await api(page, '/api/catalogue')).body.entries
  equal(await page.locator('[data-test^=entry-][href]').count(), all.length, 'every layer has its line')
  await page.fill('[data-test=entry-search]', 'mining')
  equal(await page.locator('[data-test^=entry-][href]').count(), all.filter((e) => `${e.zh} ${e.en} ${e.unit.en} ${e.standard}`.toLowerCase().includes('mining')).length, 'found by an English name')
  await page.fill('[data-test=entry-search]', '')
  await page.click('[data-state=OVERDUE]')
  equal(await page.locator('[data-test^=entry-][href]').count(), all.filter((e) => e.freshness.state === 'OVERDUE').length, 'narrowed to what is overdue')
  await page.click('[data-state=OVERDUE]')

  await page.focus('[data-test=entry-DLTB]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=detail-DLTB]')
  await page.waitForSelector('[data-test=coverage] tr.tot')
  for (const unit of ['m2', 'ha', 'mu']) {
    await page.click(`[data-test=coverage] [data-unit=${unit}]`)
    const rows = await page.locator('[data-test=coverage] tbody tr').evaluateAll((trs) => trs.map((tr) => [...tr.cells].slice(1, 3).map((c) => c.textContent)))
    const total = rows.pop().map(figure)
    for (const i of [0, 1]) equal(rows.reduce((sum, row) => sum + Math.round(figure(row[i]) * 10_000), 0), Math.round(total[i] * 10_000), `column ${i} adds up in ${unit}`)
  }
  await page.click('[data-test=coverage] [data-unit=ha]')
  await fits(page, 'catalogue')
  equal((await barriers(page, 'catalogue')).length, 0, 'no barrier')
  await shot(page, 'catalogue-zh')

  await page.locator('[data-test=versions] a').last().click()
  await page.waitForSelector('[data-test=map]')
  await settled(page)
  const address = new URL(page.url())
  equal(address.searchParams.get('layers'), 'DLTB', 'the map shows this layer alone')
  check(/^\d{4}-\d\d-\d\d$/.test(address.searchParams.get('t') ?? '') && address.searchParams.has('k'), 'at both of its clocks')

  const before = await api(page, '/api/catalogue?asOf=2024-06-30')
  equal(before.body.entries.find((e) => e.layer === 'DLTB').snapshot.inForceFrom, '2023-12-31', 'an earlier day has its own catalogue')
  const file = await page.evaluate(async () => { const r = await fetch('/api/catalogue/file?what=entries&as=csv'); return r.text() })
  equal(file.trim().split('\r\n').length, all.length + 1, 'the file has a line for each layer')

  const phone = await window_(context.browser(), { width: 390, height: 844, phone: true })
  await signIn(phone.page, { to: '/data/catalogue/DLTB', lang: 'en' })
  await phone.page.waitForSelector('[data-test=coverage] tr.tot')
  const { wide, narrow } = await phone.page.evaluate(() => ({ wide: document.documentElement.scrollWidth, narrow: innerWidth }))
  check(wide <= narrow, 'on a phone the page is as wide as the phone; its tables are shifted')
  await shot(phone.page, 'catalogue-phone-en')
  await phone.page.goto(`${URL_}/data/catalogue/NONE`)
  await phone.page.waitForSelector('[data-code="catalogue.unknown-entry"]')
  await phone.context.close()
}
