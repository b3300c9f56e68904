import type { By, HolderRow, StepRow } from './types'

/** Where the inbox shows what a row counts; null where it has no such sieve. */
export function inboxOf(by: By, row: Pick<HolderRow, 'key'>, light: string): string | null {
  const sieve: Record<By, string | null> = { matter: 'matter', county: 'division', section: null, person: null }
  const key = sieve[by]
  if (key === null && light === '') return null
  const query = new URLSearchParams({ view: 'all' })
  if (key !== null) query.set(key, row.key)
  if (light !== '') query.set('light', light)
  return key === null ? null : `/cases?${query.toString()}`
}

/** A bar's parts as whole percent of the fullest bar: in time, due soon, overdue, suspended. */
export function barOf(step: Pick<StepRow, 'open' | 'yellow' | 'red' | 'suspended'>, most: number): { green: number; yellow: number; red: number; grey: number } {
  const share = (n: number): number => (most <= 0 ? 0 : (n * 100) / most)
  return { green: share(Math.max(0, step.open - step.yellow - step.red - step.suspended)), yellow: share(step.yellow), red: share(step.red), grey: share(step.suspended) }
}

/** The step whose done tasks took longest. */
export function slowest(steps: readonly StepRow[]): StepRow | null {
  const timed = steps.filter((s) => s.averageDays !== null)
  return timed.reduce<StepRow | null>((worst, s) => (worst === null || Number(s.averageDays) > Number(worst.averageDays) ? s : worst), null)
}

/** Points of a line over equal steps of a width, the highest value at the top. */
export function lineOf(values: readonly number[], width: number, height: number, most: number): string {
  const step = values.length > 1 ? width / (values.length - 1) : 0
  return values.map((v, i) => `${(values.length > 1 ? i * step : width / 2).toFixed(1)},${(height - (most <= 0 ? 0 : (v * height) / most)).toFixed(1)}`).join(' ')
}

/** The days before today that are asked first: a quarter. */
export function quarterBefore(today: string): string {
  const day = new Date(`${today}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 91)
  return day.toISOString().slice(0, 10)
}

/** Months that are over, the last one first. */
export function pastMonths(today: string, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: count }, (_, i) => {
    const at = year * 12 + (month - 1) - 1 - i
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}
