import { check, equal, PASSWORD, REVIEWER, shot, URL_, verdict } from '../browser.mjs'
import { area } from '../site.mjs'

export const about = 'by keyboard alone: sign in, type a site, move, add and split by keys, undo, name it, and store the review'

/** Tabs until the element has the focus: what cannot be reached so cannot be used by keyboard. */
async function reach(page, selector) {
  for (let i = 0; i < 400; i++) {
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${selector} is not reached by Tab`)
}
const becomes = (page, test, arg) => page.waitForFunction(test, arg)
const corners = (page) => page.evaluate(() => document.querySelector('[data-test=panel]')?.innerText.match(/(\d+) 节点/)?.[1])

export async function run({ page }) {
  await page.goto(`${URL_}/sign-in?lang=zh&to=${encodeURIComponent('/?c=109.4205,24.3262&z=16')}`)
  await page.waitForSelector('#user')
  await reach(page, '#user')
  await page.keyboard.type(REVIEWER)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=map] canvas')

  await page.keyboard.press('r')
  await page.waitForSelector('[data-test=typed][open]')
  await page.keyboard.type('109.4190, 24.3252\n109.4220, 24.3252\n109.4220, 24.3272\n109.4190, 24.3272')
  await page.keyboard.press('Control+Enter')
  await verdict(page)
  const whole = await area(page)
  await becomes(page, () => /4 节点/.test(document.querySelector('[data-test=panel]')?.innerText ?? ''))
  equal(await corners(page), '4', 'four corners')

  await page.keyboard.press('e')
  check(await page.evaluate(() => document.activeElement?.matches('[data-test=map]')), 'the map has the focus')
  await page.keyboard.press('.')
  await page.keyboard.press('Shift+ArrowRight')
  await becomes(page, (w) => Number(document.querySelector('[data-test=legal-area]')?.dataset.m2) > w, whole)
  const moved = await area(page)
  await page.keyboard.press('ArrowRight')
  await becomes(page, (m) => Number(document.querySelector('[data-test=legal-area]')?.dataset.m2) > m, moved)
  await page.keyboard.press('n')
  await becomes(page, () => /5 节点/.test(document.querySelector('[data-test=panel]')?.innerText ?? ''))
  await page.keyboard.press('Delete')
  await becomes(page, () => /4 节点/.test(document.querySelector('[data-test=panel]')?.innerText ?? ''))
  await shot(page, 'site-keyboard-zh')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z')
  await becomes(page, (w) => Number(document.querySelector('[data-test=legal-area]')?.dataset.m2) === w, whole)

  await page.keyboard.press('x')
  await page.waitForSelector('[data-test=tool-split][aria-pressed=true]')
  // the site lies left of the middle, where its labels have room
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft')
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowUp')
  await page.keyboard.press(' ')
  for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await page.keyboard.press('Enter')
  await becomes(page, () => /2 个地块/.test(document.querySelector('[data-test=panel]')?.innerText ?? ''))
  await page.keyboard.press('b')
  await becomes(page, () => /1 个地块/.test(document.querySelector('[data-test=panel]')?.innerText ?? ''))

  await page.keyboard.press('e')
  await page.keyboard.press('e')
  await page.keyboard.press('.')
  await page.keyboard.press('Enter')
  await becomes(page, () => document.activeElement?.matches('[data-test=corners] td') ?? false)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await reach(page, '[data-test=edit-project]')
  await page.keyboard.press('Enter')
  await reach(page, '#p-name')
  await page.keyboard.type('键盘录入的用地')
  await page.keyboard.press('Enter')
  await verdict(page)
  await reach(page, '[data-test=store]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=stored]')
  await reach(page, '[data-test=stored-link]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=stored-review]')
  check((await page.locator('main').innerText()).includes('键盘录入的用地'), 'the stored review has the name')
}
