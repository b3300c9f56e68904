import { check, equal, shot, signIn, URL_, verdict } from '../browser.mjs'

export const about = 'by keyboard alone: sign in, type the corners or walk to them, read the verdict, store it'

const CORNERS = ['109.4180, 24.3240', '109.4200, 24.3240', '109.4200, 24.3258', '109.4180, 24.3258']

/** Tabs until the element has the focus: what cannot be reached so cannot be used by keyboard. */
async function reach(page, selector) {
  for (let i = 0; i < 400; i++) {
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${selector} is not reached by Tab`)
}

export async function run({ page }) {
  await signIn(page)
  await page.waitForSelector('[data-test=map] canvas')
  await page.keyboard.press('d')
  await page.waitForSelector('[data-test=draw][aria-pressed=true]')
  await page.keyboard.press('/')
  for (const corner of CORNERS) {
    await page.keyboard.type(corner)
    await page.keyboard.press('Enter')
    equal(await page.inputValue('[data-test=search]'), '', 'the line is empty for the next corner')
  }
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=draw][aria-pressed=false]')
  await verdict(page)
  const area = Number(await page.locator('[data-test=legal-area]').getAttribute('data-m2'))
  check(Math.abs(area - 40430) < 200, `two by two hundredths of a degree: ${area} m²`)
  await shot(page, 'keyboard-typed-zh')
  await page.keyboard.press('Escape')
  await page.evaluate(() => document.activeElement?.blur())
  await page.keyboard.press('j')
  await page.waitForSelector('[data-test=finding].lit')
  const first = await page.locator('[data-test=finding].lit').getAttribute('data-rule')
  await page.keyboard.press('j')
  await page.waitForFunction((rule) => document.querySelector('[data-test=finding].lit')?.dataset.rule !== rule, first)
  await page.keyboard.press('k')
  equal(await page.locator('[data-test=finding].lit').getAttribute('data-rule'), first, 'J and K go from finding to finding')
  await reach(page, '[data-test=store]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=stored]')
  await reach(page, '[data-test=stored-link]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=stored-review]')
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await page.waitForSelector('[data-test=reviews]')
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.waitForSelector('[data-test=map] canvas')

  await page.goto(URL_)
  await page.waitForSelector('[data-test=map] canvas')
  await page.keyboard.press('d')
  await reach(page, '[data-test=map]')
  for (const [key, times] of [['ArrowLeft', 1], ['ArrowRight', 2], ['ArrowUp', 2]]) {
    for (let i = 0; i < times; i++) await page.keyboard.press(key)
    await page.keyboard.press(' ')
  }
  await page.keyboard.press('Enter')
  await verdict(page)
  check(Number(await page.locator('[data-test=legal-area]').getAttribute('data-m2')) > 0, 'a site of the corners walked to')
}
