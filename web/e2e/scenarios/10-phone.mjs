import { check, equal, sample, shot, signIn } from '../browser.mjs'

export const about = 'on a phone a finger draws a site, the sheets open over the map, every button is large enough'
export const size = { width: 390, height: 844, phone: true }

export async function run({ page }) {
  await signIn(page)
  await page.waitForSelector('[data-test=map] canvas')
  await page.click('[data-sheet=layers]')
  await page.waitForSelector('[data-test=layers]', { state: 'visible' })
  await page.click('[data-sheet=layers]')
  await page.waitForSelector('[data-test=layers]', { state: 'hidden' })
  await page.waitForSelector('[data-test=map][data-drawn=true]')
  await page.tap('.tb:has-text("识别")')
  await page.touchscreen.tap(195, 450)
  await page.waitForSelector('[data-test=identify] dl div')
  equal((await page.locator('[data-test=map]').boundingBox()).width, size.width, 'the map keeps its width')
  await shot(page, 'phone-identify-zh')
  await page.tap('[data-test=identify] .iconbtn')
  await page.tap('[data-test=draw]')
  const box = await page.locator('[data-test=map]').boundingBox()
  for (const [x, y] of [[0.3, 0.4], [0.7, 0.4], [0.6, 0.6]]) await page.touchscreen.tap(box.x + box.width * x, box.y + box.height * y)
  await page.tap('[data-test=hints] .btn')
  await page.click('[data-sheet=verdict]')
  await page.waitForSelector('[data-test=panel][aria-busy=false] [data-test=conclusion]')
  check(Number(await page.locator('[data-test=legal-area]').getAttribute('data-m2')) > 0, 'the drawn site has its area')
  await shot(page, 'phone-drawn-zh')
  const small = await page.evaluate(() => [...document.querySelectorAll('.tb, .mapbtns button, .sheets button, .foot .btn')]
    .filter((e) => e.offsetParent !== null && Math.min(e.offsetWidth, e.offsetHeight) < 40).map((e) => e.textContent || e.ariaLabel))
  equal(small.join(), '', 'buttons smaller than a finger')
  await page.click('[data-test=empty-desk]')
  await sample(page, '02-farmland')
  await page.click('[data-sheet=tables]')
  await page.waitForSelector('[data-test=adds-up]')
  await page.click('[data-sheet=tables]')
  await shot(page, 'phone-map-zh')
}
