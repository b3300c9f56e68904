import { describe, expect, it } from 'vitest'
import { countStates, leaves, misses, SECTOR_STATES, summed, type Village } from './lists'

describe('lists of plans', () => {
  it('counts every entry in one state', () => {
    const entries = [{ state: 'DRAFTING' as const }, { state: 'STORED' as const }, { state: 'DRAFTING' as const }]
    const counts = countStates(entries)
    expect(counts[SECTOR_STATES.indexOf('DRAFTING')]).toBe(2)
    expect(counts.reduce((a, b) => a + b, 0)).toBe(3)
  })

  it('lists a village that must have a plan and has none approved', () => {
    const village = (must: boolean, state: Village['state']): Village => ({ must, state }) as Village
    expect(misses(village(true, 'DRAFTING'))).toBe(true)
    expect(misses(village(true, 'APPROVED'))).toBe(false)
    expect(misses(village(false, 'NONE'))).toBe(false)
  })

  it('adds up leaves in every unit', () => {
    const cents = [149, 151, 333, 10_050, 7]
    for (const unit of ['m2', 'ha', 'mu'] as const) {
      const steps = leaves(cents, unit)
      const whole = leaves([cents.reduce((a, b) => a + b, 0)], unit)[0]
      expect(summed(steps, steps, () => true)).toBe(whole)
    }
  })
})
