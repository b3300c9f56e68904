import { barriers, equal, shot, signIn } from '../browser.mjs'

export const about = 'the pages of lines in English on a small screen, by keyboard, and without the right'
export const size = { width: 1366, height: 768 }

export async function run({ page }) {
  await signIn(page, { user: 'tangjingxing', lang: 'en' })
  await page.waitForSelector('[data-test=map]')
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await page.waitForSelector('[data-test=lines] tbody tr')
  await shot(page, 'lines-en')
  equal((await barriers(page, 'lines')).join(' | '), '', 'barriers')
  await page.click('[data-layer=YJJBNTBHTB] a')
  await page.waitForSelector('[data-test=statement] tbody tr')
  await page.waitForSelector('[data-test=targets] tbody tr')
  await shot(page, 'line-targets-en')
  equal((await barriers(page, 'a line')).join(' | '), '', 'barriers')
  await page.click('[data-test=assign]')
  await page.waitForSelector('[data-test=target-dialog]')
  await shot(page, 'target-dialog-en')
  await page.keyboard.press('Escape')

  await page.context().clearCookies()
  await signIn(page, { user: 'mojingyi', to: '/lines', lang: 'en' })
  await page.waitForSelector('main h2')
  equal(await page.locator('[data-test=lines]').count(), 0, 'somebody without the right sees no lines')
  await shot(page, 'lines-denied-en')
}
