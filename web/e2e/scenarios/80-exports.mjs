/** A data manager takes a part of a layer away as a file; a reviewer has no such button; the file reads back as a site. */
import { readFileSync } from 'node:fs'
import { barriers, check, equal, fits, shot, signIn, URL_ } from '../browser.mjs'

const MANAGER = 'luozhiyuan'

export const about = 'a data manager exports a part of a layer and gets the file; a reviewer is not offered it'

async function unfold(page) {
  await page.waitForSelector('[data-legend=STBHHX]')
  await page.click('[data-legend=STBHHX]')
  await page.waitForSelector('[data-more=STBHHX]')
}

export async function run({ page }) {
  await signIn(page, { to: '/' })
  await unfold(page)
  equal(await page.locator('[data-export=STBHHX]').count(), 0, 'the reviewer\'s buttons')
  await page.context().clearCookies()

  await signIn(page, { user: MANAGER, to: '/' })
  await unfold(page)
  await page.click('[data-export=STBHHX]')
  await page.waitForSelector('[data-test=export]')
  await page.selectOption('[data-test=export-format]', 'csv')
  await page.click('[data-test=export-where]')
  await page.selectOption('.cond select', 'BSM')
  await page.fill('.cond input', '*')
  await fits(page, 'export zh')
  equal((await barriers(page, 'export')).join(), '', 'barriers')
  await shot(page, '80-export-zh')
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-test=export-go]')])
  check(file.suggestedFilename().startsWith('STBHHX_') && file.suggestedFilename().endsWith('_invented.csv'), file.suggestedFilename())
  const text = readFileSync(await file.path(), 'utf8')
  check(text.startsWith('\uFEFFBSM,') && text.includes('POLYGON'), text.slice(0, 80))
  await page.waitForSelector('[data-test=export-again]')
  const said = await page.locator('[data-test=export-state]').innerText()
  check(said.includes(`${text.trim().split('\r\n').length - 1} 个要素`) && /[0-9a-f]{64}/.test(said), said)
  await shot(page, '80-exported-zh')

  await page.fill('.cond input', 'nothing begins so')
  await page.selectOption('[data-test=export-format]', 'txt')
  await page.click('[data-test=export-go]')
  await page.waitForSelector('[data-test=export] [data-code="format.no-plots"]')
  await page.keyboard.press('Escape')
  await page.waitForSelector('[data-test=export]', { state: 'detached' })

  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(`${URL_}/?lang=en`)
  await unfold(page)
  await page.click('[data-export=STBHHX]')
  await page.waitForSelector('[data-test=export]')
  check((await page.locator('[data-test=export]').innerText()).includes('Export: '), 'not in English')
  await fits(page, 'export en')
  await shot(page, '80-export-en')
}
