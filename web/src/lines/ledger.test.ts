import { describe, expect, it } from 'vitest'
import { UNITS } from '../shell/area'
import { gathered, ledgerTable } from './ledger'
import type { Ledger } from './types'

const ledger: Ledger = {
  measure: 'GROSS',
  rows: [
    { county: '450203', code: '410', before: '1234.54', out: '10.01', in: '0.00' },
    { county: '450203', code: '420', before: '2345.54', out: '0.00', in: '33.33' },
    { county: '450206', code: '410', before: '3456.54', out: '66.67', in: '99.99' },
  ],
}

describe('the area ledger', () => {
  it('puts rows together by county and by class', () => {
    expect(gathered(ledger.rows, 'county')).toEqual([
      { key: '450203', before: 358008, out: 1001, in: 3333, after: 360340 },
      { key: '450206', before: 345654, out: 6667, in: 9999, after: 348986 },
    ])
    expect(gathered(ledger.rows, 'code').map((l) => [l.key, l.before])).toEqual([['410', 469108], ['420', 234554]])
  })

  it.each(UNITS)('adds up along rows and columns in %s', (unit) => {
    for (const by of ['county', 'code'] as const) {
      const { lines, total } = ledgerTable(ledger, by, unit)
      for (const line of [...lines, total]) expect(line.after).toBe(line.before - line.out + line.in)
      for (const key of ['before', 'out', 'in', 'after'] as const) expect(lines.reduce((a, l) => a + l[key], 0)).toBe(total[key])
    }
  })
})
