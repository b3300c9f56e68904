import { type Step, STEPS, type StepName, type Submission } from './types'

/** How a step of the way looks: done, being done, in the way, or still to come. */
export type Look = 'done' | 'now' | 'wrong' | 'later' | 'skipped'

export interface Station {
  name: StepName
  look: Look
  /** The last time it was taken in this round; of mending in any. */
  last: Step | null
}

const AT: Record<string, StepName> = { READING: 'READ', FITTING: 'FIT', CHECKING: 'CHECK', MENDING: 'MEND', REVIEWING: 'REVIEW', APPROVED: 'RELEASE', RELEASING: 'RELEASE' }

function last(steps: readonly Step[], name: StepName, round: number): Step | null {
  const found = steps.filter((s) => s.step === name && (s.round === round || name === 'RECEIVE' || name === 'MEND'))
  return found[found.length - 1] ?? null
}

/** The seven steps as they stand. What an earlier round came to is not shown as this round's. */
export function stations(submission: Pick<Submission, 'state' | 'round' | 'steps' | 'kind'>): Station[] {
  const at = AT[submission.state]
  const short = submission.kind === 'END' || submission.kind === 'WITHDRAWAL'
  return STEPS.map((name): Station => {
    const step = last(submission.steps, name, submission.round)
    if (short && ['READ', 'FIT', 'CHECK', 'MEND'].includes(name)) return { name, look: 'skipped', last: null }
    if (name === at) return { name, look: 'now', last: step }
    if (step === null) return { name, look: name === 'MEND' && passed(submission.state) ? 'skipped' : 'later', last: null }
    if (name === 'MEND') return { name, look: step.outcome === 'WITHDRAWN' ? 'wrong' : 'done', last: step }
    if (name === 'RELEASE') return { name, look: submission.state === 'RELEASED' ? 'done' : 'wrong', last: step }
    return { name, look: step.outcome === 'DONE' ? 'done' : 'wrong', last: step }
  })
}

function passed(state: Submission['state']): boolean {
  return ['REVIEWING', 'APPROVED', 'RELEASING', 'RELEASED'].includes(state)
}

/** Seconds that a step took. */
export function seconds(step: Step): number {
  return Math.max(0, Math.round((Date.parse(step.endedAt) - Date.parse(step.beganAt)) / 1000))
}

/** By rule, feature and the other feature: the same trouble in two rounds. */
export function issueKey(issue: { rule: string; feature: string; other: string | null }): string {
  return [issue.rule, issue.feature, issue.other ?? ''].join('\u0000')
}

/** What became of the last round's issues. */
export function mended(before: readonly { rule: string; feature: string; other: string | null }[], now: readonly { rule: string; feature: string; other: string | null }[]): { before: number; mended: number; left: number; fresh: number } {
  const [was, is] = [new Set(before.map(issueKey)), new Set(now.map(issueKey))]
  const left = [...was].filter((key) => is.has(key)).length
  return { before: was.size, mended: was.size - left, left, fresh: is.size - left }
}

const UNITS = ['B', 'KB', 'MB', 'GB']

/** Bytes as people say them. */
export function sizeText(bytes: number): string {
  let [value, unit] = [bytes, 0]
  while (value >= 1024 && unit < UNITS.length - 1) [value, unit] = [value / 1024, unit + 1]
  return `${unit === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${UNITS[unit]}`
}
