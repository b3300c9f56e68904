import { api, barriers, check, clear, equal, fits, sample, shot, signIn } from '../browser.mjs'

export const about = 'two reviews side by side say what changed and why, and each side adds up; a date, and a site that has moved'

const cents = (area) => Math.round(Number(area) * 100)

export async function run({ page }) {
  await signIn(page)
  await sample(page, '11-cropland')
  await page.click('[data-test=store]')
  await page.waitForSelector('[data-test=stored-link]')
  await page.click('[data-test=stored-link]')
  await page.waitForSelector('[data-test=stored-review]')
  const id = page.url().split('/').pop()
  await page.click('[data-test=compare]')
  await page.waitForSelector('[data-test=compare-form]')
  await shot(page, 'compare-empty-zh')
  await page.fill('#c-as-of', '2024-06-30')
  await page.keyboard.press('Tab')
  await page.click('[data-test=compare-go]')
  await page.waitForSelector('[data-test=comparison]')
  await page.waitForSelector('[data-cause=LAYER]')
  equal(await page.locator('[data-cause=GEOMETRY]').count(), 0, 'the site is the same')
  await shot(page, 'compare-years-zh')
  const years = (await api(page, '/api/comparisons', { a: { review: id }, b: { review: id, asOf: '2024-06-30' } })).body
  for (const side of ['a', 'b'])
    for (const sheet of years.sheets) equal(sheet.lines.reduce((sum, line) => sum + cents(line[side]), 0), cents(years[side].legalArea), `${sheet.layer} on side ${side}`)
  const same = (await api(page, '/api/comparisons', { a: { review: id }, b: { review: id } })).body
  equal(same.causes.length + same.findings.filter((f) => f.changed).length, 0, 'differences of a review with itself')
  const troubles = await barriers(page, 'comparison')
  equal(troubles.join(' | '), '', 'barriers')
  await page.click('[data-test=lang]')
  await page.waitForSelector('[data-test=comparison]')
  await fits(page, 'the comparison in English')
  await shot(page, 'compare-years-en')
  await page.click('[data-test=lang]')
  await page.emulateMedia({ media: 'print' })
  equal(await page.locator('[data-test=compare-form]').isVisible(), false, 'the form on paper')
  await page.emulateMedia({ media: 'screen' })
  // another site on the desk: the outline is the reason
  await page.click('.to-desk')
  await clear(page)
  await sample(page, '02-farmland')
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.waitForSelector('[data-test=compare-form]')
  await page.waitForSelector(`#c-a option[value="${id}"]`, { state: 'attached' })
  await page.selectOption('#c-a', id)
  await page.selectOption('#c-b', 'desk')
  await page.click('[data-test=compare-go]')
  await page.waitForSelector('[data-cause=GEOMETRY]')
  check((await page.locator('[data-test=compare-findings] tr[data-rule=permanent-farmland]').count()) === 1, 'farmland is a finding that changed')
  await shot(page, 'compare-moved-zh')
}
