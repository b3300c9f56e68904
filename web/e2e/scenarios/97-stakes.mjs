import { barriers, equal, shot, signIn } from '../browser.mjs'

export const about = 'a stake is set out with a photo, accepted by another person, and found damaged'

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

async function as(page, user) {
  await page.context().clearCookies()
  await signIn(page, { user, to: '/lines/stakes' })
}
const number = `LZ-${Date.now()}`

export async function run({ page }) {
  await signIn(page, { user: 'oumingke', to: '/lines/stakes' })
  await page.click('[data-test=new-stake]')
  await page.fill('[data-test=stake-number]', number)
  await page.fill('[data-test=stake-material]', '混凝土')
  await page.fill('[data-test=stake-lon]', '109.41')
  await page.fill('[data-test=stake-lat]', '24.33')
  await page.fill('#k-on', '2026-11-20')
  await page.setInputFiles('[data-test=stake-photos]', { name: '桩.png', mimeType: 'image/png', buffer: PNG })
  await shot(page, 'stake-form-zh')
  await page.keyboard.press('Tab')
  await page.click('[data-test=stake-set]')
  await page.waitForSelector('[data-test=stake-state][data-state=SET]')
  equal(await page.locator('[data-test=stake-ACCEPT]').count(), 0, 'who set it accepts it')

  await as(page, 'tangjingxing')
  await page.click(`[data-number="${number}"] button`)
  await page.click('[data-test=stake-ACCEPT]')
  await page.click('[data-test=stake-go]')
  await page.waitForSelector('[data-test=stake-state][data-state=IN_PLACE]')

  await as(page, 'oumingke')
  await page.click(`[data-number="${number}"] button`)
  await page.click('[data-test=stake-DAMAGE]')
  await page.fill('#s-words', '被车辆撞断')
  await page.click('[data-test=stake-go]')
  await page.waitForSelector('[data-test=stake-state][data-state=DAMAGED]')
  await shot(page, 'stakes-zh')
  equal((await barriers(page, 'stakes')).join(' | '), '', 'barriers')
}
