import { cents, column, steps, type Unit } from '../shell/area'
import type { Verdict } from '../conformity/types'
import type { BatchRow } from './types'

/** The worst first; what could not be reviewed at the end. */
export const CONCLUSIONS: (Verdict | null)[] = ['FAIL', 'NOT_ANSWERED', 'CONDITIONAL', 'PASS', null]

export type SortKey = 'position' | 'number' | 'conclusion' | 'area' | 'cropland' | 'construction' | 'farmland' | 'redLine'

export interface Filter {
  /** Conclusions that are shown; empty: all. */
  conclusions: (Verdict | null)[]
  rule: string
  text: string
}

export function matches(row: BatchRow, filter: Filter): boolean {
  if (filter.conclusions.length > 0 && !filter.conclusions.includes(row.conclusion)) return false
  if (filter.rule !== '' && row.figures?.findings.some(([rule]) => rule === filter.rule) !== true) return false
  const wanted = filter.text.trim().toLowerCase()
  return wanted === '' || row.number.toLowerCase().includes(wanted) || row.name.toLowerCase().includes(wanted)
}

function value(row: BatchRow, key: SortKey): number | string {
  switch (key) {
    case 'position': return row.position
    case 'number': return row.number
    case 'conclusion': return CONCLUSIONS.indexOf(row.conclusion)
    case 'area': return cents(row.area) ?? -1
    case 'cropland': return row.figures?.use.cropland ?? -1
    case 'construction': return row.figures?.use.construction ?? -1
    case 'farmland': return row.figures?.farmland ?? -1
    case 'redLine': return row.figures?.redLine ?? -1
  }
}

const words = new Intl.Collator('zh', { numeric: true })

export function sorted(rows: readonly BatchRow[], key: SortKey, down: boolean): BatchRow[] {
  const sign = down ? -1 : 1
  return [...rows].sort((one, other) => {
    const a = value(one, key)
    const b = value(other, key)
    const order = typeof a === 'string' ? words.compare(a, String(b)) : a - Number(b)
    return order !== 0 ? sign * order : one.position - other.position
  })
}

/** The parts of a plot in last places of a unit. */
export interface Shown {
  area: number
  agricultural: number
  construction: number
  unused: number
  unknown: number
  cropland: number
  farmland: number
  redLine: number
}

const PARTS = ['agricultural', 'construction', 'unused', 'unknown'] as const
const NOTHING: Shown = { area: 0, agricultural: 0, construction: 0, unused: 0, unknown: 0, cropland: 0, farmland: 0, redLine: 0 }

/** Parts in 0.01 m² as last places that add up to a whole which is already in last places. */
function parted(values: readonly number[], whole: number, unit: Unit): number[] {
  if (unit === 'm2') return [...values]
  if (unit === 'mu') return parted(values, whole / 15, 'ha').map((v) => v * 15)
  const floors = values.map((v) => Math.floor(v / 100))
  const order = values.map((v, i) => ({ i, rest: v % 100 })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  let left = whole - floors.reduce((a, b) => a + b, 0)
  for (const { i } of order) {
    if (left <= 0) break
    floors[i] = (floors[i] ?? 0) + 1
    left -= 1
  }
  return floors
}

/**
 * The rows as figures of a unit that add up both ways: the areas to their total, the parts of a row to its area; the
 * totals are the sums of what is shown.
 */
export function figures(rows: readonly BatchRow[], unit: Unit): { shown: Map<number, Shown>; total: Shown } {
  const areas = rows.map((row) => cents(row.area) ?? 0)
  const wholes = column(areas, areas.reduce((a, b) => a + b, 0), unit)
  const shown = new Map<number, Shown>()
  const total: Shown = { ...NOTHING }
  rows.forEach((row, i) => {
    const found = row.figures
    if (found === undefined) return
    const area = wholes[i] ?? 0
    const parts = parted(PARTS.map((part) => found.use[part]), area, unit)
    const one: Shown = {
      area,
      agricultural: parts[0] ?? 0,
      construction: parts[1] ?? 0,
      unused: parts[2] ?? 0,
      unknown: parts[3] ?? 0,
      cropland: Math.min(parts[0] ?? 0, steps(found.use.cropland, unit)),
      farmland: steps(found.farmland, unit),
      redLine: steps(found.redLine, unit),
    }
    shown.set(row.position, one)
    for (const key of Object.keys(total) as (keyof Shown)[]) total[key] += one[key]
  })
  return { shown, total }
}

/** Hours, minutes and seconds of a duration that are worth saying. */
export function leftParts(seconds: number): { unit: 'h' | 'min' | 's'; n: number } {
  if (seconds >= 5400) return { unit: 'h', n: Math.round(seconds / 3600) }
  if (seconds >= 90) return { unit: 'min', n: Math.round(seconds / 60) }
  return { unit: 's', n: Math.max(1, Math.round(seconds)) }
}
