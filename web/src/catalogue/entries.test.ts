import { describe, expect, it } from 'vitest'
import { ANY, bars, days, deskLink, itemsOf, narrowed, periodParts, shortName } from './entries'
import type { Act, Entry, RateItem } from './types'

const entry = (layer: string, more: Partial<Entry> = {}): Entry => ({
  layer, zh: '地类图斑', en: 'Land-use patches', group: 'survey', kind: 'COVERAGE', geometry: 'AREA', classification: 2, required: true,
  unit: { id: 'survey', zh: '调查科', en: 'Survey' }, resourceCode: '10300101/0001', standard: 'TD/T 1057', cycle: 'YEARLY', every: 'P1Y',
  core: 0, share: 'CONDITIONAL', open: false, snapshot: null, reason: 'no-snapshot',
  freshness: { state: 'MISSING', dueOn: null, staleFrom: null, counties: [] }, score: null, coverage: null, features: null, ...more,
})
const act = (more: Partial<Act>): Act => ({
  id: '1', act: 'RELEASE', hash: 'a', inForceFrom: '2024-12-31', inForceTo: null, target: null, knownFrom: '2025-03-01T00:00:00Z', features: 1,
  invented: false, source: '', by: 'x', inForce: false, standing: true, withdrawn: false, score: null, ...more,
})
const item = (layer: string, division: string, state: RateItem['state']): RateItem => ({ layer, division, from: '2025-01-01', to: '2025-12-31', dueOn: '2026-06-30', state, inForceFrom: null, deliveredAt: null, onTime: false, score: null })

describe('the catalogue', () => {
  it('is searched by code, names, owner, resource code and standard', () => {
    const all = [entry('DLTB'), entry('CKQ', { zh: '采矿权', en: 'Mining rights', resourceCode: '10300401/0001', standard: '–', unit: { id: 'minerals', zh: '矿产科', en: 'Minerals' } })]
    for (const words of ['ckq', '采矿', 'mining', '矿产', '103004']) expect(narrowed(all, { ...ANY, words }).map((e) => e.layer)).toEqual(['CKQ'])
    expect(narrowed(all, { ...ANY, words: '1057' }).map((e) => e.layer)).toEqual(['DLTB'])
  })

  it('is narrowed by owner, freshness, classification and the core list together', () => {
    const all = [entry('A', { core: 5 }), entry('B', { core: 5, classification: 3 }), entry('C')]
    expect(narrowed(all, { ...ANY, core: true, level: '2', unit: 'survey', state: 'MISSING' }).map((e) => e.layer)).toEqual(['A'])
  })

  it('counts days across a leap day', () => {
    expect(days('2024-02-28', '2024-03-01')).toBe(2)
    expect(days('2026-01-02', '2026-01-01')).toBe(-1)
  })

  it('reads periods as the register writes them', () => {
    expect(periodParts('P5Y')).toEqual({ n: 5, unit: 'years' })
    expect(periodParts('P3M')).toEqual({ n: 3, unit: 'months' })
    expect(periodParts('')).toBeNull()
  })

  it('draws a version from its day to the next, the open one to the day that is asked about', () => {
    const drawn = bars([act({ id: '2', inForceFrom: '2025-12-31' }), act({ inForceTo: '2025-12-31' })], '2026-11-26')
    expect(drawn.rows.map((r) => [r.from, r.to])).toEqual([['2025-12-31', '2026-11-26'], ['2024-12-31', '2025-12-31']])
  })

  it('heads columns with the short name of a county', () => {
    const short = (zh: string): string => shortName({ zh, en: 'X' }, 'zh')
    expect(['融水苗族自治县', '三江侗族自治县', '柳江区', '鹿寨县'].map(short)).toEqual(['融水', '三江', '柳江', '鹿寨'])
    expect(shortName({ zh: '柳江区', en: 'Liujiang' }, 'en')).toBe('Liujiang')
  })

  it('leads to the desk at the same clocks', () => {
    expect(deskLink('DLTB', '2025-05-01', '')).toBe('/?layers=DLTB&t=2025-05-01')
  })
})

describe('the collection board', () => {
  it('shows the items of a cell, a row, a column or all', () => {
    const items = [item('A', '1', 'LATE'), item('A', '2', 'COLLECTED'), item('B', '1', 'LATE')]
    expect(itemsOf(items, 'A', '1', '').length).toBe(1)
    expect(itemsOf(items, 'A', null, '').length).toBe(2)
    expect(itemsOf(items, null, '1', '').length).toBe(2)
    expect(itemsOf(items, null, null, 'LATE').length).toBe(2)
  })
})
