import { describe, expect, it } from 'vitest'
import { layersOf, layersText, momentOf, pointOf, pointText, swipeOf, swipeText } from './viewState'

const USUAL = ['XZQ', 'STBHHX', 'GHFQ', 'DLTB']
const choice = (code: string, on: boolean, opacity = 100) => ({ code, on, opacity })

describe('the layers in the address', () => {
  it('are those shown, from the top down, when the pile is in its usual order', () => {
    expect(layersText([choice('XZQ', false), choice('STBHHX', true), choice('GHFQ', false), choice('DLTB', true)], USUAL)).toBe('STBHHX,DLTB')
  })

  it('carry an opacity, of a hidden layer too', () => {
    expect(layersText([choice('XZQ', false), choice('STBHHX', true, 60), choice('GHFQ', false, 30), choice('DLTB', true)], USUAL)).toBe('STBHHX~60,-GHFQ~30,DLTB')
  })

  it('are all named when somebody has put the pile in another order', () => {
    const pile = [choice('DLTB', true), choice('XZQ', false), choice('STBHHX', true), choice('GHFQ', false)]
    expect(layersText(pile, USUAL)).toBe('DLTB,-XZQ,STBHHX,-GHFQ')
  })

  it('come back as they were', () => {
    for (const pile of [
      [choice('XZQ', true), choice('STBHHX', false), choice('GHFQ', true, 40), choice('DLTB', true)],
      [choice('DLTB', true, 55), choice('GHFQ', false), choice('XZQ', true), choice('STBHHX', false)],
      [choice('XZQ', false), choice('STBHHX', false), choice('GHFQ', false), choice('DLTB', false)],
    ]) expect(layersOf(layersText(pile, USUAL), USUAL)).toEqual(pile)
  })

  it('that the register does not have, or that are not written so, are left out', () => {
    expect(layersOf('NOPE,DLTB~400,<b>', USUAL)).toEqual([choice('XZQ', false), choice('STBHHX', false), choice('GHFQ', false), choice('DLTB', true)])
  })

  it('that are new since the link was made keep their usual neighbour', () => {
    expect(layersOf('DLTB,GHFQ,STBHHX', USUAL).map((c) => c.code)).toEqual(['XZQ', 'DLTB', 'GHFQ', 'STBHHX'])
  })
})

describe('the other things in the address', () => {
  it('are the two moments of a swipe and where its divider stands', () => {
    expect(swipeOf(swipeText({ asOf: '2024-12-31', known: '', at: 42.4 }) ?? '')).toEqual({ asOf: '2024-12-31', known: '', at: 42 })
    expect(swipeOf('')).toBeNull()
    expect(swipeOf('yesterday,,50')).toBeNull()
    expect(swipeText(null)).toBeUndefined()
  })

  it('are the two clocks, each empty when it is not written as a date or an instant', () => {
    expect(momentOf('2024-12-31', '2026-01-01T00:00:00.123456Z')).toEqual({ asOf: '2024-12-31', known: '2026-01-01T00:00:00.123456Z' })
    expect(momentOf('2024', 'later')).toEqual({ asOf: '', known: '' })
  })

  it('are the place that was asked about, to a centimetre', () => {
    expect(pointOf(pointText([109.41234567, 24.3]) ?? '')).toEqual([109.4123457, 24.3])
    expect(pointOf('109.4')).toBeNull()
    expect(pointOf('109.4,')).toBeNull()
    expect(pointOf('200,24')).toBeNull()
  })
})
