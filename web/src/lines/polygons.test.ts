import { expect, it } from 'vitest'
import { polygonsOf } from './polygons'

const ring = [[[109.4, 24.3], [109.41, 24.3], [109.41, 24.31], [109.4, 24.3]]]

it('takes polygons out of features and collections', () => {
  const polygon = { type: 'Polygon', coordinates: ring }
  expect(polygonsOf(JSON.stringify(polygon))).toEqual([polygon])
  expect(polygonsOf(JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: polygon }, { type: 'Feature', geometry: { type: 'Point', coordinates: [109, 24] } }] }))).toEqual([polygon])
})

it('refuses what is no GeoJSON, has no polygon, or is in metres', () => {
  expect(polygonsOf('1,2')).toBeNull()
  expect(polygonsOf('{"type":"Point","coordinates":[109,24]}')).toBeNull()
  expect(polygonsOf(JSON.stringify({ type: 'Polygon', coordinates: [[[36642129, 2689231], [36642149, 2689331], [36642266, 2689301], [36642129, 2689231]]] }))).toBeNull()
})
