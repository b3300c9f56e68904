import { barriers, check, equal, fits, REVIEWER, shot, signIn, URL_ } from '../browser.mjs'

export const about = 'one box finds a township by pinyin, a plot by number, a layer and a coordinate with its system, by keyboard alone'

async function ask(page, typed) {
  await page.keyboard.press('/')
  await page.keyboard.type(typed)
}

export async function run({ page }) {
  await signIn(page)
  await page.waitForSelector('[data-test=map] canvas')
  await page.keyboard.press('/')
  await page.waitForSelector('[data-test=search-drop]')
  await page.keyboard.type('chuanshan')
  // the letters typed so far have hits of their own
  await page.waitForFunction(() => document.querySelector('[data-test=hit]')?.innerText.startsWith('穿山镇'))
  equal((await barriers(page, 'search')).join(' || '), '', 'barriers')
  await fits(page, 'the search')
  await shot(page, 'search-zh')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=found]')
  check((await page.locator('[data-test=found]').innerText()).includes('450206109'), 'the township is shown with its code')
  await shot(page, 'found-zh')

  await ask(page, '2692000 440000')
  await page.waitForSelector('[data-test=hit][data-noun=coordinate]')
  const reading = await page.locator('[data-test=hit][data-noun=coordinate]').first().innerText()
  check(reading.includes('中央经线 111°') && reading.includes('6°带'), `it says the systems: ${reading}`)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await ask(page, '没有这个地方')
  await page.waitForSelector('[data-test=search-none]')
  await page.keyboard.press('Escape')
  equal(await page.inputValue('[data-test=search]'), '', 'Esc empties the box first')
  await page.waitForSelector('#found-0')
  check((await page.locator('#found-list').innerText()).includes('chuanshan'), 'what was searched for is remembered')
  await page.keyboard.press('Escape')

  await ask(page, 'STBHHX')
  await page.waitForSelector('[data-test=hit][data-noun=layer]')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.evaluate(() => document.activeElement?.blur())
  await page.keyboard.press('?')
  await page.click('[data-test=keys]')
  await page.waitForSelector('[data-test=key-help]')
  await shot(page, 'keys-zh')
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await page.waitForSelector('[data-test=burdens-start]')
  check(page.url().startsWith(URL_), `${REVIEWER} is on the page of burdens`)
}
