import { cents, column, PLACES, steps, stepsText, type Unit } from '../shell/area'
import type { Sheet } from './types'

/** A sheet in last places of a unit: each side adds up to its total, and a difference is that of the figures shown. */
export function sheetFigures(sheet: Sheet, unit: Unit): { a: number[]; b: number[]; totalA: number; totalB: number } {
  const side = (key: 'a' | 'b'): number[] => column(sheet.lines.map((line) => cents(line[key]) ?? 0), cents(sheet[key]) ?? 0, unit)
  const a = side('a')
  const b = side('b')
  return { a, b, totalA: a.reduce((x, y) => x + y, 0), totalB: b.reduce((x, y) => x + y, 0) }
}

/** A difference with its sign, never by colour alone; a dash for none. */
export function signed(value: number, unit: Unit): string {
  if (value === 0) return '–'
  return `${value > 0 ? '+' : '−'}${stepsText(Math.abs(value), PLACES[unit])}`
}

export function signedArea(area: string | null, unit: Unit): string {
  const value = cents(area)
  return value === null ? '–' : signed(steps(value, unit), unit)
}

/** Blue for more, brown for less. */
export function way(value: number): '' | 'more' | 'less' {
  return value === 0 ? '' : value > 0 ? 'more' : 'less'
}
