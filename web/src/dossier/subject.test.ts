import { describe, expect, it } from 'vitest'
import { bodyOf, pageOf, type Subject, subjectOf, tagOf } from './subject'

const HASH = 'a'.repeat(64)
const feature: Subject = { kind: 'feature', layer: 'STBHHX', hash: HASH, feature: 3 }
const point: Subject = { kind: 'point', at: [109.41, 24.33] }

describe('a subject in the address', () => {
  it('comes back as it went', () => {
    expect(subjectOf(tagOf(feature))).toEqual(feature)
    expect(subjectOf(tagOf(point))).toEqual(point)
  })
  it('is nothing when the address was changed by hand', () => {
    for (const tag of ['', 'x', '109.41', 'STBHHX/abc/3', `STBHHX/${HASH}/`, `${HASH}/3`]) expect(subjectOf(tag)).toBeNull()
  })
  it('has no place for a drawn area', () => {
    expect(tagOf({ kind: 'site', name: '', plots: [] })).toBe('')
    expect(pageOf({ kind: 'site', name: '', plots: [] })).toBe('')
  })
})

describe('the question', () => {
  it('carries both clocks only when they are set', () => {
    expect(bodyOf(point, '', '')).toEqual({ point: [109.41, 24.33] })
    expect(bodyOf(feature, '2025-01-01', '2026-01-01')).toEqual({ feature: { layer: 'STBHHX', hash: HASH, feature: 3 }, asOf: '2025-01-01', known: '2026-01-01' })
  })
})
