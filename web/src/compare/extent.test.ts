import { describe, expect, it } from 'vitest'
import { dimensionOf, gained, lastPlaces, measuredText, placesOf, shown, shownColumn } from './extent'

describe('what features come to', () => {
  it('is an area, a length or a number, by what the server gives', () => {
    expect([dimensionOf({ area: '1.00' }), dimensionOf({ length: '1.00' }), dimensionOf({}), dimensionOf(undefined)]).toEqual(['AREA', 'LINE', 'POINT', 'POINT'])
  })
  it('is shown in the unit of areas only when it is one', () => {
    expect([measuredText({ area: '10000.00' }, 'ha'), measuredText({ length: '12345.60' }, 'ha'), measuredText({}, 'ha')]).toEqual(['1.0000', '12,345.60', ''])
    expect([shown('AREA', 1_000_000, 'ha'), shown('LINE', 1234, 'ha'), shown('POINT', 3, 'mu')]).toEqual([10_000, 1234, 3])
    expect([placesOf('AREA', 'ha'), placesOf('LINE', 'ha'), placesOf('POINT', 'ha')]).toEqual([4, 2, 0])
  })
  it('is read in its last places', () => {
    expect([lastPlaces('LINE', '12.30'), lastPlaces('POINT', '7'), lastPlaces('POINT', null)]).toEqual([1230, 7, null])
  })
  it('of lines adds up in metres whatever the unit of areas is', () => {
    expect(shownColumn('LINE', [33, 33, 34], 100, 'ha')).toEqual([33, 33, 34])
  })
  it('grows and shrinks by what it measures; points do neither', () => {
    expect([gained({ length: '10.00' }, { length: '12.50' }), gained({ area: '2.00' }, undefined), gained(undefined, { length: '1.00' }), gained({}, {})]).toEqual([250, -200, 100, null])
  })
})
