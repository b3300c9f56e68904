import { api, barriers, equal, fits, shot, signIn, window_ } from '../browser.mjs'

export const about = 'the freshness board is walked by arrows; a county sees its own column alone'

export async function run({ page, context }) {
  await signIn(page, { user: 'luozhiyuan', to: '/data/freshness' })
  await page.waitForSelector('[data-test=board]')
  const { entries, counties } = (await api(page, '/api/catalogue')).body
  equal(await page.locator('[data-test^=fresh-]').count(), entries.length, 'every layer has its row')
  equal(await page.locator('[data-test=fresh-DLTB] [data-grid]').count(), counties.length, 'and every county its cell')
  await page.locator('[data-test=fresh-DLTB] [data-grid]').first().focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const said = await page.locator('[data-test=cell]').innerText()
  equal(said.includes(counties[1].zh), true, 'Enter says what stands in the second county')
  await fits(page, 'freshness')
  equal((await barriers(page, 'freshness')).length, 0, 'no barrier')
  await shot(page, 'freshness-zh')

  const county = await window_(context.browser(), { width: 1366, height: 768 })
  await signIn(county.page, { user: 'moluzhai', to: '/data/freshness', lang: 'en' })
  await county.page.waitForSelector('[data-test=board]')
  equal(await county.page.locator('[data-test=fresh-DLTB] [data-grid]').count(), 1, 'one county')
  equal((await api(county.page, '/api/catalogue/collection')).body.counties.map((c) => c.division).join(), '450223', 'its own')
  await shot(county.page, 'freshness-county-en')
  await county.context.close()
}
