import { describe, expect, it } from 'vitest'
import type { Step, Submission } from './types'
import { mended, sizeText, stations } from './way'

function step(name: Step['step'], outcome: Step['outcome'] = 'DONE', round = 1): Step {
  return { number: 1, round, step: name, outcome, beganAt: '2026-11-18T08:00:00Z', endedAt: '2026-11-18T08:00:34Z', by: 'a', words: null, figures: {}, problems: [] }
}
function looks(state: Submission['state'], steps: Step[], round = 1, kind: Submission['kind'] = 'FULL'): string {
  return stations({ state, steps, round, kind }).map((s) => s.look).join(' ')
}

describe('the way of a submission', () => {
  it('that is to be mended stands there, with the check in red', () => {
    expect(looks('MENDING', [step('RECEIVE'), step('READ'), step('FIT'), step('CHECK', 'REFUSED')])).toBe('done done done wrong now later later')
  })

  it('has no mending when nothing was wrong', () => {
    expect(looks('REVIEWING', [step('RECEIVE'), step('READ'), step('FIT'), step('CHECK')])).toBe('done done done done skipped now later')
  })

  it('does not show an earlier round as this one', () => {
    expect(looks('FITTING', [step('RECEIVE'), step('READ'), step('FIT'), step('CHECK', 'REFUSED'), step('MEND', 'DONE', 2), step('READ', 'DONE', 2)], 2)).toBe('done done now later done later later')
  })

  it('of an end has only three steps', () => {
    expect(looks('REVIEWING', [step('RECEIVE')], 1, 'END')).toBe('done skipped skipped skipped skipped now later')
  })
})

describe('what became of the issues of the last round', () => {
  it('is counted by rule and feature', () => {
    const [a, b, c] = ['1', '2', '3'].map((feature) => ({ rule: 'overlap', feature, other: null }))
    expect(mended([a, b] as never, [b, c] as never)).toEqual({ before: 2, mended: 1, left: 1, fresh: 1 })
  })
})

describe('a size', () => {
  it('is said in the largest unit that fits', () => {
    expect([500, 2048, 214 * 1024 * 1024].map(sizeText)).toEqual(['500 B', '2.0 KB', '214 MB'])
  })
})
