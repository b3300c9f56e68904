import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useSite } from './site'
import type { Plot } from './types'

const plot = (number: string): Plot => ({ number, name: '', use: '1001', geometry: { type: 'Polygon', coordinates: [[[109.4, 24.3], [109.41, 24.3], [109.41, 24.31], [109.4, 24.3]]] } })

const asked: (boolean | undefined)[] = []
vi.mock('../shell/http', () => ({
  call: (_path: string, ask: { minimal?: boolean }) => {
    asked.push(ask.minimal)
    return Promise.resolve({ id: null, asOf: '2026-11-27', site: { legalArea: '1.00', plots: [] }, conclusion: 'PASS', layers: [], findings: [] })
  },
}))

/** What the desk asks while the hand moves and when it rests. */
describe('the question of the desk', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    asked.length = 0
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is brief while a corner is dragged and whole when the hand lets go', async () => {
    const site = useSite()
    site.drawn([plot('1')])
    await vi.advanceTimersByTimeAsync(100)
    site.dragged([plot('2')])
    await vi.advanceTimersByTimeAsync(100)
    site.drawn([plot('3')])
    await vi.advanceTimersByTimeAsync(100)

    expect(asked).toEqual([false, true, false])
  })

  it('is whole again when the hand comes back to where it was', async () => {
    const site = useSite()
    const drawn = [plot('1')]
    site.drawn(drawn)
    await vi.advanceTimersByTimeAsync(100)
    site.dragged([plot('2')])
    await vi.advanceTimersByTimeAsync(100)
    site.drawn(drawn)
    await vi.advanceTimersByTimeAsync(100)

    expect(asked).toEqual([false, true, false])
  })

  it('is brief while a line is drawn', async () => {
    const site = useSite()
    site.sketched(plot('1').geometry)
    await vi.advanceTimersByTimeAsync(100)

    expect(asked).toEqual([true])
  })

  it('is whole while a view shows single pieces, whatever the hand does', async () => {
    const site = useSite()
    site.piecesShown = 1
    site.drawn([plot('1')])
    await vi.advanceTimersByTimeAsync(100)
    site.dragged([plot('2')])
    await vi.advanceTimersByTimeAsync(100)

    expect(asked).toEqual([false, false])
  })
})
