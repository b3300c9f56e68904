import { check, equal, sample, shot, signIn } from '../browser.mjs'

export const about = 'one click turns the page to English and keeps it so, without a Chinese word of its own'

const CHINESE = /[\u4e00-\u9fff]/

export async function run({ page }) {
  await signIn(page)
  await sample(page, '11-cropland')
  await page.click('[data-test=lang]')
  await page.waitForFunction(() => document.documentElement.lang === 'en')
  await page.waitForFunction(() => [...document.querySelectorAll('[data-test=drawer] tbody td:first-child')].every((c) => /^[A-Za-z]/.test(c.textContent.trim())))
  await page.waitForFunction(() => [...document.querySelectorAll('[data-test=finding] h3')].every((h) => !/[\u4e00-\u9fff]/.test(h.textContent ?? '')))
  const own = ['[data-test=layers]', '.toolbar', '.status', '[data-test=counts]', '[data-test=drawer] tbody td:first-child', '[data-test=drawer] thead th:first-child', '.nav', '.foot']
  for (const part of own) check(!CHINESE.test(await page.locator(part).first().innerText()), `${part} is English`)
  await shot(page, 'desk-en')
  for (const tab of ['plan-use', 'lines', 'corners']) {
    await page.click(`#tab-${tab}`)
    check(!CHINESE.test(await page.locator('[data-test=drawer] thead').innerText()), `the head of ${tab} is English`)
    await shot(page, `desk-${tab}-en`)
  }
  await page.goto(new URL('/reviews', page.url()).href)
  await page.waitForSelector('h1')
  equal(await page.evaluate(() => document.documentElement.lang), 'en', 'the language stays')
  await page.click('[data-test=lang]')
  equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN', 'and back')
}
