/** Cases as the server answers them to officers. */
import type { GeoJSON } from '../conformity/types'
import type { Word } from '../shell/words'

export type Light = 'GREEN' | 'YELLOW' | 'RED' | 'GREY' | 'DONE_IN_TIME' | 'DONE_LATE' | 'UNKNOWN'
export type ClockKind = 'STATUTORY' | 'PROMISED' | 'STEP'
export type StepKind = 'ACCEPT' | 'EXAMINE' | 'JOIN' | 'CHECK' | 'DECIDE' | 'ISSUE' | 'VISIT' | 'CORRECT'
export type Conclusion = 'ACCEPT' | 'NOT_ACCEPT' | 'CORRECT' | 'AGREE' | 'REFUSE' | 'RETURN' | 'DONE'
export type View = 'mine' | 'check' | 'done' | 'followed' | 'created' | 'all'

/** Working days; `unknownYear` is the year without a calendar, 0 when every year has one. */
export interface Clock {
  limit: number
  used: number
  left: number
  due: string | null
  light: Light
  unknownYear: number
}

export interface Row {
  id: string
  number: string | null
  name: string
  applicant: string
  matter: string
  matterTitle: Word
  shortName: string
  division: string
  divisionName: Word
  step: string | null
  stepTitle: Word | null
  kind: StepKind | null
  task: string | null
  state: string
  stateText: Word
  light: Light
  urged: boolean
  deferred: boolean
  clocks: Partial<Record<ClockKind, Clock>>
  review: { id: string; conclusion: string; conflicts: number; notAnswered: number; conditional?: boolean | number } | null
  holder: string | null
  holderName: string | null
  arrivedAt: string | null
  followed: boolean
  /** Where it lies, degrees; a server that does not say leaves it off the map. */
  at?: [number, number] | null
  area?: string | null
}

export interface InboxAnswer {
  items: Row[]
  total: number
  /** whether counting ended before the lines did */
  more: boolean
  counts: { most: number; views: Partial<Record<View, number>>; lights: Partial<Record<Light, number>>; steps: Partial<Record<StepKind, number>>; quick: Record<string, number> }
  today?: { due: number; earlyRate: number | null; averageDays: number | null; promisedDays: number | null } | null
}

export type MaterialState = 'GIVEN' | 'MISSING' | 'DEFERRED' | 'SHARED' | 'PROMISED'

export interface Material {
  id: string
  title: Word
  main: boolean
  source: 'APPLICANT' | 'SHARED' | 'SITE'
  state: MaterialState
  file: string | null
  fileName: string | null
  due: string | null
  checked: boolean
  at: string | null
  by: string | null
  /** what the platform knows: in force, or since when no more */
  found?: { number: string; validUntil: string | null; standing: string; since: string | null } | null
}

export interface Opinion {
  id: string
  step: string
  stepTitle?: Word | null
  conclusion: Conclusion
  words: string
  by: string
  byName?: string | null
  lentBy: string[]
  corrects: string | null
  back: string | null
  at: string
  leaf: string
}

export interface CaseTask {
  id: string
  step: string
  stepTitle?: Word | null
  unit: string | null
  holder: string | null
  holderName?: string | null
  arrivedAt: string
  due: string | null
  doneAt: string | null
  conclusion: Conclusion | null
}

export interface Suspension {
  reason: string
  title: Word
  basis: Word | null
  from: string
  to: string | null
  words: string
}

/** A choice named by its id alone, or with its title. */
export type Named = string | { step: string; title: Word }

export interface May {
  conclusions: Conclusion[]
  back: Named[]
  claim: boolean
  release: boolean
  suspend: boolean
  /** Codes of the reasons for which this matter's clock may stand still. */
  suspensions: string[]
  extend: boolean
  extensionDays: number
  terminate: boolean
  urge: boolean
  withdraw: boolean
  handOver: boolean
  judge: boolean
  unmask: boolean
  why: Word | null
}

export interface Drift {
  at: string
  before: string
  after: string
  cause: string
  changes: { layer?: string; rule?: string; before?: string | null; after?: string | null; by?: string | null }[]
}

export interface Review {
  id: string
  hash: string
  conclusion: string
  conflicts: number
  notAnswered: number
  at: string
}

export interface CaseDetail extends Row {
  applicantFull?: { kind: string; name: string; idNumber: string; phone: string } | null
  form: Record<string, unknown> | string
  schema: Record<string, unknown> | string
  site: GeoJSON | string | null
  siteHash: string | null
  materials: Material[]
  opinions: Opinion[]
  tasks: CaseTask[]
  suspensions: Suspension[]
  extension: { days: number; reason: string; by: string; at: string } | null
  urges: Said[]
  explanations: Said[]
  judgements: (Said & { responsible: boolean })[]
  reviews: Review[]
  drifts: Drift[]
  /** How many sites its matter lets be compared; 1 where there is one. */
  sites?: number
  /** Whether its matter has a visiting step. */
  visit?: boolean
  /** The pack that it belongs to. */
  parent: string | null
  children: Kin[]
  result: { number: string | null; kind: string; state: string; paper: boolean } | null
  may: May
  sameGround: { id: string; number: string | null; name: string; what: Word; stateText: Word }[]
  events: { at: string; what: string; stepTitle: Word | null; words: string; by: string | null; leaf: string | null }[]
  receipt?: string | null
}

export interface Said {
  id?: string
  words: string
  by: string
  byName?: string | null
  at: string
}

export interface Kin {
  id: string
  number: string | null
  name: string
  matterTitle?: Word
  state?: string
  stateText?: Word
  light?: Light
}

export interface ProcessNode {
  id: string
  kind: string
  name: Word
  x: number
  y: number
  width: number
  height: number
  state: 'DONE' | 'OPEN' | 'TO_COME'
}

export interface ProcessEdge {
  id: string
  from: string
  to: string
  name: Word | null
  bends: number[]
  taken: boolean
}

export interface ProcessAnswer {
  nodes: ProcessNode[]
  edges: ProcessEdge[]
  tokens: string[]
  times: Record<string, { by: string | null; days: number | null; limit: number | null; conclusion?: Conclusion | null }>
}

export interface MatterRow {
  code: string
  title: Word
  shortName: string
  group: string
  parent: boolean
  children: string[]
  applicants: string[]
  limits: { statutory: number; promised: number }
  materials: { id: string; title: Word; main: boolean; deferDays: number; source: Material['source']; forms: string[]; promise: Word | null }[]
  form: Record<string, unknown>
  guide: { intro: Word }
}

/** Something that the person is told: `noun` is what kind of thing it is about, `object` its id. */
export interface Notice {
  id: string
  kind: string
  noun: string
  object: string
  text: Word
  at: string
  readAt: string | null
}
