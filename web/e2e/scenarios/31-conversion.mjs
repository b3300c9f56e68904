import { barriers, check, equal, fits, shot, signIn } from '../browser.mjs'

export const about = 'the conversion matrix is read by keyboard; a township of its own shows where it differs'
export const size = { width: 1366, height: 768 }

export async function run({ page }) {
  await signIn(page, { to: '/rules/conversion' })
  await page.waitForSelector('[data-test=matrix]')
  await page.click('[data-test=zone-300]')
  await page.locator('[data-cell="0-0"]').focus()
  await page.keyboard.press('ArrowRight')
  check((await page.locator('[data-test=cell]').innerText()).includes('禁止'), 'permanent farmland becomes no garden')
  await page.click('[data-test=zone-520]')
  await page.selectOption('.legend select', '450206108')
  await page.waitForSelector('.cell.own')
  await page.locator('.cell.own').first().click()
  check((await page.locator('[data-test=cell]').innerText()).includes('450206108'), "the township's own sentence is marked")
  await shot(page, 'conversion-1366-zh')
  equal((await barriers(page, 'conversion')).join(' '), '', 'axe-core')
  await fits(page, 'conversion')
  await page.goto(`${new URL(page.url()).origin}/rules/conversion?lang=en`)
  await page.waitForSelector('[data-test=matrix]')
  equal(await page.locator('.cell.q').count() < 60, true, 'few cells are not laid down')
}
