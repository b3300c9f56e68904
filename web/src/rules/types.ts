/** Rules and the conversion matrix as the server tells them. */
import type { Verdict } from '../conformity/types'

export interface Both {
  zh: string
  en: string
}

export interface RuleLine {
  id: string
  version: number
  row: string
  title: Both
  layer: string
  group: string
  verdict: Verdict
  severity: string
  inForce: boolean
  unverified: boolean
}

export interface RulesAnswer {
  asOf: string
  ruleSet: string
  rules: RuleLine[]
}

export interface RuleArticle {
  doc: string
  clause: string
  status: string
}

export interface GivenPiece {
  area: string
  fields: Record<string, string>
  sliver?: boolean
}

export interface Example {
  name: Both
  site: string
  rest?: string
  pieces: GivenPiece[]
  silent: string[]
  project: Record<string, unknown>
  expect: Verdict | 'not-applicable'
}

export interface TriedPaper {
  type: string
  number: string
  issuer: string
  date?: string
  title?: Both
  fits: boolean
  reason?: string
}

export interface Tried {
  verdict: Verdict | 'not-applicable'
  area: string
  share: string
  taken: boolean[]
  asks: string[]
  papers: TriedPaper[]
}

export interface RulePage extends RuleLine {
  asOf: string
  owner: string
  appliesBy: string
  text: {
    inWords: Both
    appliesTo: string
    where: string
    relation: string
    when: string
    remedy: Both
    needs: string[]
    asks: string[]
    articles: RuleArticle[]
  }
  layers: { code: string; name: Both; required: boolean; fields: { code: string; zh: string; en: string; type: string }[] }[]
  examples: Example[]
  results: Tried[]
  history: {
    version: number
    inForceFrom: string
    inForceTo?: string
    knownFrom?: string
    changes: { what: string; from: string; to: string }[]
  }[]
}

export interface DocumentType {
  id: string
  title: Both
  levels: string[]
  validity: boolean
}

export type Outcome = 'ALLOWED' | 'CONDITIONAL' | 'FORBIDDEN' | 'UNANSWERED'

export interface ConversionAnswer {
  asOf: string
  from: { id: string; title: Both; codes: string[] }[]
  to: { id: string; title: Both; codes: string[] }[]
  townships: string[]
  sentences: { id: string; outcome: Outcome; document: string; article: RuleArticle; note: Both; invented: boolean; townships: string[] }[]
  zones: { code: string; name: string; cells: number[][]; townships: Record<string, number[][]> }[]
}
