/** The review as the server answers it (docs/schema/review-1.json) and what is sent to get one. */
import type { Word } from '../shell/words'

export type Verdict = 'PASS' | 'CONDITIONAL' | 'FAIL' | 'INFO' | 'NOT_ANSWERED'
export type Answer = 'CONCERNED' | 'CLEAR' | 'NOT_ANSWERED'
export type Reason = 'no-snapshot' | 'outside-coverage' | 'partly-outside-coverage' | 'stale' | 'fault'

export interface Article {
  doc: string
  clause?: string | null
  status?: string | null
}

export interface FindingPiece {
  plot?: string
  feature?: number
  area: string
  layer?: string
}

export interface Finding {
  rule: string
  title: Word
  ruleVersion: number | string
  verdict: Verdict
  severity?: string | null
  area: string
  areaWithSlivers?: string | null
  /** As the report prints it, balanced to the site; the area alone where a server does not say. */
  hectares?: string | null
  share?: string | null
  article?: Article[] | Article | null
  needs?: string[] | null
  remedy?: Word | null
  needsText?: string[] | null
  given?: string[] | null
  satisfied?: boolean
  /** Facts of the project that it waits for. */
  asks?: string[] | null
  asksText?: string[] | null
  /** The stated documents of the types needed. */
  papers?: FindingPaper[] | null
  layer?: string | null
  pieces?: FindingPiece[] | null
  /** Of an answer for the moving hand, in place of the pieces: how many there are. */
  taken?: number | null
}

export interface Leaf {
  plot: string
  feature?: number | null
  /** Of an answer for the moving hand: the features whose leaves are summed in this one. */
  features?: number[] | null
  area: string
  /** The field ridge inside, and the leaf's hectares as the report apportions them (ridge included). */
  ridge?: string | null
  hectares?: string | null
  ridgeHectares?: string | null
  ridgeShare?: string | null
  share?: string | number | null
  sliver?: boolean
  kind: 'piece' | 'rest' | 'outside-coverage'
  fields?: Record<string, unknown> | null
}

export interface LayerAnswer {
  layer: string
  name: Word
  snapshot?: string | null
  inForceFrom?: string | null
  knownFrom?: string | null
  invented?: boolean
  group?: string | null
  required?: boolean
  answer: Answer
  reason?: Reason | string | null
  reasonText?: string | null
  area?: string | null
  share?: string | number | null
  leaves?: Leaf[] | null
  touches?: unknown[] | null
  union?: string | null
  slivers?: { count: number; area: string } | null
}

export interface SitePlot {
  number: string
  name?: string | null
  legalArea: string
  planeArea?: string | null
  statedArea?: string | null
}

/** A table as the report prints it: words and figures in their columns. */
export interface PrintedTable {
  title: string
  unit: string
  columns: { key: string; title: string; group?: string | null; numeric: boolean }[]
  rows: { kind: 'row' | 'subtotal' | 'total'; cells: string[] }[]
}

export interface Tables {
  landUse?: PrintedTable | null
  planUse?: { zones?: PrintedTable | null; plots?: PrintedTable | null } | null
  controlLines?: PrintedTable | null
  cropland?: PrintedTable | null
  conversion?: PrintedTable | null
  items?: PrintedTable | null
}

export interface Review {
  schema?: string
  id: string | null
  name?: string | null
  at?: string | null
  by?: string | null
  /** The person's name, where the server knows it. */
  byName?: string | null
  engine?: string | number
  asOf: string
  known?: string | null
  project?: Project | null
  site: {
    hash?: string
    crs?: string
    legalArea: string
    planeArea?: string | null
    statedArea?: string | null
    factor?: number | string | null
    plots: SitePlot[]
  }
  conclusion: Verdict
  layers: LayerAnswer[]
  findings: Finding[]
  tables?: Tables | null
  notes?: { code: string; text: string }[] | null
  /** SHA-256 of the canonical result. */
  canonicalHash?: string | null
  ruleSet?: string | null
  summary?: { text?: string } | null
  millis?: number | null
  shapes?: GeoJSON | null
}

export interface GeoJSON {
  type: 'FeatureCollection'
  features: { type: 'Feature'; properties: Record<string, unknown>; geometry: Geometry }[]
}

export interface Geometry {
  type: string
  coordinates: unknown
}

export interface Plot {
  number: string
  name: string
  use: string
  stated?: string | null
  geometry: Geometry
}

/** A document that a project states; what proves an exception. */
export interface StatedDocument {
  type: string
  number: string
  date: string
  issuer: string
  level: string
  validTo?: string
}

export interface FindingPaper extends StatedDocument {
  typeText?: string
  fits: boolean
  reason?: string | null
  reasonText?: string | null
}

/** Figures as written; percent but for the ratio (no unit) and the height (metres). */
export interface Figures {
  floorAreaRatio?: string
  density?: string
  green?: string
  height?: string
  useShare?: string
}

export interface Project {
  kind: string
  purpose: string
  level: string
  appliedOn?: string | null
  /** A type alone names a document; only a stated one proves. */
  documents: (string | StatedDocument)[]
  activity?: string | number
  newConstruction?: string
  listItem?: string
  conversion?: string
  mining?: string
  months?: string | number
  boundaryChange?: string
  figures?: Figures
  plotFigures?: Record<string, Figures>
}

export interface ReviewRequest {
  name?: string
  crs: string
  plots: Plot[]
  project: Project
  asOf?: string
  known?: string
}

export interface SiteAnswer {
  name: string
  sha256: string
  crs: string
  plots: (Plot & { legalArea?: string; planeArea?: string })[]
  warnings: unknown[]
}

export interface ReviewRow {
  id: string
  name: string
  at: string
  by: string
  byName?: string
  conclusion: Verdict
  legalArea: string
}

export interface ReplayAnswer {
  identical: boolean
  differences: unknown[]
}
