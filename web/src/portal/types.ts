import type { Correction } from '../shell/correction'
import type { FormSchema } from '../shell/schemaForm'
import type { Word } from '../shell/words'

export interface Clock {
  limit: number
  used: number
  left: number
  due: string | null
  light: 'GREEN' | 'YELLOW' | 'RED' | 'GREY' | 'DONE_IN_TIME' | 'DONE_LATE' | 'UNKNOWN'
  unknownYear: number
}
export interface MatterRow {
  code: string
  title: Word
  shortName: string
  group: string
  intro: Word
  promised: number
  statutory: number
  fee: Word
  applicants: string[]
  pack: boolean
  why?: string[]
}
export interface Article {
  doc: string
  clause: string
  unverified: boolean
}
export interface Need {
  id: string
  title: Word
  main: boolean
  deferDays: number
  source: 'APPLICANT' | 'SHARED' | 'SITE'
  forms: string[]
  sometimes: boolean
  promise: Word | null
}
export interface Question {
  id: string
  ask: Word
  answers: { id: string; title: Word; leads: string; says: Word }[]
}
export interface Guide extends MatterRow {
  conditions: Word[]
  questions: Question[]
  basis: Article[]
  materials: Need[]
  children: string[]
  steps: { id: string; title: Word; limit: number; kind: string }[]
  extension: number
  deliver: number
  validMonths: number | null
  hasSite: boolean
  needs: string | null
  schema: FormSchema
}
export interface Material extends Need {
  state: 'GIVEN' | 'PROMISED' | 'SHARED' | 'MISSING'
  fileName: string | null
  at: string | null
  /** what the bureau knows: in force, or since when no more */
  found?: { number: string; validUntil: string | null; standing: string; since: string | null } | null
}
export interface Step {
  id: string
  title: Word
  kind: string
  unit: Word | null
  holder?: string | null
  arrivedAt?: string
  due?: string | null
  doneAt?: string | null
  conclusion?: string | null
  limit?: number
  state?: 'DONE' | 'OPEN' | 'TO_COME' | 'NOT_TAKEN'
}
export interface Known {
  kind: string
  name: string
  idNumber: string
  phone: string
}
export interface Rating {
  id: string
  level: number
  tags: string[]
  words: string
  at: string
  addition: string | null
  dueOn: string | null
  answer: string | null
  answeredAt: string | null
  mayAdd: boolean
}
export interface Row {
  id: string
  number: string | null
  matter: string
  title: Word
  name: string
  state: string
  createdAt: string
  submittedAt: string | null
  endedAt: string | null
  open: Step[]
  asked: boolean
  promised: Clock | null
  rated: boolean
}
export type Polygon = { type: 'Polygon'; coordinates: number[][][] }
export interface Site {
  type: 'FeatureCollection'
  features: { type: 'Feature'; properties: Record<string, unknown>; geometry: Polygon }[]
}
export interface Application extends Row {
  guide: Guide
  applicant: Known
  division: string
  divisionName: Word | null
  form: Record<string, unknown>
  site: Site | null
  materials: Material[]
  /** What may be changed, where the bureau named it. */
  correction: Correction | null
  steps: Step[]
  told: { conclusion: string; step: Word; words: string; at: string; leaf: string }[]
  review: { conclusion: string; conflicts: number; notAnswered: number; at: string } | null
  acceptedAt: string | null
  decidedAt: string | null
  may: { edit: boolean; submit: boolean; correct: boolean; withdraw: boolean; rate: boolean }
  papers?: { kind: string; title: Word; href: string }[]
  refusal?: { articles: LawArticle[]; basis: LawArticle[]; reconsiderationDays: number; reconsideration: LawArticle; lawsuitMonths: number; lawsuit: LawArticle } | null
  result?: { number: string; href: string | null } | null
  rating: Rating | null
}
export interface SiteFinding {
  rule: string
  title: Word
  verdict: string
  area: string
  article?: { doc: string; clause?: string | null; status?: string | null }[] | null
  remedy?: Word | null
  layer?: string | null
}
export interface SiteAnswer {
  area: string
  conclusion: string
  findings: SiteFinding[]
  layers: { layer: string; name: Word; answer: string; required: boolean }[]
  shapes: { type: 'FeatureCollection'; features: unknown[] }
}

/** A sentence of law as its document and clause; one that nobody has confirmed yet says so. */
export interface LawArticle { doc: string; clause: string; status: string }
