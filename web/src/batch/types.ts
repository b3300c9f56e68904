import type { Problem, ProblemPart } from '../shell/problem'
import type { Geometry, Project, Verdict } from '../conformity/types'

export type BatchState = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'

export interface BatchSum {
  /** Null: plots that could not be reviewed. */
  conclusion: Verdict | null
  plots: number
  area: string
}

export interface Batch {
  id: string
  name: string
  fileName: string
  fileHash: string
  at: string
  by: string
  byName: string
  asOf: string
  known: string | null
  engine: number
  ruleSet: string
  project: Project
  plots: number
  state: BatchState
  done: number
  rate: number | null
  secondsLeft: number | null
  incident: string | null
  problems: ProblemPart[]
  sums: BatchSum[]
}

/** Areas in whole 0.01 m². */
export interface Figures {
  use: { agricultural: number; construction: number; unused: number; unknown: number; cropland: number }
  farmland: number
  redLine: number
  /** The area of a layer that is concerned, or the reason why it does not answer. */
  layers: Record<string, number | string>
  /** Rule, verdict, area; worst first, without PASS. */
  findings: [string, Verdict, number][]
}

export interface BatchRow {
  position: number
  number: string
  name: string
  conclusion: Verdict | null
  area: string | null
  review: string | null
  figures?: Figures
  problems?: ProblemPart[]
}

export interface RowsAnswer {
  rules: Record<string, string>
  layers: Record<string, string>
  rows: BatchRow[]
}

export interface PlotsAnswer {
  type: 'FeatureCollection'
  features: { type: 'Feature'; id: number; geometry: Geometry }[]
}

export function isRunning(batch: Batch): boolean {
  return batch.state === 'QUEUED' || batch.state === 'RUNNING'
}

/** What ended a batch, as a problem card shows it. */
export function failureOf(batch: Batch): Problem | null {
  const first = batch.problems[0]
  if (batch.state !== 'FAILED' || first === undefined) return null
  return { code: first.code, what: first.what, todo: first.todo, where: first.where, status: 422, incident: batch.incident ?? undefined, parts: batch.problems }
}
