import { areaText, cents, column, PLACES, steps, stepsText, type Unit } from '../shell/area'

/** What a layer's features are made of. */
export type Dimension = 'AREA' | 'LINE' | 'POINT'

/** What features come to: patches have an area, lines a length, points nothing but their number. */
export interface Measured {
  area?: string
  length?: string
}

export function dimensionOf(measured: Measured | undefined): Dimension {
  return measured?.area !== undefined ? 'AREA' : measured?.length !== undefined ? 'LINE' : 'POINT'
}

/** A figure of the server's in its last places: 0.01 m², 0.01 m, or one point. Null for none. */
export function lastPlaces(of: Dimension, figure: string | number | null | undefined): number | null {
  if (of !== 'POINT') return cents(figure)
  return figure === null || figure === undefined || figure === '' ? null : Number(figure)
}

/** The same in last places of the unit in which it is shown; lengths are metres in every unit of area. */
export function shown(of: Dimension, value: number, unit: Unit): number {
  return of === 'AREA' ? steps(value, unit) : value
}

export function placesOf(of: Dimension, unit: Unit): number {
  return of === 'AREA' ? PLACES[unit] : of === 'LINE' ? 2 : 0
}

/** A column of figures that adds up in every unit. */
export function shownColumn(of: Dimension, values: readonly number[], total: number, unit: Unit): number[] {
  return of === 'AREA' ? column(values, total, unit) : [...values]
}

/** A feature's area or length; nothing for points. */
export function measuredText(measured: Measured | undefined, unit: Unit): string {
  const of = dimensionOf(measured)
  if (of === 'AREA') return areaText(measured?.area, unit)
  const value = of === 'LINE' ? cents(measured?.length) : null
  return value === null ? '' : stepsText(value, 2)
}

/** What a feature gained or lost, in last places; null for points. */
export function gained(before: Measured | undefined, after: Measured | undefined): number | null {
  const of = dimensionOf(after ?? before)
  if (of === 'POINT') return null
  const figure = (m: Measured | undefined): number => cents(of === 'AREA' ? m?.area : m?.length) ?? 0
  return figure(after) - figure(before)
}

/** The key of the unit's word; null where nothing is measured. */
export function unitKey(of: Dimension, unit: Unit): string | null {
  return of === 'AREA' ? `unit.${unit}` : of === 'LINE' ? 'unit.m' : null
}
