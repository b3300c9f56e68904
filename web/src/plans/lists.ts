import type { Geometry } from '../conformity/types'
import { column, PLACES, stepsText, type Unit } from '../shell/area'
import { call, callFile } from '../shell/http'
import type { Word } from '../shell/words'

/** What the pages of lists of plans share. */
export const SECTOR_STATES = ['NOT_STARTED', 'DRAFTING', 'CHECKING', 'APPROVED', 'STORED', 'ABOLISHED'] as const
export type SectorState = (typeof SECTOR_STATES)[number]
export const SECTOR_TONES: Record<SectorState, string> = { NOT_STARTED: 'n', DRAFTING: 'a', CHECKING: 'w', APPROVED: 'ok', STORED: 'ok', ABOLISHED: 'q' }
export const VERDICT_TONES: Record<string, string> = { PASS: 'ok', CONDITIONAL: 'w', FAIL: 'x', INFO: 'n', NOT_ANSWERED: 'q' }

export interface SectorEntry {
  code: string
  name: string
  sector: string
  sectorName: Word
  level: 'CITY' | 'COUNTY'
  division: string
  divisionName: Word
  maker: string
  approver: string
  firstYear: number
  lastYear: number
  deadline: string
  state: SectorState
  approval: string | null
  approvedOn: string | null
  invented: boolean
  late: boolean
  lateDays: number | null
  veryLate: boolean
}
export interface Pending {
  id: string
  subject: string
  content: Record<string, string>
  reason: string
  proposedBy: string
  proposedAt: string
  until: string
  mine: boolean
  decidable: boolean
}
export interface Published {
  year: number
  number: number
  at: string
  by: string
  words: string
  entries: number
  hash: string
}
export interface Sector {
  id: string
  zh: string
  en: string
  makerZh: string
  makerEn: string
}
export interface SectorsAnswer {
  day: string
  letters: string
  sectors: Sector[]
  divisions: { code: string; name: Word }[]
  overdue: number
  entries: SectorEntry[]
  pending: Pending[]
  published: Published[]
}
export interface Article {
  doc: string
  clause: string
  status: string
}
export interface SectorRule {
  id: string
  name: Word
  failing: string
  needs: { zh: string; en: string }
  article: Article
  test: 'off' | 'only'
  layer: string
  layerName: Word
}
export interface CountyPart {
  code: string
  name: Word
  area: string
}
export interface Place {
  key: string
  county: Word
  area: string
  box: number[]
  shape: Geometry
}
export interface SectorAnswer extends SectorRule {
  verdict: string
  area: string | null
  missing: string[]
  args: Record<string, string>
  counties: CountyPart[]
  placeCount: number
  places: Place[]
}
export interface Findings {
  round: number
  asOf: string
  verdict: string
  hash: string
  area: string
  ground: string
  box: number[]
  shape: Geometry
  counties: CountyPart[]
  moved: boolean
  used: { layer: string; name: Word; hash: string }[]
  answers: SectorAnswer[]
}
export interface Round {
  round: number
  by: string
  at: string
  fileName: string
  fileSize: number
  sha256: string
  width: number | null
  state: 'WORKING' | 'DONE' | 'REFUSED'
  verdict: string | null
  area: string | null
  hash: string | null
  problems: { code: string; what: string; todo: string; where: string }[]
}
export interface SectorDetail extends SectorEntry {
  follows: { id: string; number: string; name: string } | null
  events: { number: number; act: string; by: string; proposedBy: string | null; at: string; reason: string; state: SectorState }[]
  rounds: Round[]
  rules: SectorRule[]
  possible: string[]
}

/** How many entries of each state, in the states' order; their sum is all of them. */
export function countStates(entries: readonly { state: SectorState }[]): number[] {
  return SECTOR_STATES.map((s) => entries.filter((e) => e.state === s).length)
}

export interface Coverage {
  villages: number
  approved: number
  drafting: number
  none: number
  must: number
  done: number
  rate: string | null
  area: string
  mustArea: string
  doneArea: string
  areaRate: string | null
}
export interface VillagePart extends Coverage {
  code: string
  name: Word
  townships?: VillagePart[]
}
export interface VillageType {
  id: string
  zh: string
  en: string
  must: boolean
  rules: string
}
export interface Village {
  code: string
  name: string
  township: string
  area: string
  features: number[]
  registered: boolean
  type: string | null
  must: boolean
  state: 'NONE' | 'DRAFTING' | 'APPROVED'
  approval: string | null
  approvedOn: string | null
  rules: string | null
  invented: boolean
  ground?: { name: string; sha256: string; area: string; inside: string }
}
export interface VillagesAnswer {
  day: string
  layer: string
  snapshot: string | null
  types: VillageType[]
  rules: { id: string; zh: string; en: string; article: Article }[]
  total: Coverage
  counties: VillagePart[]
  villages: Village[]
  pending: Pending[]
}
export interface VillageDetail extends Village {
  /** Of the village itself; empty: nowhere. */
  box: number[]
  /** The ground of its plan; null: none, or its file does not say its system. */
  drawn: { shape: Geometry; box: number[] } | null
  events: { number: number; by: string; proposedBy: string; at: string; reason: string; type: string; must: boolean; state: string; approval: string | null }[]
}
export const VILLAGE_TONES: Record<string, string> = { NONE: 'xl', DRAFTING: 'w', APPROVED: 'ok' }

/** Why a village is on the list of those that miss. */
export function misses(v: Village): boolean {
  return v.must && v.state !== 'APPROVED'
}

export interface Zone {
  id: string
  zh: string
  en: string
  colour: string
  saysZh: string
  saysEn: string
  article: Article
}
export interface FunctionTownship {
  code: string
  name: Word
  features: number[]
  area: string
  main: string
  parts: { zone: string; overlay: string; area: string }[]
}
export interface FunctionsAnswer {
  day: string
  layer: string
  layerName: Word
  townshipLayer: string
  zones: Zone[]
  overlays: { id: string; zh: string; en: string; article: Article }[]
  answered: boolean
  townshipHash: string | null
  zoneHash: string | null
  area: string | null
  counties: { code: string; name: Word; area: string; townships: FunctionTownship[] }[]
}

/**
 * Areas in last places of a unit, so that their sum is the sum's own figure: leaves are converted once, and every row and
 * column of a table is a sum of leaves. Tables add up in every unit.
 */
export function leaves(cents: readonly number[], unit: Unit): number[] {
  return column(cents, cents.reduce((a, b) => a + b, 0), unit)
}

export function stepText(steps: number, unit: Unit): string {
  return steps === 0 ? '–' : stepsText(steps, PLACES[unit])
}

/** Sum of what has a key. */
export function summed<T>(all: readonly T[], steps: readonly number[], fits: (one: T) => boolean): number {
  return all.reduce((sum, one, i) => (fits(one) ? sum + (steps[i] ?? 0) : sum), 0)
}

/** Saves a file of the server. */
export async function save(path: string, name: string): Promise<void> {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await callFile(path))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

export async function decide(base: string, id: string, approve: boolean, remark: string): Promise<void> {
  await call(`${base}/proposals/${id}/decision`, { method: 'POST', json: { approve, remark } })
}
