import { api, AUDITOR, barriers, check, equal, fits, shot, signIn, VIEWER, window_ } from '../browser.mjs'

export const about = 'somebody who is refused again and again is noticed, and the auditor comes from the notice to the entries of that hour'
const OFTEN = 35
const SECURITY = 'liangsimiao'

export async function run({ page, context }) {
  const viewer = await window_(context.browser())
  await signIn(viewer.page, { user: VIEWER })
  for (let i = 0; i < OFTEN; i += 1) equal((await api(viewer.page, '/api/accounts')).status, 403, 'a viewer reads no accounts')
  await viewer.context.close()

  await signIn(page, { user: AUDITOR, to: '/log/unusual' })
  await page.waitForSelector('[data-test=unusual-usual]')
  const row = page.locator(`[data-test=unusual] tr[data-person="${VIEWER}"][data-kind=REFUSALS]`).first()
  // the look along the log comes four times a minute
  for (let i = 0; i < 40 && (await row.count()) === 0; i += 1) {
    await page.waitForTimeout(1000)
    await page.click('[data-test=unusual-go]')
  }
  check((await row.count()) > 0, 'the refusals were noticed')
  equal((await barriers(page, 'unusual acts')).join(), '', 'axe-core')
  await fits(page, 'unusual acts')
  await shot(page, 'unusual-zh')
  await row.locator('[data-test=unusual-entries]').click()
  await page.waitForSelector('[data-test=span]')
  await page.waitForSelector('[data-test=entries] tr[data-act="identity:access:refuse"]')
  equal(await page.locator('[data-test=ask-person]').inputValue(), VIEWER, 'the entries are that person\'s')
  await shot(page, 'unusual-entries-zh')
  await page.click('[data-test=span] button')
  await page.waitForSelector('[data-test=span]', { state: 'detached' })

  await page.goBack()
  await page.click('[data-test=view-unusual]')
  await page.fill('[data-test=unusual-person]', 'nobody-like-this')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=unusual-none]')
  await page.click('[data-test=lang]')
  await page.waitForSelector('[data-test=unusual-none]')
  await fits(page, 'unusual acts in English')
  await shot(page, 'unusual-none-en')

  const other = await window_(context.browser(), { width: 1366, height: 768 })
  await signIn(other.page, { user: SECURITY, to: '/log/unusual', lang: 'en' })
  await other.page.waitForSelector('[data-test=unusual] tbody tr')
  equal(await other.page.locator('[data-test=unusual-entries]').count(), 0, 'the security administrator does not read the log')
  await fits(other.page, 'unusual acts at 1366')
  await shot(other.page, 'unusual-security-en')
  await other.context.close()
}
