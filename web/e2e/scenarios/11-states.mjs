import { check, shot, signIn, URL_ } from '../browser.mjs'

/** No network, no right, a server that fails and an ended session each say what is so and what to do. */
export async function run({ page, context }) {
  await signIn(page)
  await page.waitForSelector('[data-test=showcase] button')
  const live = '**/api/reviews/live'
  await page.route(live, (route) => route.fulfill({ status: 403, contentType: 'application/json', body: '{}' }))
  await page.click('[data-test=showcase] li:nth-child(1) button')
  await page.waitForSelector('[data-code=forbidden]')
  await shot(page, 'state-forbidden-zh')
  await page.unroute(live)
  await page.route(live, (route) => route.abort())
  await page.click('[data-test=panel-problem] .btn')
  await page.waitForSelector('[data-code=offline]')
  await page.waitForSelector('.net-strip')
  await shot(page, 'state-offline-zh')
  await page.unroute(live)
  await page.click('[data-test=panel-problem] .btn')
  await page.waitForSelector('[data-test=conclusion]')
  await page.waitForSelector('.net-strip', { state: 'detached' })
  await context.clearCookies({ name: /^(?!XSRF)/ })
  await page.click('[data-test=store]')
  await page.waitForURL(`${URL_}/sign-in**`)
  check((await page.locator('[role=status]').count()) > 0, 'it says that the session has ended')
  await shot(page, 'state-ended-zh')
}
