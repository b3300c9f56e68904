/**
 * Areas as the page shows them. The one source is the server's decimal string in m² with two places; it is read into
 * whole 0.01 m² and converted only as an integer, so that the three units name the same quantity.
 */
export type Unit = 'm2' | 'ha' | 'mu'
export const UNITS: readonly Unit[] = ['m2', 'ha', 'mu']

/** Whole 0.01 m² of a decimal string such as "141022.00". Null for a missing or unreadable figure. */
export function cents(area: string | number | null | undefined): number | null {
  if (area === null || area === undefined || area === '') return null
  const found = /^(-?)(\d+)(?:\.(\d{1,2})\d*)?$/.exec(String(area).trim())
  if (found === null) return null
  const value = Number(found[2]) * 100 + Number((found[3] ?? '').padEnd(2, '0'))
  return found[1] === '-' ? -value : value
}

/**
 * Steps of the last shown place: 0.01 m², 0.0001 ha, 0.0001 mu. Half up, away from zero. The mu are the hectares as
 * printed × 15, as in the report, so that the three figures name one another.
 */
export function steps(value: number, unit: Unit): number {
  if (value < 0) return -steps(-value, unit)
  if (unit === 'm2') return value
  if (unit === 'ha') return Math.floor((value + 50) / 100)
  return 15 * steps(value, 'ha')
}

export const PLACES: Record<Unit, number> = { m2: 2, ha: 4, mu: 4 }

/** A whole number of last places as text with thousands separators. */
export function stepsText(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ',')
  const sign = value < 0 ? '−' : ''
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(digits.length - places)}`
}

export function areaText(area: string | number | null | undefined, unit: Unit): string {
  const value = cents(area)
  return value === null ? '–' : stepsText(steps(value, unit), PLACES[unit])
}

/**
 * A column that adds up in every unit: the total is converted first, the rows take the whole part of their conversion
 * and the steps that are left go to the largest remainders, the earlier row first. Rows that do not add up to the total
 * in m² are converted one by one: a difference is shown, never hidden.
 */
export function column(values: readonly number[], total: number, unit: Unit): number[] {
  const sum = values.reduce((a, b) => a + b, 0)
  if (unit === 'm2' || sum !== total || values.some((v) => v < 0)) return values.map((v) => steps(v, unit))
  if (unit === 'mu') return column(values, total, 'ha').map((v) => v * 15)
  const floors = values.map((v) => Math.floor(v / 100))
  const order = values.map((v, i) => ({ i, rest: v % 100 })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  let left = steps(total, unit) - floors.reduce((a, b) => a + b, 0)
  for (const { i } of order) {
    if (left <= 0) break
    floors[i] = (floors[i] ?? 0) + 1
    left -= 1
  }
  return floors
}

/** Hundredths of a percent that add up to 100.00 when the parts add up to the whole (largest remainder). */
export function percents(values: readonly number[], total: number): number[] {
  if (total <= 0) return values.map(() => 0)
  const floors = values.map((v) => Math.floor((v * 10000) / total))
  const order = values.map((v, i) => ({ i, rest: (v * 10000) % total })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  const sum = values.reduce((a, b) => a + b, 0)
  let left = Math.floor((sum * 10000) / total + 0.5) - floors.reduce((a, b) => a + b, 0)
  for (const { i } of order) {
    if (left <= 0) break
    floors[i] = (floors[i] ?? 0) + 1
    left -= 1
  }
  return floors
}
