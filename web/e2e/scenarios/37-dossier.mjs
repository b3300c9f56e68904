import { api, barriers, check, equal, fits, sample, shot, signIn, URL_ } from '../browser.mjs'

export const about = 'the dossier of a point is in the address, that of a drawn site has the figures of its review'

export async function run({ page }) {
  await signIn(page)
  await page.waitForSelector('[data-test=map][data-drawn=true]')
  await page.keyboard.press('p')
  await page.waitForSelector('.picking')
  const map = await page.locator('[data-test=map]').boundingBox()
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2)
  await page.waitForSelector('[data-test=dossier-body]')
  check((await page.locator('[data-test=dossier-layer][data-layer=DLTB]').count()) === 1, 'the survey says what it is')
  check((await page.locator('[data-test=dossier-silent]').innerText()).includes('历史遗留矿山'), 'what does not answer is said first')
  equal((await barriers(page, 'dossier')).join(' || '), '', 'barriers')
  await fits(page, 'the dossier')
  await shot(page, 'dossier-point-zh')
  await page.waitForFunction(() => new URL(location.href).searchParams.has('d'))
  const link = page.url()
  await page.goto(link)
  await page.waitForSelector('[data-test=dossier-body]')
  await page.click('[data-test=dossier-page]')
  await page.waitForSelector('main.page [data-test=dossier-body]')
  check(page.url().includes('/place?lon='), 'the dossier is a page of its own')
  await shot(page, 'dossier-page-zh')
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-test=dossier-csv]')])
  check(file.suggestedFilename().endsWith('.csv'), file.suggestedFilename())

  await page.goto(URL_)
  await sample(page, '02-farmland')
  const legal = await page.locator('[data-test=legal-area]').getAttribute('data-m2')
  await page.click('[data-test=dossier-site]')
  await page.waitForSelector('[data-test=dossier-body]')
  equal(await page.locator('[data-test=dossier-area]').getAttribute('data-m2'), legal, 'the area is the review\'s')
  await shot(page, 'dossier-site-zh')
  await page.keyboard.press('Escape')
  await page.waitForSelector('[data-test=conclusion]')

  await page.goto(`${URL_}/place`)
  await page.waitForSelector('[data-test=no-subject]')
  const bad = await api(page, '/api/dossier', {})
  equal(`${bad.status} ${bad.body.code}`, '422 dossier.request', 'a question without a place')
}
