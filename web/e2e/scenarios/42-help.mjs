import { barriers, check, equal, shot, signIn } from '../browser.mjs'

export const about = '? opens the page of the screen in its language, is searched and left by keyboard; the tour is offered once'
export const size = { tour: true }

export async function run({ page }) {
  await signIn(page)
  await page.waitForSelector('[data-test=tour-offer]')
  await shot(page, 'tour-offer-zh')
  await page.click('[data-test=tour-start]')
  await page.waitForSelector('[data-test=tour][data-step=sample]')
  await page.keyboard.press('ArrowRight')
  await page.waitForSelector('[data-test=tour][data-step=verdict]')
  await page.waitForSelector('[data-test=conclusion][data-conclusion=FAIL]')
  await shot(page, 'tour-verdict-zh')
  await page.keyboard.press('ArrowLeft')
  await page.waitForSelector('[data-test=tour][data-step=sample]')
  await page.keyboard.press('Escape')
  equal(await page.locator('[data-test=tour]').count(), 0, 'the tour after Escape')
  await page.reload()
  await page.waitForSelector('[data-test=map]')
  equal(await page.locator('[data-test=tour-offer]').count(), 0, 'the tour is offered once')
  for (const [path, pages] of [['/batches', ['batch']], ['/reviews', ['reviews']], ['/compare', ['compare']], ['/', ['desk', 'index']]]) {
    await page.goto(new URL(path, page.url()).href)
    await page.waitForSelector('#main')
    await page.locator('body').press('?')
    const sheet = await page.waitForSelector('[data-test=help-sheet] article')
    check(sheet !== null && pages.includes(await page.locator('[data-test=help-sheet]').getAttribute('data-page')), `the page of ${path}`)
    await page.keyboard.press('Escape')
    equal(await page.locator('[data-test=help-sheet]').count(), 0, 'the help after Escape')
  }
  await page.click('[data-test=help]')
  await page.fill('[data-test=help-search]', '批量')
  await page.click('.help .found button >> nth=0')
  await page.waitForSelector('[data-test=help-sheet] article')
  await shot(page, 'help-zh')
  await page.click('[data-test=help-back]')
  equal((await barriers(page, 'help')).join(' | '), '', 'barriers')
  await page.click('[data-test=lang]')
  await page.waitForFunction(() => document.querySelector('.help h2')?.textContent === 'Help')
  await shot(page, 'help-en')
}
