import { readFileSync } from 'node:fs'
import { api, barriers, check, equal, fits, settled, shot, signIn } from '../browser.mjs'
import { begin, done, plotsFile } from '../plots.mjs'

export const about = 'a file of plots is reviewed plot by plot: table, map, workbook, one review on request; a bad plot is a row'

export async function run({ page }) {
  await signIn(page, { to: '/batches' })
  await page.waitForSelector('[data-test=batch-form]')
  await shot(page, 'batches-zh')
  const id = await begin(page, '批次.geojson', plotsFile(240, [17]))
  await done(page)
  equal(await page.locator('[data-conclusion=none] b').innerText(), '1', 'plots that could not be reviewed')
  const { rows } = (await api(page, `/api/batches/${id}/rows`)).body
  equal(rows.length, 240, 'a row for each plot')
  equal(rows.reduce((n, r, i) => n + Number(r.position !== i + 1), 0), 0, 'rows out of order')
  for (const row of rows.filter((r) => r.figures)) {
    const { agricultural, construction, unused, unknown } = row.figures.use
    equal(agricultural + construction + unused + unknown, Math.round(Number(row.area) * 100), `the parts of plot ${row.position}`)
  }
  check((await page.locator('[data-test=batch-table] tbody tr[data-position]').count()) < 80, 'only the rows in view are there')
  await page.focus('[data-test=batch-table]')
  await page.keyboard.press('End')
  await page.waitForSelector('[data-test=batch-table] tr.sel[data-position="240"]')
  await page.keyboard.press('Home')
  await page.waitForSelector('[data-test=batch-detail]')
  await shot(page, 'batch-zh')
  await page.click('[data-test=batch-keep]')
  const link = await page.waitForSelector('[data-test=batch-open]')
  const review = (await link.getAttribute('href')).split('/').pop()
  equal((await api(page, `/api/reviews/${review}`)).body.site.legalArea, rows[0].area, 'the area of the stored review')
  await page.click('[data-conclusion=none]')
  await page.click('[data-test=batch-table] tr[data-position="17"]')
  check((await page.locator('[data-test=batch-detail]').innerText()).length > 40, 'the bad plot says what is wrong')
  await shot(page, 'batch-bad-plot-zh')
  await page.click('[data-conclusion=none]')
  const [book] = await Promise.all([page.waitForEvent('download'), page.click('[data-test=batch-xlsx]')])
  equal(readFileSync(await book.path()).subarray(0, 2).toString(), 'PK', 'the workbook is a zip')
  const troubles = await barriers(page, 'batch')
  await page.click('[data-test=batch-as-map]')
  await settled(page)
  await shot(page, 'batch-map-zh')
  troubles.push(...(await barriers(page, 'batch map')))
  equal(troubles.join(' | '), '', 'barriers')
  await page.click('[data-test=lang]')
  await done(page).catch(() => undefined)
  await fits(page, 'the batch in English')
  await shot(page, 'batch-map-en')
  await page.setViewportSize({ width: 1366, height: 768 })
  await fits(page, 'the batch at 1366')
}

