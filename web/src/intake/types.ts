import type { Dimension, Measured } from '../compare/extent'
import type { Geometry } from '../conformity/types'

export type Both = { zh?: string; en?: string }

export const STATES = ['READING', 'FITTING', 'CHECKING', 'MENDING', 'REVIEWING', 'APPROVED', 'RELEASING', 'RELEASED', 'WITHDRAWN'] as const
export type State = (typeof STATES)[number]

export const KINDS = ['FULL', 'INCREMENT', 'YEARLY', 'CORRECTION', 'END', 'WITHDRAWAL'] as const
export type Kind = (typeof KINDS)[number]

export const STEPS = ['RECEIVE', 'READ', 'FIT', 'CHECK', 'MEND', 'REVIEW', 'RELEASE'] as const
export type StepName = (typeof STEPS)[number]

/** A submission as in the list. */
export interface Brief {
  id: string
  number: string
  layer: string
  layerName: Both
  division: string
  divisionName: Both
  period: string
  kind: Kind
  state: State
  inForceFrom: string
  source: string
  invented: boolean
  submittedBy: string
  mine: boolean
  unit: string
  submittedAt: string
  changedAt: string
  round: number
  deadline: string | null
  workingDaysLeft: number | null
  /** The year whose working days are not known, so that no deadline can be given. */
  noCalendarOf: number | null
  features: number | null
  refusing: number | null
  warnings: number | null
}

export interface StepProblem {
  code: string
  what: string
  todo: string
  where: string
  severity: string
  coordinate?: number[]
}

export interface Step {
  number: number
  round: number
  step: StepName
  outcome: 'DONE' | 'REFUSED' | 'RETURNED' | 'WITHDRAWN' | 'BROKEN' | 'MOVED'
  beganAt: string
  endedAt: string
  by: string
  words: string | null
  figures: Record<string, string | number>
  problems: StepProblem[]
}

export type IssueKind = 'COMPLETENESS' | 'CONFORMITY' | 'CONSISTENCY' | 'UNIQUENESS' | 'TOPOLOGY'
export type IssueSeverity = 'REFUSE' | 'WARN'

export interface RuleCount {
  rule: string
  kind: IssueKind
  severity: IssueSeverity
  title: Both
  advice: Both
  count: number
}

export interface Round {
  round: number
  begunBy: string
  begunAt: string
  base: string | null
  part: string | null
  candidate: string | null
  run: string | null
  features: number | null
  refusing: number | null
  warnings: number | null
  score: number | null
  byRule: RuleCount[]
}

export interface Sent {
  round: number
  role: 'WHOLE' | 'ADDED' | 'CHANGED' | 'REMOVED' | 'PAPER'
  name: string
  size: number
  sha256: string
  /** Which layer of the file was read; null: it holds one. */
  sourceLayer: string | null
}

export interface Tally extends Measured {
  features: number
}

export interface Comparison {
  from: string | null
  fromDate: string | null
  /** Since when it is known; null when it is not released. */
  fromKnown: string | null
  fromSource: string | null
  to: string
  toDate: string | null
  toKnown: string | null
  toSource: string | null
  scheme: string | null
  /** What `before`, `after` and `change` are: m², metres, or points. */
  geometry: Dimension
  added: Tally
  removed: Tally
  reshaped: Tally
  revalued: Tally
  unchanged: Tally
  classes: { code: string; before: string; after: string; change: string }[]
  before: string
  after: string
  change: string
}

export interface Progress {
  state: State
  round: number
  working: boolean
  done: number | null
  total: number | null
  rate: number | null
  secondsLeft: number | null
}

export type Act = 'resubmit' | 'withdraw' | 'review' | 'return' | 'release' | 'accept'

export interface Submission extends Brief {
  target: string | null
  crs: string | null
  ground: string | null
  progress: Progress
  steps: Step[]
  rounds: Round[]
  files: Sent[]
  accepted: { rule: string; feature: string; reason: string; by: string }[]
  comparison: Comparison | null
  can: Act[]
}

/** One issue of a check. */
export interface Issue {
  number: number
  rule: string
  kind: IssueKind
  severity: IssueSeverity
  feature: string
  other: string | null
  /** Null where the issue has no place: it is of the whole, or nothing was drawn. */
  lon: number | null
  lat: number | null
  bounds: [number, number, number, number] | null
  area: string | null
  length: number | null
  value: string | null
  expected: string | null
  outline: Geometry | null
}

export interface IssuesAnswer {
  issues: Issue[]
  next: number | null
}

export interface Release {
  id: string
  act: 'RELEASE' | 'CORRECTION' | 'END' | 'WITHDRAWAL'
  hash: string | null
  inForceFrom: string | null
  inForceTo: string | null
  target: string | null
  knownFrom: string
  features: number
  source: string
  submission: string | null
}

/** One version of one feature. */
export interface FeatureVersion extends Measured {
  inForceFrom: string
  knownFrom: string
  act: string
  withdrawnAt: string | null
  change: 'ADDED' | 'REMOVED' | 'RESHAPED' | 'REVALUED'
  snapshot: string
  feature: number | null
  fields: { field: string; before: string | null; after: string | null }[]
  source: string
  submission: string | null
  file: { name: string; sha256: string; sourceLayer: string | null } | null
}
