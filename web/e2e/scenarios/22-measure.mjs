import { check, equal, settled, shot, signIn } from '../browser.mjs'

export const about = 'length and area on the ellipsoid by mouse and by keyboard; edges add up; Esc clears'

const plain = (text) => Number(text.replace(/[^\d.]/g, ''))

export async function run({ page }) {
  await signIn(page, { to: '/?c=109.41,24.33&z=15' })
  await page.waitForSelector('[data-test=map] canvas')
  await settled(page)
  await page.keyboard.press('l')
  const box = await page.locator('[data-test=map]').boundingBox()
  const at = (x, y) => [box.x + box.width * x, box.y + box.height * y]
  await page.mouse.click(...at(0.5, 0.3))
  await page.mouse.move(...at(0.5, 0.5), { steps: 4 })
  await page.mouse.click(...at(0.5, 0.5))
  await page.mouse.move(...at(0.7, 0.5), { steps: 4 })
  await page.mouse.dblclick(...at(0.7, 0.5))
  await page.waitForFunction(() => document.querySelectorAll('[data-test=measure] .edges li').length === 2)
  const edges = (await page.locator('[data-test=measure] .edges li').allInnerTexts()).map((e) => plain(e.split('\n').pop() ?? ''))
  const whole = plain(await page.locator('[data-test=measured-length]').innerText())
  equal(Math.round((edges[0] + edges[1]) * 100), Math.round(whole * 100), 'the edges add up')
  // 0.2 of the map's height to the north, at 360/256/2^15 degrees a pixel and 110.77 km a degree
  const expected = box.height * 0.2 * (360 / 256 / 2 ** 15) * 110_770
  check(Math.abs(edges[0] - expected) < expected * 0.01, `the northward edge: ${edges[0]} m, expected ${expected.toFixed(1)}`)
  await shot(page, 'desk-measure-length-zh')
  await page.keyboard.press('Escape')
  await page.waitForSelector('[data-test=measure] .edges', { state: 'detached' })
  check(await page.locator('[data-test=measure]').isVisible(), 'the tape stays in hand')

  await page.click('[data-test=measure-area]')
  await page.locator('[data-test=map]').focus()
  await page.keyboard.press(' ')
  for (const key of ['ArrowRight', 'ArrowUp', 'ArrowLeft']) {
    await page.keyboard.press(key)
    await page.keyboard.press(key)
    await page.keyboard.press(' ')
  }
  await page.keyboard.press('Enter')
  // the area of three corners is shown until that of all four is there
  await page.waitForFunction(() => document.querySelectorAll('[data-test=measure] .edges li').length === 4)
  const m2 = plain(await page.locator('[data-area=m2]').innerText().then((text) => text.replace('㎡', '')))
  // a square of 120 pixels in degrees
  const side = 120 * (360 / 256 / 2 ** 15)
  const square = side * 110_770 * side * 111_320 * Math.cos((24.33 * Math.PI) / 180)
  check(Math.abs(m2 - square) < square * 0.01, `the square walked by keyboard: ${m2} ㎡, expected ${square.toFixed(0)}`)
  equal(Math.round(plain(await page.locator('[data-area=ha]').innerText()) * 10000), Math.round(m2 / 1), 'the hectares are the same area')
  await shot(page, 'desk-measure-area-zh')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.waitForSelector('[data-test=measure]', { state: 'detached' })
}
