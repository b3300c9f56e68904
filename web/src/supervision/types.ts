/** What the supervision of process answers. Days are working days; shares are percent with one place; null: nothing to reckon with. */
import type { StepKind } from '../cases/types'
import type { Word } from '../shell/words'

export type By = 'section' | 'matter' | 'county' | 'person'
export const BYS: readonly By[] = ['section', 'matter', 'county', 'person']

export interface Figures {
  open: number
  yellow: number
  red: number
  suspended: number
  unknown: number
  /** Day of arrival of what waits longest. */
  oldest: string | null
  finished: number
  onTime: string | null
  early: string | null
  averageDays: string | null
  promisedDays: string | null
  statutoryDays: string | null
  compression: string | null
}

export interface HolderRow extends Figures {
  key: string
  name: Word | null
}

export interface StepRow {
  kind: StepKind
  open: number
  yellow: number
  red: number
  suspended: number
  done: number
  averageDays: string | null
}

export interface Period {
  from: string
  to: string
  accepted: number
  finished: number
  late: number
}

export interface ProcessFigures {
  day: string
  by: By
  from: string
  to: string
  each: 'week' | 'month'
  total: Figures
  rows: HolderRow[]
  steps: StepRow[]
  trend: Period[]
  may: { release: boolean }
}

export interface Bulletin {
  id: string
  month: string
  words: string
  releasedBy: string
  releasedByName: string | null
  releasedAt: string
  leaf: string
}
