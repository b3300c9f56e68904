import type { Proposal, StepTaken, WayStep } from './types'

export interface Station {
  /** CHECK, SUBMIT, a step's id, or RELEASE. */
  name: string
  /** A step's own words; null where the page has them. */
  words: WayStep | null
  look: 'done' | 'now' | 'wrong' | 'later'
  /** When it was taken last in this round. */
  last: StepTaken | null
}

type Seen = Pick<Proposal, 'state' | 'round' | 'steps' | 'way' | 'stepAt' | 'stopping'>

function lastOf(steps: readonly StepTaken[], is: (s: StepTaken) => boolean): StepTaken | null {
  return [...steps].reverse().find(is) ?? null
}

/** What counts of the steps: those since the shapes were sent or sent back last. */
function since(p: Seen): StepTaken[] {
  const from = lastOf(p.steps, (s) => s.step === 'PROPOSE' || s.outcome === 'RETURNED')
  return from === null ? [...p.steps] : p.steps.slice(p.steps.indexOf(from) + 1)
}

/** The steps as they stand: made and checked, submitted, each that agrees, in force. */
export function stations(p: Seen): Station[] {
  const now = since(p)
  const last = (is: (s: StepTaken) => boolean): StepTaken | null => lastOf(now, is) ?? lastOf(p.steps, (s) => s.round === p.round && s.outcome === 'RETURNED' && is(s))
  const checked = lastOf(p.steps, (s) => s.step === 'CHECK' && s.round === p.round)
  const submitted = lastOf(p.steps, (s) => s.step === 'SUBMIT' && s.round === p.round)
  const reviewing = p.state === 'REVIEWING' || p.state === 'RELEASING' || p.state === 'RELEASED'
  const list: Station[] = [
    { name: 'CHECK', words: null, look: p.state === 'MAKING' ? 'now' : checked?.outcome === 'DONE' && p.stopping.length === 0 ? 'done' : 'wrong', last: checked },
    { name: 'SUBMIT', words: null, look: reviewing ? 'done' : p.state === 'OPEN' && p.stopping.length === 0 && checked?.outcome === 'DONE' ? 'now' : 'later', last: reviewing ? submitted : null },
  ]
  p.way.forEach((step, i) => {
    const taken = last((s) => s.step === 'REVIEW' && s.of === step.id)
    const look = p.state === 'RELEASED' || (reviewing && (i < p.stepAt || p.state === 'RELEASING')) ? 'done' : p.state === 'REVIEWING' && i === p.stepAt ? 'now' : taken?.outcome === 'RETURNED' && p.state === 'OPEN' ? 'wrong' : 'later'
    list.push({ name: step.id, words: step, look, last: look === 'later' || look === 'now' ? null : taken })
  })
  const released = lastOf(p.steps, (s) => s.step === 'RELEASE')
  list.push({ name: 'RELEASE', words: null, look: p.state === 'RELEASED' ? 'done' : p.state === 'RELEASING' ? 'now' : 'later', last: p.state === 'RELEASED' ? released : null })
  return list
}
