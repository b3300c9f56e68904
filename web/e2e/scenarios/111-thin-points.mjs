import { api, barriers, check, equal, fits, settled, shot } from '../browser.mjs'
import { as, at, countys, file, here, ID, mend, point, release, replaced, rules, submit } from '../thin.mjs'

export const about = "a county's officer submits control points outside the county, then two at one place and one without a name, mends them; two others release them; a correction is compared by number"

const POINTS = [point(11, '演示甲', [109.501, 24.343]), point(12, '演示乙', [109.503, 24.344])]
const TWICE = point(14, '', POINTS[0].geometry.coordinates)
const MOVED = [POINTS[0], point(12, '演示乙', [109.5034, 24.3443])]
/** In the county to the south. */
const ELSEWHERE = point(13, '演示丙', [109.28, 24.2])

export async function run({ page }) {
  const troubles = []
  await submit(page, 'CLKZD', 'INCREMENT', 'added', file('points.geojson', [...POINTS, ELSEWHERE]))
  await at(page, 'MENDING')
  const points = here(page)
  check((await page.locator('main').innerText()).includes(ID(13)), 'the point outside the county is named')
  await shot(page, 'thin-point-outside-zh')
  await mend(page, 'added', file('points.geojson', [...POINTS, TWICE]), '去掉界外点')
  await page.waitForSelector('[data-test=issues] [data-rule=points-twice]', { timeout: 60_000 })
  equal(await rules(page), 'point-mandatory,points-twice', 'the errors of the points')
  await page.click('[data-rule=points-twice]')
  await settled(page)
  await shot(page, 'thin-points-broken-zh')
  troubles.push(...(await barriers(page, 'broken points')))
  await mend(page, 'added', file('points.geojson', POINTS), '去掉重复点')
  await at(page, 'REVIEWING')
  await release(page, points)

  await submit(page, 'CLKZD', 'CORRECTION', 'whole', file('points.geojson', replaced(await countys(page, 'CLKZD'), ...MOVED)))
  await at(page, 'REVIEWING')
  const corrected = here(page)
  const counted = (await api(page, corrected.replace('/submissions', '/api/submissions'))).body.comparison
  equal(`${counted.geometry} ${counted.reshaped.features}`, 'POINT 1', 'one point was moved')
  check(/^\d+$/.test(counted.after), `points are counted: ${counted.after}`)
  await page.click('[data-tab=features]')
  await page.click(`[data-change-key="${ID(12)}"]`)
  await settled(page)
  await shot(page, 'thin-points-compared-zh')
  troubles.push(...(await barriers(page, 'points compared')))
  await as(page, 'luozhiyuan', corrected, 'en')
  await at(page, 'REVIEWING')
  await page.setViewportSize({ width: 1366, height: 768 })
  await settled(page)
  await fits(page, 'points compared at 1366')
  await shot(page, 'thin-points-1366-en')
  await page.setViewportSize({ width: 1440, height: 900 })
  await release(page, corrected)
  equal(troubles.join(' | '), '', 'barriers')
}
