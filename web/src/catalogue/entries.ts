import { say } from '../shell/words'
import type { Act, Entry, FreshState, ItemState, Named, RateItem } from './types'

/** What the list is narrowed to; an empty text is any. */
export interface Wanted {
  words: string
  group: string
  unit: string
  state: string
  level: string
  core: boolean
}

export const ANY: Wanted = { words: '', group: '', unit: '', state: '', level: '', core: false }

/** From bad to good: what needs somebody stands first. */
export const STATES: readonly FreshState[] = ['MISSING', 'OVERDUE', 'DUE_SOON', 'FRESH', 'IRREGULAR']
export const ITEM_STATES: readonly ItemState[] = ['NOT_DELIVERED', 'OLD_VERSION', 'PARTLY_COVERED', 'LATE', 'UNCHECKED', 'BELOW_SCORE', 'COLLECTED']

export const freshTone: Record<FreshState, string> = { MISSING: 'q', OVERDUE: 'xl', DUE_SOON: 'w', FRESH: 'ok', IRREGULAR: 'n' }
export const itemTone: Record<ItemState, string> = { COLLECTED: 'ok', NOT_DELIVERED: 'q', OLD_VERSION: 'xl', PARTLY_COVERED: 'w', LATE: 'w', UNCHECKED: 'n', BELOW_SCORE: 'xl' }
/** A sign for each state: never colour alone. */
export const freshSign: Record<FreshState, string> = { MISSING: '?', OVERDUE: '!', DUE_SOON: '◔', FRESH: '✓', IRREGULAR: '–' }

export function narrowed(entries: readonly Entry[], wanted: Wanted): Entry[] {
  const words = wanted.words.trim().toLowerCase()
  return entries.filter((e) =>
    (wanted.group === '' || e.group === wanted.group)
    && (wanted.unit === '' || e.unit.id === wanted.unit)
    && (wanted.state === '' || e.freshness.state === wanted.state)
    && (wanted.level === '' || String(e.classification) === wanted.level)
    && (!wanted.core || e.core > 0)
    && (words === '' || `${e.layer} ${e.zh} ${e.en} ${e.unit.zh} ${e.unit.en} ${e.resourceCode} ${e.standard}`.toLowerCase().includes(words)))
}

export function counted<K extends string>(keys: readonly K[], given: readonly K[]): { key: K; n: number }[] {
  return keys.map((key) => ({ key, n: given.filter((g) => g === key).length }))
}

/** Days from one date to another, both written as 2026-11-26. */
export function days(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** A length of time as the register writes it: P2Y, P3M, P7D. */
export function periodParts(text: string): { n: number; unit: 'years' | 'months' | 'days' } | null {
  const found = /^P(\d+)([YMD])$/.exec(text)
  if (found === null) return null
  return { n: Number(found[1]), unit: found[2] === 'Y' ? 'years' : found[2] === 'M' ? 'months' : 'days' }
}

/** Items of one cell of the board; null: any. */
export function itemsOf(items: readonly RateItem[], layer: string | null, division: string | null, state: string): RateItem[] {
  return items.filter((i) => (layer === null || i.layer === layer) && (division === null || i.division === division) && (state === '' || i.state === state))
}

/** Which act says what is known last, as bars on two clocks: in force across, known from below. Withdrawn ones are struck. */
export function bars(acts: readonly Act[], asOf: string): { first: string; last: string; rows: { act: Act; from: string; to: string }[] } {
  const versions = acts.filter((a) => a.hash !== null && a.inForceFrom !== null)
  const from = versions.map((a) => a.inForceFrom ?? '').sort()
  const first = from[0] ?? asOf
  const last = [asOf, ...from, ...acts.map((a) => a.inForceTo ?? '')].sort().pop() ?? asOf
  const rows = versions.map((act) => ({ act, from: act.inForceFrom ?? first, to: act.inForceTo ?? last }))
  return { first, last, rows: rows.map((r) => ({ ...r, to: r.to < r.from ? r.from : r.to })) }
}

/** A link to the desk that shows one layer at these clocks. */
export function deskLink(layer: string, asOf: string, known: string): string {
  const query = new URLSearchParams({ layers: layer })
  if (asOf !== '') query.set('t', asOf)
  if (known !== '') query.set('k', known)
  return `/?${query}`
}

/** A county's name for the head of a narrow column: without the kind of division. */
export function shortName(county: Named, lang: string): string {
  return say(county, lang).replace(/(.族)*自治县$/, '').replace(/(.{2,})[区县]$/, '$1')
}
