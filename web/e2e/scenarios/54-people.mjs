import { barriers, check, equal, fits, shot, signIn, URL_ } from '../browser.mjs'

export const about = 'people and posts: the tree narrows the list, a new account gets its password once, and it must be changed first'

export async function run({ page, context }) {
  await signIn(page, { user: 'tanmuchen', to: '/' })
  await page.waitForSelector('[data-test=people] tbody tr')
  check(page.url().endsWith('/people'), 'an administrator begins with the people')
  const all = await page.locator('[data-test=people] tbody tr').count()
  await page.click('[data-test=units] button[title="柳江区自然资源和规划局"]')
  await page.waitForFunction((n) => document.querySelectorAll('[data-test=people] tbody tr').length < n, all)
  check((await page.locator('[data-test=people]').innerText()).includes('weiliujiang'), 'the county\'s people are left')
  await page.click('[data-test=units] li:first-child button')
  await page.keyboard.press('j')
  await page.waitForSelector('[data-test=person] dl')
  equal((await barriers(page, 'people')).join(), '', 'axe-core')
  await fits(page, 'people')
  await shot(page, 'people-zh')
  await page.keyboard.press('Escape')

  const id = `e2e-${Date.now().toString(36)}`
  await page.click('[data-test=open-account]')
  await page.fill('#acc-name', '演示新人')
  await page.fill('#acc-id', id)
  await page.click('[data-test=open-form] button[type=submit]')
  await page.waitForSelector('[data-test=one-time]')
  const password = (await page.locator('[data-test=one-time] .pw').innerText()).trim()
  await shot(page, 'people-one-time-zh')
  await page.click('[data-test=one-time-kept]')
  await page.waitForSelector(`[data-test=person]:has-text("${id}")`)

  const newcomer = await context.browser().newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const other = await newcomer.newPage()
  await other.goto(`${URL_}/sign-in`)
  await other.fill('#user', id)
  await other.fill('#password', password)
  await other.click('button[type=submit]')
  await other.waitForSelector('[data-test=pending]')
  await other.goto(`${URL_}/reviews`)
  await other.waitForSelector('[data-test=password-form]')
  check(other.url().endsWith('/me'), 'nothing else is open before the password is changed')
  await other.fill('#pw-old', password)
  await other.fill('#pw-new', 'Seven red tractors 7')
  await other.fill('#pw-again', 'Seven red tractors 7')
  await other.click('[data-test=password-go]')
  await other.waitForSelector('[data-test=factor-begin]')
  await newcomer.close()
}
