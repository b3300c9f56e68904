import { api, check, equal, shot, signIn, VIEWER } from '../browser.mjs'
import { gbk, plotTxt } from '../files.mjs'
import { begin, done, plotsFile } from '../plots.mjs'

export const about = 'a batch may be left, cancelled and taken up again; a file without a system is asked for it; who may only read sees it'

export async function run({ page }) {
  await signIn(page, { to: '/batches' })
  const id = await begin(page, 'many.geojson', plotsFile(3000))
  await page.waitForSelector('[data-test=batch-progress]')
  await shot(page, 'batch-running-zh')
  await page.click('[data-test=batch-cancel]')
  await page.waitForSelector('[data-test=batch-head][data-state=CANCELLED]')
  const { done: soFar } = (await api(page, `/api/batches/${id}`)).body
  check(soFar < 3000, 'it stopped before its end')
  await shot(page, 'batch-cancelled-zh')
  await page.click('[data-test=batch-resume]')
  await page.click('nav a[href="/batches"]')
  await page.waitForSelector(`[data-test=batches] a[href="/batches/${id}"]`)
  await page.click(`[data-test=batches] a[href="/batches/${id}"]`)
  await done(page)
  const { rows } = (await api(page, `/api/batches/${id}/rows`)).body
  equal(new Set(rows.map((r) => r.position)).size, 3000, 'plots, none lost and none twice')
  await page.goto(new URL('/batches', page.url()).href)
  await page.setInputFiles('[data-test=batch-file]', { name: '无带号.txt', mimeType: 'text/plain', buffer: gbk(plotTxt('地块一', { zone: '' })) })
  await page.click('[data-test=batch-go]')
  await page.waitForSelector('[data-test=batch-crs]')
  await shot(page, 'batch-crs-zh')
  await page.selectOption('[data-test=batch-crs]', 'EPSG:4545')
  await page.click('[data-test=batch-go]')
  await page.waitForURL('**/batches/b-*')
  await done(page)
  await page.click('[data-test=user]')
  await page.click('[data-test=sign-out]')
  await page.waitForSelector('#user')
  await signIn(page, { user: VIEWER, to: '/batches' })
  await page.waitForSelector('[data-test=batches]')
  equal(await page.locator('[data-test=batch-form]').count(), 0, 'forms for a reader')
}
