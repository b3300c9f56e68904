import { stepsText } from '../shell/area'
import { landColour } from '../onemap/looks'
import type { Column } from './types'

/** A decimal string in whole last places. */
export function stepsOf(text: string): number {
  return Number(text.replace('.', ''))
}

/** The number of decimals of a figure. */
export function placesOf(text: string): number {
  const at = text.indexOf('.')
  return at < 0 ? 0 : text.length - at - 1
}

/** With thousands separators. */
export function figure(text: string): string {
  return stepsText(stepsOf(text), placesOf(text))
}

/** A difference with its sign; nought is nought. */
export function signed(steps: number, places: number): string {
  return steps > 0 ? `+${stepsText(steps, places)}` : stepsText(steps, places)
}

/** The colour of a column's class; none for what is no class. */
export function colourOf(key: string): string | undefined {
  const ways: Record<string, string> = { N: landColour('03'), J: landColour('07'), W: landColour('12'), X: '#D5DAE0' }
  if (ways[key] !== undefined) return ways[key]
  if (!/^[123]\./.test(key)) return undefined
  const code = key.slice(2)
  return /^\d/.test(code) ? landColour(code) : '#D5DAE0'
}

/** Columns in the groups of their heads: a parent alone, or with its children beside it. */
export function headGroups(columns: readonly Column[]): { column: Column; children: Column[] }[] {
  const below = (key: string): Column[] => columns.filter((c) => c.parent === key).flatMap((c) => [c, ...below(c.key)])
  return columns.filter((c) => c.parent === null).map((column) => ({ column, children: below(column.key) }))
}

/** The filter that a column adds, by what the columns are. */
export function filterOf(columns: string, key: string): Record<string, string> {
  switch (columns) {
    case 'OWNERSHIP': return { owner: key }
    case 'TOWN': return { town: key }
    case 'SLOPE': return { cls: '1.01', slope: key }
    case 'PLANTING': return { cls: '1.01', planting: key }
    default: return { cls: key }
  }
}

/** What every figure of a table of these columns is narrowed to, its total too. */
export function tableFilter(columns: string): Record<string, string> {
  return columns === 'SLOPE' || columns === 'PLANTING' ? { cls: '1.01' } : {}
}
