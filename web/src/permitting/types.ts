import type { Geometry } from '../conformity/types'
import type { Word } from '../shell/words'

export type PermitState = 'VALID' | 'CHANGED' | 'EXTENDED' | 'REPLACED' | 'WITHDRAWN' | 'REVOKED' | 'CANCELLED' | 'EXPIRED'
export type Ending = 'WITHDRAW' | 'REVOKE' | 'CANCEL'

export const PERMIT_STATES: readonly PermitState[] = ['VALID', 'EXPIRED', 'CHANGED', 'EXTENDED', 'REPLACED', 'WITHDRAWN', 'REVOKED', 'CANCELLED']
export const PERMIT_TONES: Record<PermitState, string> = { VALID: 'ok', CHANGED: 'n', EXTENDED: 'n', REPLACED: 'n', WITHDRAWN: 'w', REVOKED: 'xl', CANCELLED: 'n', EXPIRED: 'w' }
/** The last part of the address that proposes an act. */
export const ENDING_PATHS: Record<Ending, string> = { WITHDRAW: 'withdrawal', REVOKE: 'revocation', CANCEL: 'cancellation' }

export interface Permit {
  id: string
  number: string
  matter: string
  matterTitle: Word
  case: string
  caseNumber: string
  project: string
  holder: string
  divisionName: Word
  area: string
  state: PermitState
  origin: string
  issuedOn: string
  validTo: string | null
  hasPaper: boolean
  invented: boolean
  changedAt: string
}

export interface Clause {
  doc: string
  clause: string
  status: string
}

export interface EndingGround {
  id: string
  act: Ending
  zh: string
  en: string
  article: Clause
}

export interface Collection {
  features: { geometry: Geometry; properties?: Record<string, unknown> }[]
}

export interface PermitDetail extends Permit {
  content: { title: Word; fields: { title: Word; value: Word }[]; basis: Clause[]; of: string | null }
  site: Collection | null
  hash: string
  issuedBy: string
  versions: Permit[]
  voided: { number: string; by: string; at: string; reason: string }[]
  events: { number: number; act: string; by: string; at: string; ground: EndingGround | null; words: string }[]
  open: { id: string; act: Ending; ground: EndingGround | null; reason: string; proposedBy: string; proposedAt: string; until: string; mine: boolean; decidable: boolean }[]
  may: { acts: Ending[]; voidNumber: boolean; print: boolean }
}

export type SurveyState = 'REGISTERED' | 'CHECKED' | 'REJECTED'

export const SURVEY_TONES: Record<SurveyState, string> = { REGISTERED: 'a', CHECKED: 'ok', REJECTED: 'xl' }

export interface Survey {
  id: string
  projectCode: string
  stage: string
  title: string
  surveyor: string
  surveyedOn: string
  divisionName: Word
  area: string
  state: SurveyState
  fileName: string
  registeredBy: string
  registeredAt: string
  checkedBy: string | null
  checkedAt: string | null
  words: string
  invented: boolean
}

export interface SurveyDetail extends Survey {
  site: Collection
  box: number[]
  hash: string
  fileHash: string
  may: { check: boolean }
}

export interface Stage {
  id: string
  zh: string
  en: string
}

/** West, south, east, north of some shapes; empty for none. */
export function boxOf(shapes: readonly Geometry[]): number[] {
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  const look = (part: unknown): void => {
    if (!Array.isArray(part)) return
    const [x, y] = part as unknown[]
    if (typeof x === 'number' && typeof y === 'number') {
      box[0] = Math.min(box[0] ?? x, x)
      box[1] = Math.min(box[1] ?? y, y)
      box[2] = Math.max(box[2] ?? x, x)
      box[3] = Math.max(box[3] ?? y, y)
    } else part.forEach(look)
  }
  for (const shape of shapes) look((shape as { coordinates: unknown }).coordinates)
  return Number.isFinite(box[0]) ? box : []
}
