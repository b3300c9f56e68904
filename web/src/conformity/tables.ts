import { cents, percents } from '../shell/area'
import type { Leaf, LayerAnswer, Review } from './types'

/** One row of a table that is a sum over leaves; areas in whole 0.01 m². */
export interface ClassRow {
  code: string
  name: string
  group: string
  area: number
  /** Hundredths of a percent. */
  share: number
  count: number
  owners: Record<string, number>
  kind: 'class' | 'rest' | 'outside-coverage'
}

export interface ClassTable {
  rows: ClassRow[]
  owners: string[]
  total: number
  /** The site's legal area. */
  whole: number
  addsUp: boolean
}

export interface LineRow {
  layer: LayerAnswer
  inside: number
  rest: number | null
  uncovered: number | null
  share: number
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

/** Whether whole numbers add up to the whole: compared as integers, without tolerance. */
export function addsUp(parts: readonly number[], whole: number): boolean {
  return parts.reduce((a, b) => a + b, 0) === whole
}

function withShares(rows: ClassRow[], whole: number): ClassTable {
  const shares = percents(rows.map((r) => r.area), whole)
  rows.forEach((row, i) => (row.share = shares[i] ?? 0))
  const owners = [...new Set(rows.flatMap((r) => Object.keys(r.owners)))].filter((o) => o !== '')
  const total = rows.reduce((sum, r) => sum + r.area, 0)
  return { rows, owners, total, whole, addsUp: rows.length > 0 && total === whole }
}

const emptyRow = (code: string, name: string, group: string, kind: ClassRow['kind']): ClassRow => ({
  code, name, group, kind, area: 0, share: 0, count: 0, owners: {},
})

function sorted(rows: Iterable<ClassRow>): ClassRow[] {
  const rank = { class: 0, rest: 1, 'outside-coverage': 2 }
  return [...rows].sort((a, b) => rank[a.kind] - rank[b.kind] || a.code.localeCompare(b.code))
}

export interface Columns {
  code: string
  name: string
  owner?: string
  group: (code: string) => string
  className: (code: string) => string
}

/** Sums a coverage layer's leaves by class and owner. */
export function byClass(layer: LayerAnswer | undefined, whole: number, columns: Columns): ClassTable {
  const rows = new Map<string, ClassRow>()
  for (const leaf of layer?.leaves ?? []) {
    const area = cents(leaf.area) ?? 0
    if (area === 0 && leaf.kind !== 'piece') continue
    const code = leaf.kind === 'piece' ? text(leaf.fields?.[columns.code]) : ''
    const key = leaf.kind === 'piece' ? code : leaf.kind
    let row = rows.get(key)
    if (row === undefined) {
      const name = text(leaf.fields?.[columns.name]) || columns.className(code) || code
      row = emptyRow(code, name, columns.group(code), leaf.kind === 'piece' ? 'class' : leaf.kind)
      rows.set(key, row)
    }
    row.area += area
    row.count += leaf.kind === 'piece' ? 1 : 0
    const owner = columns.owner === undefined ? '' : text(leaf.fields?.[columns.owner])
    if (owner !== '') row.owners[owner] = (row.owners[owner] ?? 0) + area
  }
  return withShares(sorted(rows.values()), whole)
}

type Raw = Record<string, unknown>

const pick = (row: Raw, ...names: string[]): unknown => names.map((n) => row[n]).find((v) => v !== undefined && v !== null)

function ownersOf(row: Raw): Record<string, number> {
  const given = pick(row, 'owners', 'byOwner', 'ownership')
  if (Array.isArray(given)) return Object.fromEntries(given.map((o: Raw) => [text(pick(o, 'name', 'owner', 'unit')), cents(text(o.area)) ?? 0]))
  if (typeof given === 'object' && given !== null) return Object.fromEntries(Object.entries(given).map(([k, v]) => [k, cents(text(v)) ?? 0]))
  const owner = text(pick(row, 'owner', 'unit'))
  return owner === '' ? {} : { [owner]: cents(text(row.area)) ?? 0 }
}

/** The server's own table when it gives one (田坎 is split there); null when there is none in a known shape. */
export function fromServer(table: unknown, whole: number, columns: Columns): ClassTable | null {
  const list = Array.isArray(table) ? table : (table as Raw | null | undefined)?.rows
  if (!Array.isArray(list) || list.length === 0) return null
  const rows = new Map<string, ClassRow>()
  for (const raw of list as Raw[]) {
    const area = cents(text(pick(raw, 'area')))
    if (area === null) return null
    const code = text(pick(raw, 'code', 'class', 'DLBM'))
    if (text(raw.kind) === 'total' || code === 'total') continue
    const kind = text(raw.kind) === 'rest' || text(raw.kind) === 'outside-coverage' ? (text(raw.kind) as ClassRow['kind']) : 'class'
    const key = kind === 'class' ? code : kind
    const row = rows.get(key) ?? emptyRow(code, text(pick(raw, 'name', 'className')) || columns.className(code) || code, columns.group(code), kind)
    row.area += area
    row.count += Number(pick(raw, 'count', 'patches', 'pieces') ?? 0)
    for (const [owner, part] of Object.entries(ownersOf(raw))) row.owners[owner] = (row.owners[owner] ?? 0) + part
    rows.set(key, row)
  }
  return withShares(sorted(rows.values()), whole)
}

const sumOf = (leaves: readonly Leaf[], kind: Leaf['kind']): number | null => {
  const found = leaves.filter((l) => l.kind === kind)
  return found.length === 0 ? null : found.reduce((sum, l) => sum + (cents(l.area) ?? 0), 0)
}

/** What each line of control takes of the site; lines overlap, so there is no total. */
export function controlLines(review: Review, isLine: (layer: string) => boolean): LineRow[] {
  const whole = cents(review.site.legalArea) ?? 0
  return review.layers.filter((l) => isLine(l.layer)).map((layer) => {
    const inside = cents(layer.union ?? layer.area) ?? sumOf(layer.leaves ?? [], 'piece') ?? 0
    return {
      layer,
      inside,
      rest: sumOf(layer.leaves ?? [], 'rest'),
      uncovered: sumOf(layer.leaves ?? [], 'outside-coverage'),
      share: whole === 0 ? 0 : Math.round((inside * 10000) / whole),
    }
  })
}
