import type { Answer, GeoJSON, Verdict } from '../conformity/types'
import { cents } from '../shell/area'
import type { Word } from '../shell/words'

/** What a layer has of a candidate, or the ground outside of it. */
export interface CandidateRow {
  layer: string
  classes: string
  outside: boolean
  answer: Answer
  area: string
}

export interface CandidateConflict {
  rule: string
  title: Word
  verdict: Verdict
  area: string
}

export interface CandidateSide {
  name: string
  site: GeoJSON
  area: string
  conclusion: Verdict
  fail: number
  conditional: number
  notAnswered: number
  rows: CandidateRow[]
  conflicts: CandidateConflict[]
  hash: string
}

/** A line of the comparison: a layer, of some of its classes, or outside of it. */
export interface HeldLayer {
  layer: string
  name: Word
  classes: string
  outside: boolean
}

export interface Candidates {
  asOf: string
  layers: HeldLayer[]
  sides: CandidateSide[]
  chosen: number | null
  why: string
  by: string | null
  at: string | null
  hash: string | null
}

/** A place that is proposed, before it is judged. */
export interface Candidate {
  name: string
  site: GeoJSON
}

export const letterOf = (i: number): string => String.fromCharCode(65 + i)

export function rowOf(side: CandidateSide, held: HeldLayer): CandidateRow | null {
  return side.rows.find((r) => r.layer === held.layer && r.classes === held.classes && r.outside === held.outside) ?? null
}

/**
 * What a cell says: an area where the layer answers that it is concerned, clear where it answers so, and open where it does not
 * answer, which is never clear. The ground outside of a boundary is none when nothing lies outside.
 */
export function cellOf(row: CandidateRow | null): 'area' | 'clear' | 'open' {
  if (row === null || row.answer === 'NOT_ANSWERED') return 'open'
  return (cents(row.area) ?? 0) > 0 ? 'area' : 'clear'
}

/** The candidates that have least of a line, where all of them are answered and they differ; else none. */
export function leastOf(sides: readonly CandidateSide[], held: HeldLayer): ReadonlySet<number> {
  const rows = sides.map((side) => rowOf(side, held))
  if (rows.length < 2 || rows.some((row) => cellOf(row) === 'open')) return new Set()
  const areas = rows.map((row) => cents(row?.area) ?? 0)
  const least = Math.min(...areas)
  if (areas.every((area) => area === least)) return new Set()
  return new Set(areas.flatMap((area, i) => (area === least ? [i] : [])))
}

/** Whether two sites have the same outline, whatever their names. */
export function sameGround(a: GeoJSON | null, b: GeoJSON | null): boolean {
  const shapes = (site: GeoJSON | null): string => JSON.stringify(site?.features.map((f) => [f.geometry.type, f.geometry.coordinates]) ?? null)
  return shapes(a) === shapes(b)
}
