import { cents, column, percents, steps, type Unit } from '../shell/area'
import type { Leaf, LayerAnswer, Review } from './types'

/** One row of a table that is a sum over leaves. */
export interface ClassRow extends Amount {
  code: string
  name: string
  group: string
  /** Hundredths of a percent. */
  share: number
  count: number
  owners: Record<string, Amount>
  kind: 'class' | 'rest' | 'outside-coverage'
}

/** One area twice: whole 0.01 m², and in 0.0001 ha as the report apportions it; null when the leaves do not say. */
export interface Amount {
  area: number
  hectares: number | null
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

/** The shares that the review gives its leaves, as the findings and the paper have them; balanced anew where it gives none. */
function withShares(rows: ClassRow[], whole: number, given: boolean): ClassTable {
  const shares = given ? null : percents(rows.map((r) => r.area), whole)
  rows.forEach((row, i) => (row.share = shares === null ? row.share : (shares[i] ?? 0)))
  const owners = [...new Set(rows.flatMap((r) => Object.keys(r.owners)))].filter((o) => o !== '')
  const total = rows.reduce((sum, r) => sum + r.area, 0)
  return { rows, owners, total, whole, addsUp: rows.length > 0 && total === whole }
}

const emptyRow = (code: string, name: string, group: string, kind: ClassRow['kind']): ClassRow => ({
  code, name, group, kind, area: 0, hectares: 0, share: 0, count: 0, owners: {},
})

function sorted(rows: Iterable<ClassRow>): ClassRow[] {
  const rank = { class: 0, rest: 1, 'outside-coverage': 2 }
  return [...rows].sort((a, b) => rank[a.kind] - rank[b.kind] || a.code.localeCompare(b.code))
}

export interface Columns {
  code: string
  /** Field of the class's name; empty to name it by its code alone. */
  name: string
  owner?: string
  group: (code: string) => string
  className: (code: string) => string
}

/** 田坎: never a patch of its own, split off from the cropland that holds it. */
const RIDGE = '1203'

interface Part extends Amount {
  /** Hundredths of a percent; null when the review does not say. */
  share: number | null
  key: string
  code: string
  name: string
  kind: ClassRow['kind']
}

function add(to: Amount, more: Amount): void {
  to.area += more.area
  to.hectares = to.hectares === null || more.hectares === null ? null : to.hectares + more.hectares
}

/** 0.0001 ha of a figure such as "1.0346". */
function hectareSteps(text: string | null | undefined): number | null {
  const found = /^(\d+)\.(\d{4})$/.exec(text ?? '')
  return found === null ? null : Number(found[1]) * 10000 + Number(found[2])
}

/** 0.01 % of a figure such as "50.11". */
function percentSteps(value: string | number | null | undefined): number | null {
  const found = /^(\d+)\.(\d{2})$/.exec(text(value))
  return found === null ? null : Number(found[1]) * 100 + Number(found[2])
}

const less = (whole: number | null, part: number | null): number | null => (whole === null || part === null ? null : whole - part)

/** The rows that a leaf belongs to: one, or two where a ridge is split off. */
function parts(leaf: Leaf, columns: Columns): Part[] {
  const area = cents(leaf.area) ?? 0
  const hectares = hectareSteps(leaf.hectares)
  const share = percentSteps(leaf.share)
  if (leaf.kind !== 'piece') return area === 0 ? [] : [{ key: leaf.kind, code: '', name: '', kind: leaf.kind, area, hectares, share }]
  const code = text(leaf.fields?.[columns.code])
  const name = text(leaf.fields?.[columns.name]) || columns.className(code) || text(leaf.fields?.[`${columns.code.slice(0, -2)}MC`]) || code
  const ridge = cents(leaf.ridge) ?? 0
  const own: Part = { key: code, code, name, kind: 'class', area: area - ridge, hectares, share }
  if (ridge === 0) return [own]
  const ridgeHectares = hectareSteps(leaf.ridgeHectares)
  const ridgeShare = percentSteps(leaf.ridgeShare)
  own.hectares = less(hectares, ridgeHectares)
  own.share = less(share, ridgeShare)
  return [own, { key: RIDGE, code: RIDGE, name: columns.className(RIDGE) || RIDGE, kind: 'class', area: ridge, hectares: ridgeHectares, share: ridgeShare }]
}

/** Sums a coverage layer's leaves by class and owner. */
export function byClass(layer: LayerAnswer | undefined, whole: number, columns: Columns): ClassTable {
  const rows = new Map<string, ClassRow>()
  let given = true
  for (const leaf of layer?.leaves ?? []) {
    const owner = columns.owner === undefined ? '' : text(leaf.fields?.[columns.owner])
    for (const part of parts(leaf, columns)) {
      const row = rows.get(part.key) ?? emptyRow(part.code, part.name, columns.group(part.code), part.kind)
      rows.set(part.key, row)
      add(row, part)
      row.share += part.share ?? 0
      given = given && part.share !== null
      row.count += part.kind === 'class' ? (leaf.features?.length ?? 1) : 0
      if (owner !== '') add((row.owners[owner] ??= { area: 0, hectares: 0 }), part)
    }
  }
  return withShares(sorted(rows.values()), whole, given)
}

/** Amounts of one column in a unit: the report's own hectares where all carry them, else balanced to the column's sum. */
function inUnit(amounts: readonly Amount[], total: number, unit: Unit): number[] {
  const own = amounts.map((a) => a.hectares)
  if (unit === 'm2' || own.some((h) => h === null)) return column(amounts.map((a) => a.area), total, unit)
  return own.map((h) => (h ?? 0) * (unit === 'mu' ? 15 : 1))
}

/** The rows' figures in a unit. */
export function figures(table: ClassTable, unit: Unit): number[] {
  return inUnit(table.rows, table.total, unit)
}

/** One owner's share of each row: with the other owners these are the rows' figures, in every unit. */
export function ownerFigures(table: ClassTable, owner: string, unit: Unit): number[] {
  const own = table.rows.map((row) => row.owners[owner] ?? { area: 0, hectares: 0 })
  return inUnit(own, own.reduce((sum, a) => sum + a.area, 0), unit)
}

const sumOf = (leaves: readonly Leaf[], kind: Leaf['kind']): number | null => {
  const found = leaves.filter((l) => l.kind === kind)
  return found.length === 0 ? null : found.reduce((sum, l) => sum + (cents(l.area) ?? 0), 0)
}

const LINE_PARTS: readonly Leaf['kind'][] = ['piece', 'rest', 'outside-coverage']

/**
 * What a line takes, leaves and does not cover, in steps of a unit: the sums of the leaves' own hectares, as the findings and
 * the paper have them; null where there is none. Lines whose features lie over one another count once and have no such sums.
 */
export function lineFigures(row: LineRow, unit: Unit): (number | null)[] {
  const leaves = row.layer.union === undefined ? (row.layer.leaves ?? []) : []
  const whole = [row.inside, row.rest, row.uncovered]
  if (unit === 'm2' || leaves.length === 0 || leaves.some((l) => hectareSteps(l.hectares) === null)) return whole.map((area) => (area === null ? null : steps(area, unit)))
  return LINE_PARTS.map((kind, i) => (whole[i] === null ? null : leaves.reduce((sum, l) => sum + (l.kind === kind ? (hectareSteps(l.hectares) ?? 0) : 0), 0) * (unit === 'mu' ? 15 : 1)))
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
      share: percentSteps(layer.share) ?? (whole === 0 ? 0 : Math.round((inside * 10000) / whole)),
    }
  })
}
