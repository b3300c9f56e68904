/** The state of the installation, at a small screen, and by keyboard; a reviewer is told that it is not theirs. */
import { barriers, check, equal, fits, shot, signIn, URL_ } from '../browser.mjs'

export const about = 'the state of the installation by keyboard, its figures and parts; a reviewer is told that it is not theirs'

export const size = { width: 1366, height: 768 }

export async function run({ page }) {
  await signIn(page, { user: 'tanmuchen', to: '/' })
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.waitForSelector('[data-test=operations]')
  const text = await page.locator('main').innerText()
  for (const word of ['正常', '留痕条数', '磁盘可用', '数据目录', '组件清单']) check(text.includes(word), `not there: ${word}`)
  await fits(page, 'operations zh')
  equal((await barriers(page, 'operations')).join(), '', 'barriers')
  await shot(page, '58-operations-zh')
  const figures = await page.evaluate(() => fetch('/api/operations/metrics').then((r) => r.text()))
  check(figures.includes('cuntu_backup_age_seconds'), 'no figures')
  const parts = await page.evaluate(() => fetch('/api/operations/parts/web').then((r) => r.json()))
  equal(parts.bomFormat, 'CycloneDX', 'the parts of the page')
  await page.goto(`${URL_}/operations?lang=en`)
  await page.waitForSelector('[data-test=operations]')
  check((await page.locator('main').innerText()).includes('Acts in the proof log'), 'not in English')
  await fits(page, 'operations en')
  await shot(page, '58-operations-en')
  await page.setViewportSize({ width: 390, height: 844 })
  await fits(page, 'operations on a phone')
  await page.context().clearCookies()
  await signIn(page, { to: '/operations' })
  await page.waitForSelector('main [data-test=problem]')
  check((await page.locator('nav').first().innerText()).includes('运维') === false, 'a reviewer is offered the page')
  await shot(page, '58-operations-refused')
}
