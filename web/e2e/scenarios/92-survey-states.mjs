import { check, equal, shot, signIn } from '../browser.mjs'

export const about = 'the survey before there was one, without patches for whoever may not see them, and a special survey'

export async function run({ page }) {
  await signIn(page, { user: 'weijianing', to: '/survey?asOf=2019-06-30' })
  await page.waitForSelector('.top-card .blank h2')
  await shot(page, 'survey-no-version-zh')
  await page.click('.top-card .blank button')
  await page.waitForSelector('[data-test=survey-table] tr.tot')
  await page.selectOption('[data-test=survey-layer]', 'SDFW')
  await page.waitForFunction(() => document.querySelector('.top-card .ph')?.textContent?.includes('湿地'))
  check((await page.locator('[data-test=survey-table] tr.tot .fig').count()) > 0, 'a special survey has a table')
  equal(await page.locator('[data-test=view-transition]').count(), 1, 'and a transition')
  await shot(page, 'survey-special-zh')
  await page.goto(page.url().replace(/\?.*/, '?division=999999'))
  await page.waitForSelector('[data-code="survey.unknown-division"]')
}
