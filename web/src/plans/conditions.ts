import type { Geometry } from '../conformity/types'
import type { Word } from '../shell/words'
import type { Answer, Article, Change, Limit } from './plots'

export type ConditionState = 'DRAFT' | 'DISCARDED' | 'ISSUED' | 'REPLACED' | 'EXPIRED' | 'WITHDRAWN' | 'REVOKED'

export const CONDITION_TONES: Record<ConditionState, string> = { DRAFT: 'a', DISCARDED: 'n', ISSUED: 'ok', REPLACED: 'n', EXPIRED: 'w', WITHDRAWN: 'w', REVOKED: 'xl' }

export interface Changed {
  plot: string
  gone: boolean
  changes: Change[]
}

export interface Sheet {
  id: string
  number: string | null
  name: string
  purpose: Word
  applicant: string
  unit: string
  plots: string[]
  divisionName: Word
  area: string
  asOf: string
  known: string
  state: ConditionState
  draftedBy: string
  draftedAt: string
  issuedBy: string | null
  issuedOn: string | null
  validTo: string | null
  hash: string
  invented: boolean
  changedAt: string
  changed: Changed[]
}

/** Areas in whole 0.01 m². */
export interface SheetPlot {
  number: string
  use: string
  useName: string
  compatible: string[]
  compatibleMost: string | null
  ratio: Limit
  density: Limit
  green: Limit
  height: Limit
  legal: number
  figures: Record<string, number | null>
  linesReason: string | null
  lines: { type: string; name: string; area: number; millimetres: number; setback: string | null }[]
  controls: { layer: string; answer: Answer; reason: string | null; area: number; pieces: { label: string; area: number }[] }[]
}

export interface SheetRequirement {
  id: string
  group: string
  zh: string
  en: string
  article: Article
}

export interface SheetDetail extends Sheet {
  content: {
    values: {
      isPart: boolean
      layers: { layer: string; hash: string | null; inForceFrom: string | null; source: string | null; reason: string | null }[]
      plots: SheetPlot[]
      totals: Record<string, number | null>
    }
    terms: { requirements: SheetRequirement[]; remarks: string; basis: Article[]; validity: string; validityStatus: string }
  }
  ground: Geometry[]
  uses: Record<string, Word>
  replaces: { id: string; number: string } | null
  replacedBy: { id: string; number: string } | null
  may: { issue: boolean; own: boolean; discard: boolean; end: boolean; replace: boolean; print: boolean }
  events: { number: number; act: string; by: string; at: string; words: string }[]
}

export interface Choices {
  purposes: { id: string; zh: string; en: string }[]
  requirements: SheetRequirement[]
  groups: string[]
  validity: string
  validityStatus: string
}

/** Whole 0.01 m² as the page's other areas: a decimal string. */
export const decimal = (hundredths: number | null | undefined): string | null => (hundredths === null || hundredths === undefined ? null : (hundredths / 100).toFixed(2))
