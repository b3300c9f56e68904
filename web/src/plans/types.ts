import type { Answer, Article, Findings, Ledger, WayStep } from '../lines/types'
import type { Word } from '../shell/words'

export const KINDS = ['MASTER', 'DETAILED', 'SECTOR', 'VILLAGE'] as const
export type Kind = (typeof KINDS)[number]
export const STATES = ['DELIVERED', 'UNDER_REVIEW', 'ON_DISPLAY', 'APPROVED', 'IN_FORCE', 'SUPERSEDED', 'RETURNED', 'WITHDRAWN'] as const
export type State = (typeof STATES)[number]
export type Role = 'TEXT' | 'TABLE' | 'MAP' | 'DOCUMENT' | 'APPROVAL'

export interface Material {
  id: string
  role: Role
  zh: string
  en: string
  mandatory: boolean
}

export interface Occasion {
  id: string
  zh: string
  en: string
  amends: boolean
  displayDays: number
  needs: string[]
  steps: WayStep[]
  article: Article
}

export interface MapLayer {
  layer: string
  classScheme: string | null
  classField: string | null
  replaces: 'UNITS' | 'DIVISION' | 'NOTHING'
  fields: { code: string; zh: string; en: string }[]
}

export interface Scheme {
  kind: Kind
  zh: string
  en: string
  materials: Material[]
  layers: MapLayer[]
  occasions: Occasion[]
}

/** @see IndicatorAnswer.Said */
export interface Said {
  value: string
  unit: string
  by: string | null
  place: string
  words: string
}

export interface Indicator {
  indicator: { id: string; zh: string; en: string; unit: string; places: number; binding: boolean; formula: { sum: string; layer: string; field: string | null; values: string[] } | null; parts: string[] }
  outcome: 'AGREE' | 'DIFFERS' | 'MISSING'
  exact: string | null
  map: string | null
  table: Said | null
  text: Said[]
  features: string[]
  featureCount: number
}

export interface PlotChange {
  unit: string
  key: string
  kind: 'ADDED' | 'REMOVED' | 'CHANGED'
  areaBefore: string | null
  areaAfter: string | null
  fields: { field: string; before: string | null; after: string | null }[]
  box: number[]
}

export interface Change {
  layer: string
  changed: Findings['changed']
  ledger: Ledger
  plots: PlotChange[]
  plotCount: number
}

export interface PlanFindings {
  at: string
  indicators: Indicator[]
  answers: Answer[]
  maps: { layer: string; features: number; area: string; units: string[]; box: number[] }[]
  changes: Change[]
  affected: Findings['affected']
  used: Record<string, string>
}

export interface Progress {
  state: State
  round: number
  working: boolean
  done: number | null
  total: number | null
}

export interface Taken {
  number: number
  round: number
  step: 'DELIVER' | 'CHECK' | 'REVIEW' | 'DISPLAY' | 'APPROVE' | 'ENTER' | 'WITHDRAW'
  of: string | null
  outcome: 'DONE' | 'RETURNED' | 'REFUSED' | 'MOVED' | 'BROKEN'
  at: string
  by: string
  words: string | null
  problems: { code: string; what: string; todo: string; where: string }[]
}

export interface Brief {
  id: string
  plan: string
  version: number
  number: string
  kind: Kind
  name: string
  division: string
  divisionName: Word
  listing: string | null
  occasion: string
  occasionName: Word | null
  state: State
  waiting: WayStep | null
  next: 'DISPLAY' | 'APPROVAL' | null
  invented: boolean
  deliveredBy: string
  mine: boolean
  unit: string
  deliveredAt: string
  changedAt: string
  round: number
  inForceFrom: string | null
  knownFrom: string | null
  /** In the list: since when a version is in force. */
  inForce?: string | null
}

export interface Version extends Brief {
  grounds: string
  progress: Progress
  previous: string | null
  scheme: Scheme | null
  displayDays: number
  article: Article | null
  way: WayStep[]
  stepAt: number
  today: string
  display: { from: string; to: string; place: string } | null
  approval: { number: string; authority: string; date: string; inForceFrom: string } | null
  versions: Brief[]
  steps: Taken[]
  files: { role: Role; material: string; sha256: string; name: string; size: number }[]
  maps: { layer: string; own: string; base: string | null; candidate: string | null }[]
  findings: PlanFindings | null
  notes: { code: string; what: string; todo: string; where: string }[]
  stopping: string[]
  names: { divisions?: Record<string, Word>; people?: Record<string, string>; layers?: Record<string, Word> }
  can: string[]
}

/** How a state looks as a tag. */
export const TONES: Record<State, string> = { DELIVERED: 'a', UNDER_REVIEW: 'w', ON_DISPLAY: 'a', APPROVED: 'a', IN_FORCE: 'ok', SUPERSEDED: 'n', RETURNED: 'xl', WITHDRAWN: 'n' }

/** How an indicator looks: what differs is red, what is missing hatched. */
export const OUTCOME_TONES: Record<Indicator['outcome'], string> = { AGREE: 'ok', DIFFERS: 'xl', MISSING: 'q' }
