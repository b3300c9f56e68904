import { cents, column, type Unit } from '../shell/area'
import type { Ledger, LedgerRow } from './types'

/** A line of the table, in last places of the unit. */
export interface LedgerLine {
  key: string
  before: number
  out: number
  in: number
  after: number
}

/** Rows put together by county or by class, in whole 0.01 m², in their order. */
export function gathered(rows: readonly LedgerRow[], by: 'county' | 'code'): LedgerLine[] {
  const lines = new Map<string, LedgerLine>()
  for (const row of rows) {
    const key = row[by]
    const line = lines.get(key) ?? { key, before: 0, out: 0, in: 0, after: 0 }
    line.before += cents(row.before) ?? 0
    line.out += cents(row.out) ?? 0
    line.in += cents(row.in) ?? 0
    line.after = line.before - line.out + line.in
    lines.set(key, line)
  }
  return [...lines.values()]
}

/**
 * The table in a unit: before, out and in are columns that add up to their totals; after is before − out + in of the figures
 * shown, so that rows and columns both add up in every unit.
 */
export function ledgerTable(ledger: Ledger, by: 'county' | 'code', unit: Unit): { lines: LedgerLine[]; total: LedgerLine } {
  const exact = gathered(ledger.rows, by)
  const shown = (key: 'before' | 'out' | 'in'): number[] => {
    const values = exact.map((line) => line[key])
    return column(values, values.reduce((a, b) => a + b, 0), unit)
  }
  const [before, out, into] = [shown('before'), shown('out'), shown('in')]
  const lines = exact.map((line, i): LedgerLine => {
    const [b = 0, o = 0, n = 0] = [before[i], out[i], into[i]]
    return { key: line.key, before: b, out: o, in: n, after: b - o + n }
  })
  const sum = (key: 'before' | 'out' | 'in' | 'after'): number => lines.reduce((all, line) => all + line[key], 0)
  return { lines, total: { key: '', before: sum('before'), out: sum('out'), in: sum('in'), after: sum('after') } }
}
