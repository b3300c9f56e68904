import { barriers, check, equal, fits, PASSWORD, shot, signIn, URL_, window_ } from '../browser.mjs'

export const about = 'the own account: a second session is seen and ended, a short password is not taken, a sensitive act asks once more'

export async function run({ page, context }) {
  await signIn(page, { user: 'weijianing', to: '/me' })
  await page.waitForSelector('[data-test=sessions] li')
  const other = await window_(context.browser())
  await signIn(other.page, { user: 'weijianing', to: '/me' })
  await page.reload()
  await page.waitForSelector('[data-test=sessions] li:nth-child(2)')
  equal(await page.locator('[data-test=sessions] .tag.ok').count(), 1, 'one of the sessions is this one')
  equal((await barriers(page, 'account')).join(), '', 'axe-core')
  await fits(page, 'account')
  await shot(page, 'account-zh')
  const before = await page.locator('[data-test=sessions] li').count()
  await page.locator('[data-test=sessions] button').first().click()
  await page.waitForFunction((n) => document.querySelectorAll('[data-test=sessions] li').length === n - 1, before)
  await other.context.close()

  await page.fill('#pw-old', PASSWORD)
  await page.fill('#pw-new', 'short')
  await page.fill('#pw-again', 'short')
  check(await page.locator('[data-test=password-go]').isDisabled(), 'what is too short cannot be sent')
  await page.fill('#pw-new', PASSWORD)
  await page.fill('#pw-again', PASSWORD)
  await page.click('[data-test=password-go]')
  await page.waitForSelector('[data-code="identity.password-weak"], [data-code="identity.password-again"]')

  await page.click('[data-test=factor-begin]')
  await page.waitForSelector('.qr')
  check((await page.locator('.secret').innerText()).length === 32, 'the secret can be typed where no camera is')
  await page.fill('#factor-code', '000000')
  await page.click('[data-test=factor-confirm]')
  await page.waitForSelector('[data-code="identity.code-not-right"]')
  await shot(page, 'account-factor-zh')
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(`${URL_}/me?lang=en`)
  await page.waitForSelector('[data-test=sessions] li')
  await fits(page, 'account in English')
  await shot(page, 'account-en')
}
