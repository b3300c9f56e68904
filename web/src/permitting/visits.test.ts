import { describe, expect, it } from 'vitest'
import { distance, instantOf } from './visits'

const square = { type: 'Polygon', coordinates: [[[109, 24], [109.001, 24], [109.001, 24.001], [109, 24.001], [109, 24]]] }

describe('the distance to a site', () => {
  it('is 0 inside and in metres outside', () => {
    expect(distance([109.0005, 24.0005], [square])).toBe(0)
    // 0.001 degrees of latitude are 111 m
    expect(distance([109.0005, 24.002], [square])).toBe(111)
  })
  it('counts from the edge of a hole, and is unknown without a site', () => {
    const holed = { type: 'Polygon', coordinates: [...square.coordinates, [[109.0002, 24.0002], [109.0008, 24.0002], [109.0008, 24.0008], [109.0002, 24.0008], [109.0002, 24.0002]]] }
    expect(distance([109.0005, 24.0005], [holed])).toBeGreaterThan(20)
    expect(distance([109, 24], [])).toBeNull()
  })
})

it('a time is the bureau\'s, eight hours before Greenwich', () => {
  expect(instantOf('2026-11-20', '09:30')).toBe('2026-11-20T01:30:00.000Z')
  expect(instantOf('2026-11-20', '')).toBeNull()
})
