import { check, signIn, verdict } from '../browser.mjs'

/** The main job by keyboard alone: draw with the arrows and Space, finish with Enter, store. */
export async function run({ page }) {
  await signIn(page)
  await page.waitForSelector('[data-test=map] canvas')
  await page.keyboard.press('d')
  await page.locator('[data-test=map]').focus()
  const go = async (key, times) => {
    for (let i = 0; i < times; i++) await page.keyboard.press(key)
    await page.keyboard.press(' ')
  }
  await go('ArrowLeft', 1)
  await go('ArrowRight', 2)
  await go('ArrowUp', 2)
  await page.keyboard.press('Enter')
  const conclusion = await verdict(page)
  check(conclusion !== null, 'a conclusion')
  await page.waitForSelector('[data-test=store]:not([disabled])')
  await page.locator('[data-test=store]').focus()
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=stored]')
}
