import { api, barriers, check, equal, fits, settled, shot, signIn, URL_ } from '../browser.mjs'

export const about = 'the collection rate is opened down to each missing item and why; one of the city’s maps sets all layers and stays in the address'

export async function run({ page }) {
  await signIn(page, { user: 'luozhiyuan', to: '/data/collection' })
  await page.waitForSelector('[data-test=rates]')
  const rate = (await api(page, '/api/catalogue/collection')).body
  equal(rate.items.length, rate.city.due, 'an item for each that is due')
  equal(rate.counties.reduce((sum, c) => sum + c.figures.due, 0), rate.city.due, 'the counties add up')
  equal(rate.datasets.reduce((sum, d) => sum + d.figures.collected, 0), rate.city.collected, 'the datasets add up')
  check((await page.locator('[data-tile=rate]').innerText()).includes(rate.city.rate), 'the tile is the answer')
  const cell = page.locator('[data-test=rate-CKQ] .cell').first()
  const [collected, due] = (await cell.innerText()).split('/').map(Number)
  const own = rate.items.filter((i) => i.layer === 'CKQ' && i.division === rate.counties[0].division)
  equal(`${collected}/${due}`, `${own.filter((i) => i.state === 'COLLECTED').length}/${own.length}`, 'a cell counts its items')
  await cell.click()
  equal(await page.locator('[data-test=items] tbody tr').count(), due, 'and opens them')
  check(new URL(page.url()).searchParams.get('layer') === 'CKQ', 'the cell is in the address')
  await fits(page, 'collection')
  equal((await barriers(page, 'collection')).length, 0, 'no barrier')
  await shot(page, 'collection-zh')

  await page.goto(`${URL_}/?map=survey`)
  await page.waitForSelector('[data-test=maps]')
  await settled(page)
  equal(await page.locator('[data-test=maps]').inputValue(), 'survey', 'the address chooses the map')
  await page.selectOption('[data-test=maps]', 'planning')
  await page.waitForURL(/map=planning/)
  equal(new URL(page.url()).searchParams.get('layers'), null, 'which says all its layers')
  await settled(page)
  await shot(page, 'map-planning-zh')
  await page.reload()
  await page.waitForSelector('[data-test=maps]')
  await page.waitForFunction(() => document.querySelector('[data-test=maps]')?.value === 'planning')
}
