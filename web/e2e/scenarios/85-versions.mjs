import { api, barriers, check, equal, fits, settled, shot, signIn } from '../browser.mjs'

export const about = 'two released versions of a layer are compared from the catalogue: map, classes that add up, features; and two years of a review on one switch'

const cents = (area) => Math.round(Number(area) * 100)

export async function run({ page }) {
  await signIn(page, { user: 'luozhiyuan', to: '/data/catalogue/DLTB' })
  await page.waitForSelector('[data-test=versions]')
  await page.locator('[data-test=compare-versions]').last().click()
  await page.waitForSelector('[data-test=versions-compared]')
  await page.waitForSelector('[data-test=comparison]')
  const query = new URL(page.url()).searchParams
  const difference = (await api(page, `/api/layers/DLTB/difference?from=${query.get('from')}&to=${query.get('to')}`)).body
  equal(difference.classes.reduce((sum, c) => sum + cents(c.after), 0), cents(difference.after), 'the classes add up')
  check(difference.fromDate < difference.toDate && difference.fromKnown !== null, 'both versions are named on both clocks')
  await settled(page)
  await shot(page, 'versions-swipe-zh')
  await page.click('[data-tab=features]')
  await page.waitForSelector('[data-test=change-table] [data-change-key]')
  await page.locator('[data-test=change-table] [data-change-key]').first().click()
  await page.click('[data-test=views] [data-view=side]')
  await settled(page)
  await shot(page, 'versions-side-zh')
  equal((await barriers(page, 'two versions')).join(' | '), '', 'barriers')
  await page.click('[data-test=lang]')
  await page.waitForSelector('[data-test=comparison]')
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.click('[data-test=views] [data-view=through]')
  await settled(page)
  await fits(page, 'two versions at 1366')
  await shot(page, 'versions-through-1366-en')
}
