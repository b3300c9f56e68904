import { check, shot, signIn, URL_, verdict, window_ } from '../browser.mjs'

/** Pictures of the main screens in both languages at the other sizes; nothing wider than its window. */
export async function run({ context }) {
  for (const [name, width, height] of [['laptop', 1366, 768], ['phone', 390, 844]]) {
    for (const lang of ['zh', 'en']) {
      const view = await window_(context.browser(), { width, height, phone: name === 'phone' })
      const { page } = view
      await page.goto(`${URL_}/sign-in?lang=${lang}`)
      await page.waitForSelector('#password')
      await signIn(page)
      if (name === 'phone') await page.click('[data-sheet=verdict]')
      await page.click('[data-test=showcase] li:nth-child(2) button')
      await verdict(page)
      check((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${name} ${lang} fits`)
      const cut = await page.evaluate(() => [...document.querySelectorAll('button.btn, .tag, .seg button')].filter((e) => e.offsetParent !== null && e.scrollWidth > e.clientWidth + 1).map((e) => e.textContent))
      check(cut.length === 0, `${name} ${lang}: no word is cut: ${cut}`)
      await shot(page, `${name}-desk-${lang}`)
      await page.click('[data-test=store]')
      await page.click('[data-test=stored-link]')
      await page.waitForSelector('[data-test=stored-review]')
      check((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${name} ${lang}: the review fits`)
      await shot(page, `${name}-review-${lang}`)
      check(view.strangers.length === 0 && view.errors.length === 0, `${name} ${lang}: ${view.errors}`)
      await view.context.close()
    }
  }
}
