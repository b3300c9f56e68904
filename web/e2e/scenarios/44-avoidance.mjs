import { check, equal, sample, shot, signIn } from '../browser.mjs'

export const about = 'ways out of a conflict are shown on the map and taken by one click or one key, and undone'

const conclusion = (page) => page.locator('[data-test=conclusion]').getAttribute('data-conclusion')

export async function run({ page }) {
  await signIn(page)
  await sample(page, '02-farmland')
  equal(await conclusion(page), 'FAIL', 'the sample fails')
  await page.waitForSelector('[data-test=avoid-cutOut]')
  await page.hover('[data-test=avoid-cutOut]')
  await shot(page, 'avoidance-zh')
  await page.click('[data-test=avoid-cutOut]')
  await page.waitForSelector('[data-test=conclusion]:not([data-conclusion=FAIL])')
  check((await page.locator('[data-test=avoidance]').count()) === 0, 'nothing is left to avoid')
  await page.keyboard.press('Control+z')
  await page.waitForSelector('[data-test=conclusion][data-conclusion=FAIL]')
  await page.waitForSelector('.way.best')
  await page.evaluate(() => document.activeElement?.blur())
  await page.keyboard.press('s')
  await page.waitForSelector('[data-test=conclusion]:not([data-conclusion=FAIL])')
  await page.click('[data-test=lang]')
  await page.keyboard.press('Control+z')
  await page.waitForSelector('[data-test=avoid-cutOut]')
  await shot(page, 'avoidance-en')
}
