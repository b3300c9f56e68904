import { api, barriers, check, equal, fits, settled, shot } from '../browser.mjs'
import { as, at, border, countys, file, here, ID, mend, release, replaced, rules, submit } from '../thin.mjs'

export const about = "a county's officer submits borders that cross themselves or have a wrong code, sees that on the map, mends it; two others release them; a correction is compared by length"

const GOOD = border(1, '乡界', [109.5, 24.34], [109.504, 24.34])
const CROSSING = border(2, '乡界', [109.5, 24.342], [109.504, 24.345], [109.504, 24.342], [109.5, 24.345])
const SIMPLE = border(2, '乡界', [109.5, 24.342], [109.504, 24.345])
const LONGER = border(2, '乡界', [109.5, 24.342], [109.507, 24.345])
const WRONG_CODE = border(3, '镇界', [109.506, 24.34], [109.506, 24.345])
const RIGHT_CODE = border(3, '乡界', [109.506, 24.34], [109.506, 24.345])

export async function run({ page }) {
  const troubles = []
  await submit(page, 'XZQJX', 'INCREMENT', 'added', file('borders.geojson', [GOOD, CROSSING, WRONG_CODE]))
  await at(page, 'MENDING')
  const borders = here(page)
  await page.waitForSelector('[data-test=issues] [data-issue]')
  equal(await rules(page), 'border-kind,lines-cross', 'the errors of the borders')
  await page.click('[data-rule=lines-cross]')
  await settled(page)
  await shot(page, 'thin-borders-broken-zh')
  troubles.push(...(await barriers(page, 'broken borders')))
  await mend(page, 'added', file('borders.geojson', [GOOD, SIMPLE, RIGHT_CODE]), '按问题改正')
  await at(page, 'REVIEWING')
  await page.waitForSelector('[data-test=issues] .foot:has-text("已改 2")')
  await release(page, borders)

  await submit(page, 'XZQJX', 'CORRECTION', 'whole', file('borders.geojson', replaced(await countys(page, 'XZQJX'), LONGER)))
  await at(page, 'REVIEWING')
  const corrected = here(page)
  const comparison = (await api(page, corrected.replace('/submissions', '/api/submissions'))).body.comparison
  equal(comparison.geometry, 'LINE', 'what is compared')
  check(Number(comparison.reshaped.length) > 700 && comparison.reshaped.area === undefined, `a reshaped border has a length: ${JSON.stringify(comparison.reshaped)}`)
  const drawn = (await api(page, `${corrected.replace('/submissions', '/api/submissions')}/changes?box=109.4,24.3,109.6,24.4`)).body.features.find((f) => f.key === ID(2))
  equal(`${drawn.after.outline.type} ${drawn.after.outline.coordinates[0].length}`, 'MultiLineString 2', 'what is drawn of it')
  await page.waitForSelector('[data-test=measured-in]')
  await page.click('[data-tab=features]')
  await page.click(`[data-change-key="${ID(2)}"]`)
  await settled(page)
  await shot(page, 'thin-borders-compared-zh')
  troubles.push(...(await barriers(page, 'borders compared')))
  await release(page, corrected)

  await as(page, 'luozhiyuan', '/data/catalogue/XZQJX', 'en')
  await page.waitForSelector('[data-test=versions]')
  await page.locator('[data-test=compare-versions]').first().click()
  await page.waitForSelector('[data-test=comparison] [data-test=measured-in]')
  const query = new URL(page.url()).searchParams
  const difference = (await api(page, `/api/layers/XZQJX/difference?from=${query.get('from')}&to=${query.get('to')}`)).body
  equal(difference.classes.reduce((sum, c) => sum + Math.round(100 * Number(c.after)), 0), Math.round(100 * Number(difference.after)), 'the lengths add up')
  await page.click('[data-tab=features]')
  await page.waitForSelector('[data-test=change-table] [data-change-key]')
  const table = await page.evaluate(async (path) => (await fetch(path)).text(), await page.getAttribute('[data-take=csv]', 'href'))
  check(/QCD,HCD,CDBH/.test(table) && !/MJ/.test(table.split('\n')[0]), `the list taken away has lengths: ${table.slice(0, 80)}`)
  await page.locator('[data-test=change-table] [data-change-key]').first().click()
  await page.setViewportSize({ width: 1366, height: 768 })
  await settled(page)
  await fits(page, 'two versions of borders at 1366')
  await shot(page, 'thin-versions-1366-en')
  troubles.push(...(await barriers(page, 'two versions of borders')))
  equal(troubles.join(' | '), '', 'barriers')
}
