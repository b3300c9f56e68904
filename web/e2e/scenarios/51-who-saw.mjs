import { AUDITOR, barriers, check, equal, fits, shot, signIn, VIEWER, window_ } from '../browser.mjs'

export const about = 'who saw a piece of ground, and who searched for a person, is told to the auditor'
export const size = { width: 1366, height: 768 }

export async function run({ page, context }) {
  const viewer = await window_(context.browser())
  await signIn(viewer.page, { user: VIEWER })
  await viewer.page.fill('[data-test=search]', '韦某某')
  const answered = viewer.page.waitForResponse((r) => new URL(r.url()).pathname === '/api/search')
  await viewer.page.keyboard.press('Enter')
  await answered
  await viewer.context.close()

  await signIn(page, { user: AUDITOR, to: '/log/seen' })
  await page.waitForSelector('[data-test=seen-text]')
  await shot(page, 'seen-first-zh')
  await page.fill('[data-test=seen-text]', '109.41, 24.33')
  await page.click('[data-test=seen-go]')
  await page.waitForSelector('[data-test=sums], [data-test=places]')
  if (await page.locator('[data-test=places]').count()) await page.locator('[data-test=places] button').first().click()
  await page.waitForSelector('[data-test=sums]')
  await page.click('[data-test=seen-person]')
  await page.fill('[data-test=seen-text]', '韦某某')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=sums]')
  check((await page.locator('[data-test=sums]').innerText()).includes('韦嘉宁'), 'who searched for the name is told')
  equal((await barriers(page, 'seen')).join(), '', 'axe-core')
  await fits(page, 'seen')
  await page.locator('[data-test=entries] tr[data-act="search:entry:read"]').first().click()
  await page.waitForSelector('[data-test=included]')
  await shot(page, 'seen-person-zh')
  await page.click('[data-test=lang]')
  await page.waitForSelector('[data-test=included]')
  await fits(page, 'seen in English')
  await shot(page, 'seen-person-en')
}
