import { AUDITOR, barriers, check, equal, fits, shot, signIn, VIEWER, window_ } from '../browser.mjs'

export const about = 'the auditor asks for the erasure of typed words, the security administrator decides, and the proof still holds'
const SECURITY = 'liangsimiao'

export async function run({ page, context }) {
  const viewer = await window_(context.browser())
  await signIn(viewer.page, { user: VIEWER })
  await viewer.page.fill('[data-test=search]', '覃某某')
  await viewer.page.keyboard.press('Enter')
  await viewer.page.waitForTimeout(300)
  await viewer.context.close()

  await signIn(page, { user: AUDITOR, to: '/log' })
  await page.fill('[data-test=ask-typed]', '覃某某')
  await page.selectOption('[data-test=ask-act]', 'search:*')
  await page.click('[data-test=ask]')
  await page.locator('[data-test=entries] tr[data-act="search:entry:read"]').first().click()
  await page.click('[data-test=erase]')
  await page.fill('[data-test=erase-reason]', '本人书面申请(演示)')
  equal((await barriers(page, 'erase dialog')).join(), '', 'axe-core')
  await page.click('[data-test=erase-go]')
  await page.waitForSelector('[data-test=erasures] tr[data-state=ASKED]')
  equal(await page.locator('[data-test=erase-yes]').count(), 0, 'who asks does not decide')
  await shot(page, 'erasure-asked-zh')

  const other = await window_(context.browser())
  await signIn(other.page, { user: SECURITY, to: '/log/erasures' })
  await other.page.waitForSelector('[data-test=erase-yes]')
  equal(await other.page.locator('[data-test=view-entries]').count(), 0, 'the security administrator does not read the log')
  await other.page.locator('[data-test=erase-yes]').first().click()
  await other.page.waitForSelector('[data-test=erasures] tr[data-state=DONE]')
  await other.page.click('[data-test=view-heads]')
  await other.page.waitForSelector('[data-test=keys] tbody tr')
  await fits(other.page, 'keys')
  await other.context.close()

  await page.click('[data-test=view-entries]')
  await page.selectOption('[data-test=ask-act]', 'search:*')
  await page.fill('[data-test=ask-person]', VIEWER)
  await page.click('[data-test=ask]')
  await page.locator('[data-test=entries] tr[data-act="search:entry:read"]').first().click()
  await page.waitForSelector('[data-test=erased]')
  await page.waitForSelector('[data-test=included]')
  await page.click('[data-test=view-heads]')
  await page.waitForSelector('[data-test=standing]')
  await page.click('[data-test=hand]')
  await page.waitForSelector('[data-test=witnesses] .tag.ok')
  equal((await barriers(page, 'heads')).join(), '', 'axe-core')
  await fits(page, 'heads')
  check((await page.locator('[data-test=heads] tbody tr').count()) > 0, 'heads are listed')
  await shot(page, 'heads-zh')
}
