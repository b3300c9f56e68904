import { describe, expect, it } from 'vitest'
import { cgcs2000Quad, geographic, parsePlace, plane, resolutionAt, scaleDenominator, zoneCode, zoneOf } from './projection'

describe('the tile grid', () => {
  it('has two tiles by one at zoom 1', () => {
    expect(cgcs2000Quad.getTileCoordForCoordAndZ([109.4, 24.3], 1)).toEqual([1, 1, 0])
    expect(cgcs2000Quad.getTileCoordForCoordAndZ([-109.4, -24.3], 1)).toEqual([1, 0, 0])
  })

  it('counts rows from the top', () => {
    // 24.3° N is 65.7° below the top; a tile of zoom 10 is 360 / 2^10 = 0.3515625° high
    expect(cgcs2000Quad.getTileCoordForCoordAndZ([109.4, 24.3], 10)).toEqual([10, 823, 186])
  })
})

describe('a 3° zone', () => {
  it('is the nearest central meridian', () => {
    expect([108.0, 109.49, 109.51, 111].map(zoneOf)).toEqual([36, 36, 37, 37])
    expect(zoneCode(36)).toBe('EPSG:4524')
  })

  it('gives the easting with the zone and comes back', () => {
    const p = plane(109.4, 24.3)
    expect(p.zone).toBe(36)
    expect(Math.floor(p.y / 1e6)).toBe(36)
    const [lon, lat] = geographic(p.x, p.y)
    expect(lon).toBeCloseTo(109.4, 9)
    expect(lat).toBeCloseTo(24.3, 9)
  })

  it('has its central meridian at 500 km', () => expect(plane(108, 24).y).toBeCloseTo(36_500_000, 3))
})

describe('the scale', () => {
  it('is 1 : 591,658,711 × cos on the equator at zoom 0, in two figures', () => {
    expect(scaleDenominator(resolutionAt(0), 0)).toBe(560_000_000)
  })
  it('shrinks with the parallel', () => {
    expect(scaleDenominator(resolutionAt(16), 60)).toBeLessThan(scaleDenominator(resolutionAt(16), 0))
  })
})

describe('a typed place', () => {
  it('is longitude and latitude in either order', () => {
    expect(parsePlace('109.41, 24.32')).toEqual([109.41, 24.32])
    expect(parsePlace('24.32 109.41')).toEqual([109.41, 24.32])
  })
  it('is a plane coordinate with its zone', () => {
    const p = plane(109.4, 24.3)
    const found = parsePlace(`${p.x} ${p.y}`)
    expect(found?.[0]).toBeCloseTo(109.4, 8)
  })
  it('is nothing else', () => {
    expect(parsePlace('莲塘村')).toBeNull()
    expect(parsePlace('2698716 425716')).toBeNull()
  })
})
