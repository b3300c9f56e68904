import { check, sample, signIn, URL_, VIEWER } from '../browser.mjs'

export const about = 'who may only read prints a stored review and sees why the pieces are not for taking'

export async function run({ page }) {
  await signIn(page)
  await sample(page, '02-farmland')
  await page.click('[data-test=store]')
  await page.click('[data-test=stored-link]')
  await page.waitForSelector('[data-test=stored-review]')
  const address = page.url()
  await page.context().clearCookies()
  await signIn(page, { user: VIEWER })
  await page.goto(address)
  await page.waitForSelector('[data-test=review-map][data-ready=true]')
  check(await page.locator('[data-test=pdf]').isEnabled(), 'the report may be printed')
  check(await page.locator('[data-test=gpkg]').isDisabled(), 'the pieces may not be taken')
  check(((await page.locator('[data-test=gpkg]').getAttribute('title')) ?? '') !== '', 'and the button says who can grant it')
  check((await page.goto(`${URL_}/api/reviews`)).ok(), 'the list is open to them')
}
