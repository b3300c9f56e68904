import { check, shot, signIn, URL_, verdict } from '../browser.mjs'

export const size = { width: 390, height: 844, phone: true }

/** On a phone nothing is cut at the side, the sheets open over the map, and a sample has its verdict. */
export async function run({ page }) {
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
  await page.goto(`${URL_}/sign-in`)
  await page.waitForSelector('#password')
  check((await wide()) <= 390, 'sign-in fits')
  await shot(page, 'phone-sign-in-zh')
  await signIn(page)
  await page.waitForSelector('[data-test=map] canvas')
  check((await wide()) <= 390, 'the desk fits')
  await shot(page, 'phone-desk-zh')
  await page.click('[data-sheet=layers]')
  await shot(page, 'phone-layers-zh')
  await page.click('[data-sheet=verdict]')
  await page.click('[data-test=showcase] li:nth-child(2) button')
  await verdict(page)
  await shot(page, 'phone-verdict-zh')
  await page.click('[data-sheet=tables]')
  await shot(page, 'phone-tables-zh')
  await page.click('[data-sheet=tables]')
  await shot(page, 'phone-map-zh')
  await page.goto(`${URL_}/reviews`)
  await page.waitForSelector('h1')
  check((await wide()) <= 390, 'the list fits')
  await shot(page, 'phone-reviews-zh')
}
