import { describe, expect, it } from 'vitest'
import { around, placeOf } from './changes'
import { slid, viewAfter, viewOf } from './pair'

describe('two versions on the screen', () => {
  it('are seen as the address says, and by a slide where it says nothing that exists', () => {
    expect(['side', 'through', 'swipe', 'none', undefined, ['side']].map(viewOf)).toEqual(['side', 'through', 'swipe', 'swipe', 'swipe', 'swipe'])
  })
  it('come in turn: slide, side by side, see-through, and the slide again', () => {
    expect([viewAfter('swipe'), viewAfter('side'), viewAfter('through')]).toEqual(['side', 'through', 'swipe'])
  })
  it('slide by keys, never beyond the ends', () => {
    expect([slid('ArrowRight', 50), slid('PageDown', 50), slid('ArrowLeft', 1), slid('End', 3), slid('j', 50)]).toEqual([52, 40, 0, 100, null])
  })
})

describe('a changed feature', () => {
  const state = (bounds?: [number, number, number, number]) => ({ code: '0101', area: '1.00', bounds })

  it('is where it was and where it is', () => {
    expect(placeOf({ key: '1', change: 'RESHAPED', before: state([1, 1, 2, 2]), after: state([1.5, 0.5, 2.5, 1]) })).toEqual([1, 0.5, 2.5, 2])
  })
  it('that is gone is where it was', () => {
    expect(placeOf({ key: '1', change: 'REMOVED', before: state([1, 1, 2, 2]) })).toEqual([1, 1, 2, 2])
  })
  it('without a shape has no place', () => {
    expect(placeOf({ key: '1', change: 'ADDED', after: state() })).toBeNull()
  })
  it('that is tiny is shown with ground around it', () => {
    expect(around([109, 24, 109, 24]).map((v) => v.toFixed(4))).toEqual(['108.9998', '23.9998', '109.0002', '24.0002'])
  })
})
