import { describe, expect, it } from 'vitest'
import { crsWords } from './crs'

describe('a coordinate system in words', () => {
  it('says zone, width and meridian of the planes', () => {
    expect(crsWords('EPSG:4524')).toMatchObject({ kind: 'zone', width: 3, zone: 36, meridian: 108 })
    expect(crsWords('EPSG:4545')).toMatchObject({ kind: 'zone-bare', width: 3, zone: 36, meridian: 108 })
    expect(crsWords('EPSG:4497')).toMatchObject({ kind: 'zone', width: 6, zone: 19, meridian: 111 })
    expect(crsWords('EPSG:4508')).toMatchObject({ kind: 'zone-bare', width: 6, zone: 19, meridian: 111 })
  })
  it('names the two geographic systems and Web Mercator', () => {
    expect(crsWords('EPSG:4490')).toMatchObject({ kind: 'degrees', name: 'CGCS2000' })
    expect(crsWords('EPSG:4326')).toMatchObject({ kind: 'degrees', name: 'WGS 84' })
    expect(crsWords('EPSG:3857').kind).toBe('mercator')
  })
})
