import { barriers, check, equal, fits, shot, URL_ } from '../browser.mjs'
import { as, CITIZEN, begin, farmland, put, conclusion } from '../citizen.mjs'

export const size = { width: 390, height: 844, phone: true }
export const about = 'a citizen says what is wanted, puts the house on basic farmland, reads the article, and has it moved'

export async function run({ page }) {
  const place = await farmland(page)
  await page.context().clearCookies()
  await page.goto(`${URL_}/portal?lang=zh`)
  await page.waitForSelector('[data-test=words]')
  await shot(page, 'portal-home-zh')
  equal((await barriers(page, 'the portal')).join(' | '), '', 'barriers')
  await fits(page, 'the portal')
  await page.fill('[data-test=words]', '我想在老屋旁边盖三层楼')
  await page.click('[data-test=ask]')
  await page.waitForSelector('[data-matter]')
  equal(await page.locator('[data-matter]').first().getAttribute('data-matter'), 'rural-house', 'the first that was found')
  await page.locator('[data-matter=rural-house]').first().click()
  await page.waitForSelector('[data-test=apply]')
  await shot(page, 'portal-matter-zh')
  equal((await barriers(page, 'the guide')).join(' | '), '', 'barriers')
  await fits(page, 'the guide')

  // the officers' pages never show
  await as(page, CITIZEN, '/')
  await page.waitForSelector('[data-test=portal]')
  check(page.url().endsWith('/portal'), 'a citizen begins at the portal')
  await page.goto(`${URL_}/reviews`)
  await page.waitForSelector('[data-test=words]')
  check(page.url().endsWith('/portal'), 'an officer\'s page leads a citizen to the portal')

  await begin(page, place)
  equal(await put(page), 'FAIL', 'a house on basic farmland')
  const against = await page.locator('[data-test=against]').allInnerTexts()
  check(against.some((text) => /永久基本农田/.test(text) && /\d+\.\d\d ㎡/.test(text) && /《?.*法.*》?/.test(text)), `what stands against it is said with area and article: ${against.join(' | ')}`)
  await shot(page, 'portal-farmland-zh')
  equal((await barriers(page, 'the place')).join(' | '), '', 'barriers')
  await fits(page, 'the place')
  // by the keyboard alone: the house goes by metres
  await page.focus('[data-test=map]')
  await page.keyboard.press('Shift+ArrowRight')
  await conclusion(page)
  await page.click('[data-test=large]')
  await shot(page, 'portal-farmland-large-zh')
  await fits(page, 'the place in large type')
  check(await page.evaluate(() => localStorage.getItem('cuntu.portal.large')) === '1', 'large type is kept')
  await page.click('[data-test=large]')
}
