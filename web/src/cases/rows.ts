import type { Problem } from '../shell/problem'
import type { Clock, ClockKind, InboxAnswer, Light, Named, Row, StepKind, View } from './types'

export const VIEWS: readonly View[] = ['mine', 'check', 'done', 'followed', 'created', 'all']
export const LIGHTS: readonly Light[] = ['RED', 'YELLOW', 'GREEN', 'GREY', 'UNKNOWN']
export const STEPS: readonly StepKind[] = ['ACCEPT', 'EXAMINE', 'JOIN', 'CHECK', 'DECIDE', 'ISSUE', 'VISIT', 'CORRECT']
export const QUICK = ['farmland', 'major', 'deferred'] as const
export const CLOCKS: readonly ClockKind[] = ['STATUTORY', 'PROMISED', 'STEP']
export const PAGE_SIZE = 50

export interface Asked {
  view: View
  light: string
  step: string
  matter: string
  division: string
  words: string
  quick: string
  sort: 'due' | 'arrived'
  page: number
}

const one = <T extends string>(value: unknown, of: readonly T[], otherwise: T): T => of.find((x) => x === value) ?? otherwise

/** What an address asks for; whatever is no known word is left out. */
export function askedOf(query: Record<string, unknown>): Asked {
  const text = (key: string): string => (typeof query[key] === 'string' ? (query[key] as string) : '')
  const page = Number(text('page'))
  return {
    view: one(text('view'), VIEWS, 'mine'),
    light: one(text('light'), ['', ...LIGHTS, 'DONE_IN_TIME', 'DONE_LATE'], ''),
    step: one(text('step'), ['', ...STEPS], ''),
    matter: text('matter'),
    division: text('division'),
    words: text('words'),
    quick: one(text('quick'), ['', ...QUICK], ''),
    sort: one(text('sort'), ['due', 'arrived'], 'due'),
    page: Number.isInteger(page) && page > 0 ? page : 0,
  }
}

export function addressOf(asked: Asked, size = PAGE_SIZE): string {
  const parts = Object.entries({ ...asked, size }).filter(([, value]) => value !== '')
  return `/api/cases?${parts.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')}`
}

/** Share of the limit that is used, whole percent, never beyond the bar. */
export function filled(clock: Clock): number {
  return clock.limit <= 0 ? 100 : Math.max(0, Math.min(100, Math.round((clock.used * 100) / clock.limit)))
}

/** The key and the figure of what is said beside a clock: left, over, suspended, done, or that a year has no calendar. */
export function leftOf(clock: Clock): { key: string; n: number } {
  if (clock.light === 'UNKNOWN') return { key: 'cases.clock.unknown', n: clock.unknownYear }
  if (clock.light === 'GREY') return { key: 'cases.clock.suspended', n: 0 }
  if (clock.light === 'DONE_IN_TIME') return { key: 'cases.clock.in-time', n: 0 }
  if (clock.light === 'DONE_LATE') return { key: 'cases.clock.late', n: 0 }
  return clock.left < 0 ? { key: 'cases.clock.over', n: -clock.left } : { key: 'cases.clock.left', n: clock.left }
}

export function tone(light: Light): 'red' | 'yellow' | 'green' | 'grey' | 'open' {
  switch (light) {
    case 'RED': case 'DONE_LATE': return 'red'
    case 'YELLOW': return 'yellow'
    case 'GREEN': case 'DONE_IN_TIME': return 'green'
    case 'GREY': return 'grey'
    case 'UNKNOWN': return 'open'
  }
}

/** The chip of the review: conflicts before what is open before conditions before clear; null before the first review. */
export function reviewChip(review: Row['review']): { key: string; n: number; tone: string } | null {
  if (review === null || review === undefined) return null
  if (review.conflicts > 0) return { key: 'cases.review.conflicts', n: review.conflicts, tone: 'xl' }
  if (review.notAnswered > 0) return { key: 'cases.review.open', n: review.notAnswered, tone: 'q' }
  if (Number(review.conditional ?? 0) > 0) return { key: 'cases.review.conditional', n: Number(review.conditional), tone: 'w' }
  return { key: 'cases.review.clear', n: 0, tone: 'ok' }
}

/** The figure beside a view; those of what waits are counted to their end, the others no further than there is a use in it. */
export function viewCount(counts: InboxAnswer['counts'] | undefined, view: View): string {
  const n = countOf(counts, 'views', view)
  const ends = view !== 'mine' && view !== 'check' && n >= (counts?.most ?? Infinity)
  return ends ? `${n}+` : String(n)
}

export function countOf(counts: InboxAnswer['counts'] | undefined, group: 'views' | 'lights' | 'steps' | 'quick', key: string): number {
  return (counts?.[group] as Record<string, number> | undefined)?.[key] ?? 0
}

/** A case that waits at two steps at once stands in the list twice, once for each. */
export function keyOf(row: Pick<Row, 'id' | 'task'>): string {
  return `${row.id} ${row.task ?? ''}`
}

/** Cases under the steps where they wait, in the order of the way; those that wait nowhere come last. */
export function board(rows: readonly Row[]): { kind: StepKind | ''; rows: Row[] }[] {
  const columns = STEPS.map((kind) => ({ kind: kind as StepKind | '', rows: rows.filter((r) => r.kind === kind) }))
  const rest = rows.filter((r) => r.kind === null)
  return [...columns.filter((c) => c.rows.length > 0 || ['ACCEPT', 'EXAMINE', 'JOIN', 'CHECK', 'DECIDE'].includes(c.kind)), ...(rest.length > 0 ? [{ kind: '' as const, rows: rest }] : [])]
}

export function idOf(named: Named): string {
  return typeof named === 'string' ? named : named.step
}

/** A part of the answer that is JSON, or JSON kept as text. */
export function tree<T>(value: T | string | null | undefined): T | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as T
  } catch {
    return null
  }
}

/** Whether somebody else acted meanwhile: the case is read anew and the words stay. */
export function isOvertaken(problem: Problem): boolean {
  return problem.status === 409 && problem.code === 'cases.someone-acted'
}
