import { api, barriers, check, equal, fits, settled, shot, signIn } from '../browser.mjs'

export const about = 'lines and points are on the map, are found beside the pointer, and a line says its length'

export async function run({ page }) {
  await signIn(page, { user: 'qinyutong', to: '/' })
  const { body } = await api(page, '/api/layers')
  const [borders, points] = ['XZQJX', 'CLKZD'].map((code) => body.layers.find((l) => l.code === code))
  equal(`${borders.geometry} ${points.geometry}`, 'LINE POINT', 'the geometry of both')
  check(borders.snapshot.features > 118 && points.snapshot.features > 100, 'features of both')
  check(points.snapshot.invented, 'the points say that they are invented')
  const feature = (await api(page, `/api/features/CLKZD/${points.snapshot.hash}/0`)).body
  const [lon, lat] = feature.geometry.coordinates[0]
  equal(feature.geometry.type, 'MultiPoint', 'a point')
  const at = async ([x, y], layer) => (await api(page, `/api/identify?lon=${x}&lat=${y}&near=5`)).body.layers.find((l) => l.layer === layer).features
  check((await at([lon, lat], 'CLKZD')).length > 0, 'the point is found')
  const border = (await api(page, `/api/features/XZQJX/${borders.snapshot.hash}/0`)).body
  const [line] = await at(border.geometry.coordinates[0][0], 'XZQJX')
  check(line !== undefined && Number(line.length) > 0 && line.area === null, 'a border is found at its own end, with a length and no area')
  const review = (await api(page, `/api/identify?lon=${lon}&lat=${lat}`)).status
  equal(review, 200, 'without a distance it answers, too')

  const tiles = []
  page.on('response', (r) => { if (/tiles\/.*\/(XZQJX|CLKZD)\//.test(r.url())) tiles.push(r.status()) })
  await page.goto(`${new URL(page.url()).origin}/?c=${lon.toFixed(5)},${lat.toFixed(5)}&z=13&layers=CLKZD,XZQJX`)
  await page.waitForSelector('[data-test=map]')
  await settled(page)
  check(tiles.includes(200), 'tiles of lines or points are drawn')
  await shot(page, 'lines-and-points-zh')
  await fits(page, 'the desk with lines and points')
  const troubles = await barriers(page, 'the desk with lines and points')
  equal(troubles.join(' | '), '', 'barriers')
}
