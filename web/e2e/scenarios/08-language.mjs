import { check, equal, shot, signIn, verdict } from '../browser.mjs'

/** One click turns the whole page to English and keeps it so; no Chinese is left in its own words. */
export async function run({ page }) {
  await signIn(page)
  await page.click('[data-test=showcase] li:nth-child(2) button')
  await verdict(page)
  await page.click('[data-test=lang]')
  await page.waitForFunction(() => document.documentElement.lang === 'en')
  check((await page.locator('[data-test=draw]').innerText()).includes('Draw'), 'the tools are English')
  await page.waitForFunction(() => [...document.querySelectorAll('[data-test=finding] h3')].every((h) => !/[\u4e00-\u9fff]/.test(h.textContent ?? '')))
  check(!/[\u4e00-\u9fff]/.test(await page.locator('[data-test=layers]').innerText()), 'the layers are English')
  await shot(page, 'desk-en')
  await page.goto(new URL('/reviews', page.url()).href)
  await page.waitForSelector('h1')
  equal(await page.evaluate(() => document.documentElement.lang), 'en', 'the language stays')
  await shot(page, 'reviews-en')
  await page.click('[data-test=lang]')
  equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN', 'and back')
}
