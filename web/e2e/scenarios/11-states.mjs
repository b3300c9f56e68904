import { check, PASSWORD, REVIEWER, sample, settled, shot, signIn, URL_, VIEWER } from '../browser.mjs'

export const about = 'no network, a failing server and an ended session each say what is so, and the work goes on when they are over'

export async function run({ page, context }) {
  await signIn(page)
  await sample(page, '02-farmland')
  await context.setOffline(true)
  await page.click('[data-test=store]')
  await page.waitForSelector('[data-code=offline]')
  await page.waitForSelector('.net-strip')
  check(await page.locator('[data-test=conclusion]').isVisible(), 'what is shown stays')
  await shot(page, 'state-offline-zh')
  await context.setOffline(false)
  await page.click('[data-test=store]')
  await page.waitForSelector('[data-test=stored]')
  await page.waitForSelector('.net-strip', { state: 'detached' })

  const live = '**/api/reviews/live'
  const failing = { type: 'urn:cuntu:problem:unexpected', title: '服务器内部错误。', status: 500, code: 'unexpected', incident: 'i-test' }
  await page.route(live, (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(failing) }))
  await page.click('[data-test=empty-desk]')
  await page.click('[data-test=showcase] [data-sample="01-clean"]')
  await page.waitForSelector('[data-test=panel-problem] [data-code=unexpected]')
  check((await page.locator('[data-test=panel-problem]').innerText()).includes('i-test'), 'the incident number is shown')
  await shot(page, 'state-failing-zh')
  await page.unroute(live)
  await page.click('[data-test=panel-problem] .btn')
  await page.waitForSelector('[data-test=conclusion]')

  await settled(page)
  await context.clearCookies({ name: /^(?!XSRF)/ })
  await page.click('[data-test=store]')
  await page.waitForURL(`${URL_}/sign-in**`)
  check((await page.locator('[role=status]').count()) > 0, 'it says that the session has ended')
  await shot(page, 'state-ended-zh')
  await page.fill('#user', REVIEWER)
  await page.fill('#password', PASSWORD)
  await page.click('button[type=submit]')
  await page.waitForSelector('[data-test=conclusion]')

  await settled(page)
  await context.clearCookies({ name: /^(?!XSRF)/ })
  await page.click('[data-test=store]')
  await page.waitForURL(`${URL_}/sign-in**`)
  await page.fill('#user', VIEWER)
  await page.fill('#password', PASSWORD)
  await page.click('button[type=submit]')
  await page.waitForSelector('[data-test=showcase] button')
  check((await page.locator('[data-test=conclusion]').count()) === 0, 'another user does not find the first one\'s site')
}
