import { expect, it } from 'vitest'
import type { StepTaken, WayStep } from './types'
import { stations } from './way'

const way: WayStep[] = ['county', 'section', 'director'].map((id) => ({ id, zh: id, en: id, role: id }))
let number = 0
const step = (name: StepTaken['step'], more: Partial<StepTaken> = {}): StepTaken => ({ number: ++number, round: 1, step: name, of: null, outcome: 'DONE', at: '', by: 'x', words: null, problems: [], ...more })
const looks = (p: Parameters<typeof stations>[0]): string => stations(p).map((s) => s.look).join(' ')

it('waits at the check that stops it', () => {
  expect(looks({ state: 'OPEN', round: 1, way, stepAt: 0, stopping: ['BJ-01'], steps: [step('PROPOSE'), step('CHECK')] })).toBe('wrong later later later later later')
})

it('shows who agreed and who is next', () => {
  const steps = [step('PROPOSE'), step('CHECK'), step('SUBMIT'), step('REVIEW', { of: 'county' })]
  expect(looks({ state: 'REVIEWING', round: 1, way, stepAt: 1, stopping: [], steps })).toBe('done done done now later later')
})

it('shows who sent it back', () => {
  const steps = [step('PROPOSE'), step('CHECK'), step('SUBMIT'), step('REVIEW', { of: 'county', outcome: 'RETURNED' })]
  expect(looks({ state: 'OPEN', round: 1, way, stepAt: 0, stopping: [], steps })).toBe('done now wrong later later later')
})
