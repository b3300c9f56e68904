import type { Verdict } from '../conformity/types'

/** The server's dossier; areas are decimal strings in m². */
export interface Source {
  layer: string
  hash: string
  inForceFrom: string | null
  inForceTo: string | null
  knownFrom: string | null
  source: string
  invented: boolean
}

export interface Words {
  zh: string
  en: string
}

export interface Item {
  kind: 'piece' | 'rest' | 'outside-coverage'
  feature: number
  name: string
  cls: string
  code: string
  area: string
  share: string | null
  sliver: boolean
  values: Record<string, unknown>
  bounds: [number, number, number, number] | null
}

export interface DossierLayer {
  layer: string
  group: string
  name: Words
  answer: 'CONCERNED' | 'CLEAR' | 'NOT_ANSWERED'
  reason: string | null
  snapshot: Source | null
  area: string | null
  share: string | null
  addsUp: boolean
  items: Item[]
  more: number
  moreArea: string | null
  classes: { kind: string; cls: string; area: string; share: string; count: number }[]
}

export interface DossierReview {
  id: string
  name: string
  at: string
  by: string
  conclusion: Verdict
  legalArea: string
  area: string | null
  bounds: [number, number, number, number]
}

export interface Move {
  was: string
  is: string
  area: string | null
}

export interface Change {
  layer: string
  name: Words
  steps: { from: Source | null; to: Source; moves: Move[]; unchanged: string | null }[]
}

export interface RuleLine {
  rule: string
  version: number
  title: Words
  verdict: Verdict
  severity: string
  articles: { doc: string; clause: string; status: string }[]
  remedy: Words
  layers: string[]
  finds: Verdict | null
  area: string | null
}

export interface Dossier {
  asOf: string
  known: string | null
  subject: {
    kind: 'point' | 'feature' | 'area'
    name: string
    at: [number, number]
    bounds: [number, number, number, number]
    legalArea: string | null
    feature: Source | null
    number: number
    divisions: string[]
  }
  layers: DossierLayer[]
  hidden: string[]
  reviews: DossierReview[] | null
  changes: Change[]
  rules: RuleLine[]
}

export interface BurdenRow {
  layer: string
  feature: number
  name: string
  cls: string
  code: string
  area: string
  share: string
  of: number
  ofName: string
  bounds: [number, number, number, number]
}

export interface Burdens {
  asOf: string
  known: string | null
  of: {
    source: Source
    layer: Words
    name: string
    feature: number
    field: string | null
    value: string | null
    features: number
    area: string
    bounds: [number, number, number, number]
  }
  targets: { layer: string; name: Words; reason: string | null; snapshot: Source | null; count: number; area: string | null }[]
  total: number
  page: number
  pageSize: number
  rows: BurdenRow[]
  reviews: DossierReview[] | null
  millis: number
}
