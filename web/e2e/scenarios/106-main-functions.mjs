import { barriers, equal, settled, shot, signIn, VIEWER } from '../browser.mjs'

export const about = 'main functions add up by county and township, and a place has one'

/** In last places of the unit: hectares have four. */
const steps = (text) => (text === '–' ? 0 : Number(text.replaceAll(',', '').replace('.', '')))

export async function run({ page }) {
  await signIn(page, { user: VIEWER, to: '/plans/functions', lang: 'en' })
  await page.waitForSelector('[data-test=functions] .tot')
  const read = () => page.$$eval('[data-test=functions] tbody tr', (rows) => rows.map((r) => [...r.children].map((c) => c.textContent.trim())))
  const rows = await read()
  const parts = rows.slice(0, -2)
  const sum = rows.at(-2)
  for (let n = 1; n < sum.length - 1; n += 1) equal(parts.reduce((all, r) => all + steps(r[n]), 0), steps(sum[n]), `column ${n}`)
  for (const r of rows.slice(0, -1)) equal(r.slice(1, -2).reduce((all, text) => all + steps(text), 0), steps(r.at(-2)), `row ${r[0]}`)
  await settled(page)
  await shot(page, 'functions-en')
  equal((await barriers(page, 'functions')).join(' | '), '', 'barriers')

  const box = await page.locator('[data-test=map]').boundingBox()
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await page.waitForSelector('[data-test=said]')
  await page.waitForSelector('[data-test=functions] tr.sel')
  await settled(page)
  await shot(page, 'functions-place-en')
}
