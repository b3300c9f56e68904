import { describe, expect, it } from 'vitest'
import type { Geometry } from '../conformity/types'
import { boxOf } from './types'

describe('the box of shapes', () => {
  it('holds polygons and multipolygons', () => {
    const one = { type: 'Polygon', coordinates: [[[109.4, 24.3], [109.5, 24.3], [109.5, 24.4], [109.4, 24.3]]] } as unknown as Geometry
    const two = { type: 'MultiPolygon', coordinates: [[[[109.1, 24.6], [109.2, 24.6], [109.2, 24.7], [109.1, 24.6]]]] } as unknown as Geometry
    expect(boxOf([one, two])).toEqual([109.1, 24.3, 109.5, 24.7])
  })

  it('is empty for nothing', () => {
    expect(boxOf([])).toEqual([])
  })
})
