import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, knownGroups, neighbour, releaseDates, snapped, span, type VersionInfo, yearTicks } from './moments'

const version = (layer: string, inForceFrom: string): VersionInfo => ({ layer, hash: '', inForceFrom, inForceTo: null, knownFrom: '', invented: true, source: '' })

describe('the moments', () => {
  it('that became known in one minute of the city are one, by the last of them', () => {
    expect(knownGroups(['2026-11-20T01:42:10.1Z', '2026-11-20T01:42:59.9Z', '2026-11-20T01:43:00Z'])).toEqual([
      { at: '2026-11-20T01:42:59.9Z', text: '2026-11-20 09:42' },
      { at: '2026-11-20T01:43:00Z', text: '2026-11-20 09:43' },
    ])
  })

  it('are the first days of the visible layers only, none twice', () => {
    const all = [version('DLTB', '2025-12-31'), version('DLTB', '2023-12-31'), version('XZQ', '2023-12-31'), version('CKQ', '2024-06-01')]
    expect(releaseDates(all, ['DLTB', 'XZQ'])).toEqual(['2023-12-31', '2025-12-31'])
  })

  it('span whole years to today, and to a version that is not in force yet', () => {
    expect(span(['2019-12-31'], '2026-11-26')).toEqual({ first: dayOf('2019-01-01'), last: dayOf('2026-11-26') })
    expect(span([], '2026-11-26').first).toBe(dayOf('2023-01-01'))
    expect(span(['2027-01-01'], '2026-11-26').last).toBe(dayOf('2027-01-01'))
  })

  it('carry at most seven numbers of years, the last always', () => {
    const ticks = yearTicks(dayOf('2005-01-01'), dayOf('2026-11-26'))
    expect(ticks).toHaveLength(22)
    const labels = ticks.map((t) => t.label).filter((l) => l !== '')
    expect(labels.length).toBeLessThanOrEqual(7)
    expect(labels[labels.length - 1]).toBe('2026')
  })

  it('are stepped through, and stay at the ends', () => {
    const dates = ['2023-12-31', '2025-12-31']
    expect(neighbour(dates, '2024-06-01', 1)).toBe('2025-12-31')
    expect(neighbour(dates, '2024-06-01', -1)).toBe('2023-12-31')
    expect(neighbour(dates, '2025-12-31', 1)).toBe('2025-12-31')
  })

  it('draw a day that is close, and leave one that is not', () => {
    expect(snapped(dayOf('2023-12-20'), ['2023-12-31'], 20)).toBe('2023-12-31')
    expect(snapped(dayOf('2023-10-20'), ['2023-12-31'], 20)).toBe('2023-10-20')
    expect(snapped(dayOf('2023-10-20'), [], 20)).toBe('2023-10-20')
    expect(dateOf(dayOf('2024-02-29'))).toBe('2024-02-29')
  })
})
