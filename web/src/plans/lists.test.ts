import { describe, expect, it } from 'vitest'
import { cents } from '../shell/area'
import { countStates, type FunctionTownship, misses, SECTOR_STATES, type Village, zoneCents } from './lists'

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

  it('adds up a zone over townships in whole 0.01 m²', () => {
    const township = (zone: string, area: string): FunctionTownship => ({ parts: [{ zone, overlay: '', area }] }) as unknown as FunctionTownship
    expect(zoneCents([township('urban', '0.10'), township('urban', '0.20'), township('farming', '5.00')], 'urban', (x) => cents(x) ?? 0)).toBe(30)
  })
})
