import { describe, expect, it } from 'vitest'
import { fitted } from './shrink'
import { accepted, holding, isOpen, isOwed, takesPhotos, toneOf, usedShare } from './standing'
import type { Step } from './types'

const step = (kind: string): Step => ({ id: kind, title: kind, kind, unit: null })

describe('a case as its applicant sees it', () => {
  it('what is asked of the applicant goes before the state', () => {
    expect(toneOf({ state: 'IN_REVIEW', asked: true })).toBe('w')
    expect(toneOf({ state: 'IN_REVIEW', asked: false })).toBe('a')
    expect(toneOf({ state: 'REFUSED', asked: false })).toBe('xl')
  })
  it('fills the bar to its end and no further', () => {
    const clock = { limit: 7, left: 2, due: null, light: 'GREEN' as const, unknownYear: 0 }
    expect(usedShare({ ...clock, used: 5 })).toBe(71)
    expect(usedShare({ ...clock, used: 9 })).toBe(100)
    expect(usedShare({ ...clock, limit: 0, used: 0 })).toBe(0)
  })
  it('speaks of the step that waits for the bureau', () => {
    expect(holding([step('CORRECT'), step('EXAMINE')])?.kind).toBe('EXAMINE')
    expect(holding([step('CORRECT')])?.kind).toBe('CORRECT')
    expect(holding([])).toBeNull()
  })
  it('says to the file field what a material takes', () => {
    expect(accepted(['pdf', 'jpg'])).toBe('.pdf,.jpg,.jpeg,image/jpeg')
    expect(takesPhotos(['pdf'])).toBe(false)
  })
  it('shrinks a photograph by its longer side', () => {
    expect(fitted(4000, 3000)).toEqual([2000, 1500])
    expect(fitted(1000, 800)).toEqual([1000, 800])
  })
})

it('what was to come later is owed until it is given, a signed promise is not', () => {
  expect(isOwed({ state: 'PROMISED', promise: null })).toBe(true)
  expect(isOwed({ state: 'GIVEN', promise: null })).toBe(false)
  expect(isOwed({ state: 'PROMISED', promise: { zh: '承诺', en: 'promise' } })).toBe(false)
})

describe('a correction', () => {
  it('in a named correction the papers named and those missing may be given', () => {
    const paper = (id: string, state: 'GIVEN' | 'MISSING', source: 'APPLICANT' | 'SITE' = 'APPLICANT') => ({ id, state, source })
    const correction = { fields: [], materials: ['plan'] }
    expect(isOpen(paper('plan', 'GIVEN'), correction)).toBe(true)
    expect(isOpen(paper('card', 'GIVEN'), correction)).toBe(false)
    expect(isOpen(paper('card', 'MISSING'), correction)).toBe(true)
    expect(isOpen(paper('card', 'GIVEN'), null)).toBe(true)
    expect(isOpen(paper('ground', 'MISSING', 'SITE'), null)).toBe(false)
  })
})
