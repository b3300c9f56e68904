import { describe, expect, it } from 'vitest'
import { barOf, inboxOf, lineOf, pastMonths, quarterBefore, slowest } from './figures'
import type { StepRow } from './types'

const step = (averageDays: string | null): StepRow => ({ kind: 'EXAMINE', open: 10, yellow: 2, red: 1, suspended: 1, done: 3, averageDays })

describe('the supervision of process', () => {
  it('leads to the inbox where that can be sieved alike', () => {
    expect(inboxOf('matter', { key: 'rural-house' }, 'RED')).toBe('/cases?view=all&matter=rural-house&light=RED')
    expect(inboxOf('county', { key: '450206' }, '')).toBe('/cases?view=all&division=450206')
    expect(inboxOf('person', { key: 'qinyutong' }, 'RED')).toBeNull()
  })

  it('draws a bar whose parts add up to what is open', () => {
    expect(barOf(step(null), 20)).toEqual({ green: 30, yellow: 10, red: 5, grey: 5 })
    expect(barOf(step(null), 0)).toEqual({ green: 0, yellow: 0, red: 0, grey: 0 })
  })

  it('names the slowest step as a figure, not as a text', () => {
    expect(slowest([step('9.5'), step('10.1'), step(null)])?.averageDays).toBe('10.1')
    expect(slowest([step(null)])).toBeNull()
  })

  it('draws a line from the first to the last period', () => {
    expect(lineOf([0, 5, 10], 100, 50, 10)).toBe('0.0,50.0 50.0,25.0 100.0,0.0')
  })

  it('asks a quarter first and offers months that are over', () => {
    expect(quarterBefore('2026-11-27')).toBe('2026-08-28')
    expect(pastMonths('2026-02-03', 3)).toEqual(['2026-01', '2025-12', '2025-11'])
  })
})
