import type { Answer, Geometry, Project, ReviewRequest, Verdict } from '../conformity/types'

export type Cause = 'GEOMETRY' | 'DATE' | 'LAYER' | 'RULE' | 'SETTING' | 'PROJECT' | 'ENGINE'

/** One side as it is asked for. */
export interface Side {
  review?: string
  asOf?: string
  known?: string
  rulesAt?: string
  project?: Project
  request?: ReviewRequest
}

export interface SideShown {
  id: string | null
  name: string | null
  at: string | null
  by: string | null
  asOf: string
  known: string | null
  project: Project
  conclusion: Verdict
  ruleSet: string
  legalArea: string
  summary: string | null
  plots: Geometry[]
}

export interface Said {
  answer: Answer
  reason: string
  area: string
  snapshot: string
  inForceFrom: string
}

export interface ComparedLayer {
  layer: string
  name: string
  changed: boolean
  otherVersion: boolean
  a: Said | null
  b: Said | null
  difference: string | null
}

export interface Judged {
  verdict: Verdict
  area: string
  version: number
}

export interface Ruling {
  rule: string
  title: string
  changed: boolean
  because: Cause[]
  layers: string[]
  a: Judged | null
  b: Judged | null
  difference: string | null
}

export interface SheetLine {
  kind: 'piece' | 'rest' | 'outside-coverage' | 'not-answered'
  code: string
  a: string
  b: string
  difference: string
}

export interface Sheet {
  layer: string
  name: string
  scheme: string
  lines: SheetLine[]
  a: string
  b: string
  difference: string
}

export interface Comparison {
  a: SideShown
  b: SideShown
  causes: Cause[]
  layers: ComparedLayer[]
  findings: Ruling[]
  sheets: Sheet[]
}
