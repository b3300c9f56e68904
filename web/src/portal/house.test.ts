import { describe, expect, it } from 'vitest'
import { houseOf, moved, outline, sized, turnedBy, wind, type House } from './house'

const house: House = { lon: 109.4, lat: 24.3, width: 10, depth: 12, turned: 0 }

describe('a house on the map', () => {
  it('is a closed ring of four corners', () => {
    const ring = outline(house).coordinates[0] ?? []
    expect(ring).toHaveLength(5)
    expect(ring[4]).toEqual(ring[0])
  })
  it('is read back from its own outline, turned or not', () => {
    for (const turned of [0, 30, 90, 200]) {
      const back = houseOf(outline({ ...house, turned }))
      expect([back?.width, back?.depth, back?.turned]).toEqual([10, 12, turned])
    }
  })
  it('is no house when the shape is no rectangle', () => {
    expect(houseOf({ type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 2], [0, 0]]] })).toBeNull()
  })
  it('moves by metres and keeps its sides within reason', () => {
    const there = moved(house, 0, 111_319.49)
    expect(there.lat).toBeCloseTo(25.3, 6)
    expect(sized(house, 500, 0.1)).toMatchObject({ width: 60, depth: 2 })
    expect(turnedBy({ ...house, turned: 350 }, 15).turned).toBe(5)
  })
  it('says a bearing as people do', () => {
    expect([0, 46, 90, 181, 359].map(wind)).toEqual(['n', 'ne', 'e', 's', 'n'])
  })
})
