import type { Geometry, Verdict } from '../conformity/types'
import type { Word } from '../shell/words'

export interface Article {
  doc: string
  clause: string
  status: string
}

export interface Version {
  hash: string
  inForceFrom: string
  inForceTo: string | null
  knownFrom: string
  invented: boolean
  source: string
}

export interface CountyArea {
  division: string
  name: Word
  area: string
  target: string | null
  document: string | null
  assignedOn: string | null
  invented: boolean
  margin: string | null
}

export interface WayStep {
  id: string
  zh: string
  en: string
  role: string
}

export interface LineDefinition {
  layer: string
  name: Word
  owner: string
  bound: 'AT_LEAST' | 'AT_MOST'
  classScheme: string | null
  classField: string | null
  split: string | null
  ask: { code: string; zh: string; en: string }[]
  choices: { values: string[]; zh: string; en: string }[]
  steps: WayStep[]
  needs: string[]
  grounds: { id: string; zh: string; en: string; article: Article }[]
  rules: { id: string; zh: string; en: string; severity: Severity; test: string; article: Article }[]
}

export interface Line extends LineDefinition {
  version: Version | null
  measure: 'GROSS' | 'NET'
  unassigned: string | null
  counties: CountyArea[]
  open: number
}

export interface LineDetail extends Line {
  asOf: string
  rows: { county: string; code: string; area: string }[]
  versions: { act: string; hash: string | null; inForceFrom: string | null; knownFrom: string; features: number; invented: boolean; source: string; by: string }[]
}

export interface LinesAnswer {
  today: string
  lines: Line[]
  documentTypes: { id: string; zh: string; en: string }[]
}

export interface Target {
  id: string
  division: string
  divisionName: Word
  quantity: string
  document: string
  assignedOn: string
  inForceFrom: string
  knownFrom: string
  invented: boolean
  by: string
}

export type Severity = 'REFUSE' | 'WARN'
export type Outcome = 'PASS' | 'FAIL' | 'INFO' | 'NOT_ANSWERED'
export type ProposalState = 'MAKING' | 'OPEN' | 'REVIEWING' | 'RELEASING' | 'RELEASED' | 'WITHDRAWN'

export interface Place {
  layer: string
  key: string
  county: string
  area: string
  box: number[]
  shape: Geometry
}

export interface TargetFigure {
  division: string
  target: string | null
  before: string
  after: string
  margin: string | null
  kept: boolean
}

export interface Answer {
  rule: { id: string; zh: string; en: string; severity: Severity; article: Article; test: { values?: string[] } }
  test: string
  outcome: Outcome
  area: string | null
  args: Record<string, string>
  missing: string[]
  places: Place[]
  placeCount: number
  counties: TargetFigure[]
}

export interface LedgerRow {
  county: string
  code: string
  before: string
  out: string
  in: string
}

export interface Ledger {
  measure: 'GROSS' | 'NET'
  rows: LedgerRow[]
}

export interface AffectedReview {
  id: string
  name: string
  by: string
  common: string
  stored: Verdict
  before: Verdict | null
  after: Verdict | null
  areaBefore: string
  areaAfter: string
}

export interface AffectedPlot {
  layer: string
  name: Word
  key: string
  label: string
  common: string
  box: number[]
}

export interface Findings {
  at: string
  changed: { in: Geometry | null; out: Geometry | null; inArea: string; outArea: string; added: number; reshaped: number; removed: number; box: number[] }
  ledgers: Ledger[]
  soil: { county: string; code: string; out: string; in: string }[]
  answers: Answer[]
  affected: { reviews: AffectedReview[]; plots: AffectedPlot[]; more: boolean }
  used: Record<string, string>
}

export interface ProposalProgress {
  state: ProposalState
  round: number
  working: boolean
  done: number | null
  total: number | null
}

export interface StepTaken {
  number: number
  round: number
  step: 'PROPOSE' | 'CHECK' | 'SUBMIT' | 'REVIEW' | 'RELEASE' | 'WITHDRAW'
  of: string | null
  outcome: 'DONE' | 'RETURNED' | 'REFUSED' | 'MOVED' | 'BROKEN'
  at: string
  by: string
  words: string | null
  problems: { code: string; what: string; todo: string; where: string }[]
}

export interface ProposalBrief {
  id: string
  number: string
  layer: string
  layerName: Word
  division: string
  divisionName: Word
  title: string
  state: ProposalState
  waiting: WayStep | null
  inForceFrom: string
  invented: boolean
  proposedBy: string
  mine: boolean
  unit: string
  proposedAt: string
  changedAt: string
  round: number
  released: string | null
}

export interface DrawnIn {
  geometry: Geometry
  values: Record<string, string>
}

export interface Proposal extends ProposalBrief {
  ground: string
  reason: string
  progress: ProposalProgress
  line: LineDefinition
  way: WayStep[]
  stepAt: number
  steps: StepTaken[]
  base: string | null
  candidate: string | null
  documents: { role: string; type: string | null; sha256: string; name: string; size: number }[]
  files: { role: string; name: string; size: number }[]
  drawn: { in: DrawnIn[]; out: { geometry: Geometry }[] }
  findings: Findings | null
  stopping: string[]
  names: { divisions?: Record<string, Word>; people?: Record<string, string>; layers?: Record<string, Word> }
  can: string[]
}

export interface Notice {
  id: string
  kind: 'PROPOSED' | 'RELEASED' | 'AGREED' | 'ENTERED'
  /** A proposal, or the version of a plan. */
  proposal: string | null
  plan: string | null
  number: string
  layerName: Word
  review: string
  reviewName: string
  before: Verdict | null
  after: Verdict | null
  at: string
  readAt: string | null
}

/** The lines' own colours are tokens; what is not one of them takes the house's ink. */
export const COLOURS: Record<string, string> = { YJJBNTBHTB: 'pbf', STBHHX: 'eco', CZKFBJ: 'ugb', LSWHBHX: 'heritage', HLFXKZX: 'flood', DZZHFXQ: 'hazard' }

/** How a state looks as a tag. */
export const TONES: Record<ProposalState, string> = { MAKING: 'a', OPEN: 'w', REVIEWING: 'a', RELEASING: 'a', RELEASED: 'ok', WITHDRAWN: 'n' }

/** How an outcome looks: what stops is red, what warns amber, what could not be asked hatched. */
export function outcomeTone(answer: Pick<Answer, 'outcome' | 'rule'>): string {
  switch (answer.outcome) {
    case 'PASS': return 'ok'
    case 'INFO': return 'n'
    case 'NOT_ANSWERED': return 'q'
    case 'FAIL': return answer.rule.severity === 'REFUSE' ? 'xl' : 'w'
  }
}
