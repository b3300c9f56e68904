import { barriers, check, equal, fits, shot, signIn } from '../browser.mjs'

export const about = 'a rule is found, read and tried: other figures give another verdict from the server'

export async function run({ page }) {
  await signIn(page, { to: '/rules' })
  await page.waitForSelector('[data-test=rule-detailed-plan-floor-area]')
  await shot(page, 'rules-list-zh')
  await page.fill('[data-test=rule-search]', '容积率')
  await page.waitForFunction(() => document.querySelectorAll('[data-test^=rule-detailed]').length === 1)
  await page.click('[data-test=rule-detailed-plan-floor-area]')
  await page.waitForSelector('[data-test=rule] [data-test=example]')
  await shot(page, 'rule-page-zh')
  equal((await barriers(page, 'rule')).join(' '), '', 'axe-core')
  await page.locator('[data-test=try-example]').first().click()
  await page.waitForSelector('[data-test=try]')
  await page.click('[data-test=try-go]')
  await page.waitForSelector('[data-test=tried]')
  equal(await page.locator('[data-test=tried]').innerText(), '不符合', 'the example as it stands')
  await page.fill('[data-test=try-floorAreaRatio]', '1.2')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('[data-test=tried]')?.textContent === '符合')
  await page.fill('[data-test=try-floorAreaRatio]', '1+1')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=try] [data-code="rule.trial"], [data-test=try] [data-test=problem]')
  await shot(page, 'rule-try-zh')
  equal((await barriers(page, 'try')).join(' '), '', 'axe-core')
  await fits(page, 'try')
  await page.goto(page.url().replace(/\/rules\/.*$/, '/rules/plan-zone'))
  await page.waitForSelector('[data-test=rule][data-rule=plan-zone]')
  check((await page.locator('[data-test=rule]').innerText()).includes('选取'), 'the history names what changed')
}
