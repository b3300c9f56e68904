import { describe, expect, it } from 'vitest'
import type { Taken } from './types'
import { standing, stations } from './way'

const way = [{ id: 'section', zh: '科室审查', en: 'Section review', role: 'line-section', countyOnly: false }]
const taken = (step: Taken['step'], outcome: Taken['outcome'] = 'DONE', of: string | null = null): Taken => ({ number: 1, round: 1, step, of, outcome, at: '', by: '', words: null, problems: [] })
const looks = (v: Parameters<typeof stations>[0]): string => stations(v).map((s) => `${s.name} ${s.look}`).join(', ')

describe('the way of a plan', () => {
  it('waits for the section once it is checked', () => {
    expect(looks({ state: 'UNDER_REVIEW', round: 1, way, stepAt: 0, stopping: [], next: null, displayDays: 0, steps: [taken('DELIVER'), taken('CHECK')] })).toBe('DELIVER done, CHECK done, section now, APPROVE later, ENTER later')
  })
  it('shows a check that a rule refuses as not passed', () => {
    expect(looks({ state: 'UNDER_REVIEW', round: 1, way, stepAt: 0, stopping: ['HJ-01'], next: null, displayDays: 0, steps: [taken('DELIVER'), taken('CHECK')] })).toContain('CHECK wrong')
  })
  it('waits for its display, then for its approval', () => {
    const v = { round: 1, way, stepAt: 1, stopping: [], displayDays: 30, steps: [taken('DELIVER'), taken('CHECK'), taken('REVIEW', 'DONE', 'section')] }
    expect(looks({ ...v, state: 'UNDER_REVIEW', next: 'DISPLAY' })).toBe('DELIVER done, CHECK done, section done, DISPLAY now, APPROVE later, ENTER later')
    expect(looks({ ...v, state: 'ON_DISPLAY', next: 'APPROVAL' })).toBe('DELIVER done, CHECK done, section done, DISPLAY done, APPROVE now, ENTER later')
  })
  it('names who sent it back', () => {
    expect(looks({ state: 'RETURNED', round: 1, way, stepAt: 0, stopping: [], next: null, displayDays: 0, steps: [taken('DELIVER'), taken('CHECK'), taken('REVIEW', 'RETURNED', 'section')] })).toContain('section wrong')
  })
  it('is in force from its day, and the one before until then', () => {
    const all = [
      { version: 3, state: 'IN_FORCE' as const, inForceFrom: '2027-01-01' },
      { version: 2, state: 'SUPERSEDED' as const, inForceFrom: '2026-01-01' },
      { version: 1, state: 'SUPERSEDED' as const, inForceFrom: '2025-01-01' },
    ]
    const on = (day: string): string[] => all.map((v) => { const s = standing(v, all, day); return `${s.label} ${s.day}`.trim() })
    expect(on('2026-11-26')).toEqual(['plans.from-day 2027-01-01', 'plans.until-day 2027-01-01', 'plans.state.SUPERSEDED'])
    expect(on('2027-01-01')).toEqual(['plans.state.IN_FORCE', 'plans.state.SUPERSEDED', 'plans.state.SUPERSEDED'])
  })
})
