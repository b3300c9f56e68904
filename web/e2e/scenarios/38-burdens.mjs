import { api, AUDITOR, barriers, check, equal, fits, shot, signIn, URL_ } from '../browser.mjs'

export const about = 'a zone tells which rights it lies on, sorted, as a file and on the map; who lacks the right is told who grants it'

export async function run({ page }) {
  await signIn(page)
  await page.goto(`${URL_}/burdens?layer=GHFQ&field=GHFQDM&value=100`)
  await page.waitForSelector('[data-test=burdens] tbody tr')
  const areas = await page.locator('[data-test=burdens] tbody td.m').allInnerTexts()
  const figures = areas.map((a) => Number(a.replace(/,/g, '')))
  check(figures.length > 3 && figures.every((f, i) => i === 0 || figures[i - 1] >= f), `the largest first: ${areas.slice(0, 5)}`)
  equal((await barriers(page, 'burdens')).join(' || '), '', 'barriers')
  await fits(page, 'burdens')
  await shot(page, 'burdens-zh')
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-test=burdens-csv]')])
  check(file.suggestedFilename().endsWith('.csv'), file.suggestedFilename())
  await page.selectOption('[data-test=burden-sort]', 'share')
  await page.waitForFunction(() => location.search.includes('sort=share'))
  await page.locator('[data-test=burden-show]').first().click()
  await page.waitForSelector('[data-test=found]')
  await page.waitForSelector('[data-test=map] canvas')
  await shot(page, 'burden-on-map-zh')

  const layers = await api(page, '/api/layers')
  const red = layers.body.layers.find((l) => l.code === 'STBHHX').snapshot.hash
  await page.goto(`${URL_}/feature/STBHHX/${red}/0`)
  await page.waitForSelector('[data-test=dossier-body]')
  await page.click('[data-test=to-burdens]')
  await page.waitForSelector('[data-test=burdens-of]')

  await page.context().clearCookies()
  await signIn(page, { user: AUDITOR, to: '/burdens' })
  await page.waitForSelector('[data-code=forbidden]')
  equal(await page.locator('[data-test=search-drop]').count(), 0, 'no search for who may not search')
}
