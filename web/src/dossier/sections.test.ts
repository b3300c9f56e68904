import { describe, expect, it } from 'vitest'
import { isEmpty, rulesOf, sectionsOf, silentOf } from './sections'
import type { Dossier, DossierLayer } from './types'

const layer = (code: string, group: string, answer: DossierLayer['answer'], pieces = 0): DossierLayer => ({
  layer: code,
  group,
  name: { zh: code, en: code },
  answer,
  reason: answer === 'NOT_ANSWERED' ? 'partly-outside-coverage' : null,
  snapshot: { layer: code, hash: code, inForceFrom: null, inForceTo: null, knownFrom: null, source: '', invented: false },
  area: '0.00',
  share: '0.00',
  addsUp: true,
  items: Array.from({ length: pieces }, (_, i) => ({ kind: 'piece', feature: i, name: '', cls: '', code: '', area: '1.00', share: '1.00', sliver: false, values: {}, bounds: null })),
  more: 0,
  moreArea: null,
  classes: [],
})
const dossier = (layers: DossierLayer[], more: Partial<Dossier> = {}): Dossier => ({
  asOf: '2026-01-01',
  known: null,
  subject: { kind: 'area', name: '', at: [0, 0], bounds: [0, 0, 0, 0], legalArea: '1.00', feature: null, number: -1, divisions: [] },
  layers,
  hidden: [],
  reviews: [],
  changes: [],
  rules: [],
  ...more,
})

describe('the sections', () => {
  it('come in the order in which they are read, an unknown group last', () => {
    const all = dossier([layer('A', 'other', 'CONCERNED', 1), layer('B', 'risk', 'CONCERNED', 1), layer('C', 'survey', 'CONCERNED', 1), layer('D', 'management', 'CLEAR')])
    expect(sectionsOf(all).map((s) => s.group)).toEqual(['survey', 'management', 'risk', 'other'])
  })
  it('never take a layer that does not answer for clear, and show what a partly covered one has', () => {
    const all = dossier([layer('A', 'risk', 'NOT_ANSWERED'), layer('B', 'risk', 'NOT_ANSWERED', 1), layer('C', 'risk', 'CLEAR')])
    const [risk] = sectionsOf(all)
    expect(risk?.clear.map((l) => l.layer)).toEqual(['C'])
    expect(risk?.says.map((l) => l.layer)).toEqual(['B'])
    expect(silentOf(all).map((l) => l.layer)).toEqual(['A', 'B'])
  })
  it('say that nothing is stored only when no layer has a version', () => {
    const none = { ...layer('A', 'risk', 'NOT_ANSWERED'), snapshot: null }
    expect(isEmpty(dossier([none]))).toBe(true)
    expect(isEmpty(dossier([none, layer('B', 'risk', 'CLEAR')]))).toBe(false)
  })
})

describe('the rules', () => {
  it('come by what they find, those that find nothing last', () => {
    const rule = (id: string, finds: Dossier['rules'][number]['finds']): Dossier['rules'][number] => ({ rule: id, version: 1, title: { zh: id, en: id }, verdict: 'FAIL', severity: 'MAJOR', articles: [], remedy: { zh: '', en: '' }, layers: [], finds, area: null })
    expect(rulesOf(dossier([], { rules: [rule('a', 'PASS'), rule('b', 'CONDITIONAL'), rule('c', 'FAIL')] })).map((r) => r.rule)).toEqual(['c', 'b', 'a'])
  })
})
