export interface Place {
  code: string
  zh: string
  en: string
  listed: boolean
}

export interface SurveyInfo {
  layer: string
  zh: string
  en: string
  scheme: string | null
  columns: string[]
}

export interface Version {
  hash: string
  inForceFrom: string
  knownFrom: string
  invented: boolean
  source: string
}

export interface Column {
  key: string
  zh: string
  en: string
  parent: string | null
  part: boolean
}

export interface Row {
  place: Place
  patches: number
  total: string
  book: string
  control: string | null
  differs: string | null
  cells: string[]
}

export interface TableAnswer {
  asOf: string
  known: string | null
  layer: SurveyInfo
  snapshot: Version | null
  reason: string | null
  division: Place
  level: string
  unit: string
  places: number
  columns: Column[]
  rows: Row[]
  sum: Row
  faults: { noArea: number; noClass: number; unbalanced: number }
  controlled: boolean
  partial: boolean
}

export interface ClassName {
  key: string
  zh: string
  en: string
  parent: string | null
}

export type Outline = { type: 'MultiPolygon'; coordinates: number[][][][] }

export interface Patch {
  feature: number
  landClass: ClassName
  code: string
  village: string
  part: string
  area: string | null
  values: Record<string, string>
  box: [number, number, number, number]
  geometry: Outline | null
}

export interface PatchesAnswer {
  asOf: string
  snapshot: Version | null
  count: number
  area: string
  page: number
  items: Patch[]
}

export interface Cause {
  kind: 'APPROVAL' | 'FIELD'
  number: string
  name: string
  area: string
}

export interface Change {
  before: number
  after: number
  from: ClassName
  to: ClassName
  village: string
  area: string
  values: Record<string, string>
  box: [number, number, number, number]
  causes: Cause[]
  geometry: Outline | null
}

export interface ChangesAnswer {
  count: number
  area: string
  page: number
  items: Change[]
}

export interface FlowCell {
  from: number
  to: number
  area: string
  pieces: number
}

export interface FlowSum {
  before: string
  after: string
  kept: string
  left: string
  came: string
  adjustment: string
}

export interface FlowPart {
  place: Place
  before: string[]
  net: string[]
  left: string[]
  came: string[]
}

export interface TransitionAnswer {
  state: 'ready' | 'making'
  done: number
  total: number
  from: string
  to: string
  known: string | null
  earlier: Version | null
  later: Version | null
  reason: string | null
  division: Place
  level: string
  unit: string
  places: number
  classes: ClassName[]
  cells: FlowCell[]
  sums: FlowSum[]
  appeared: string
  /** Ground that has no patch in the later year. */
  gone: string
  changed: string
  before: string
  after: string
  parts: FlowPart[]
  overlaps: number
  partial: boolean
}

export interface CausesAnswer {
  total: string
  approved: string
  /** On no approval, but its patch names a case or project. */
  named: string
  unknown: string
  places: number
  groups: { kind: 'APPROVAL' | 'FIELD'; number: string; name: string; area: string; places: number }[]
}

export interface RegionAnswer {
  asOf: string
  known: string | null
  snapshot: Version | null
  answer: 'CONCERNED' | 'CLEAR' | 'NOT_ANSWERED'
  reason: string | null
  legalArea: string
  lines: { key: string; zh: string; en: string; first: string; three: string; area: string; hectares: string; pieces: number }[]
}

/** An index of the surveys: a part in a hundredth of a whole, m². */
export interface IndexTableAnswer {
  asOf: string
  division: Place
  level: string
  indexes: IndexAnswer[]
  rows: { place: Place; values: (string | null)[] }[]
}
export interface IndexAnswer {
  id: string
  zh: string
  en: string
  value: string | null
  unit: string
  part: string
  whole: string
  /** The field whose mean it is; null: it is a share. */
  mean: string | null
  layers: string[]
  source: string
  verified: boolean
  reason: string | null
  partial: boolean
}
