import { describe, expect, it } from 'vitest'
import { sheetFigures, signed, signedArea, way } from './sheet'
import type { Sheet } from './types'

const line = (code: string, a: string, b: string) => ({ kind: 'piece' as const, code, a, b, difference: '0.00' })
const sheet: Sheet = { layer: 'DLTB', name: '', scheme: 'SD2019', lines: [line('0101', '33.33', '50.00'), line('0201', '33.33', '25.50'), line('0301', '33.34', '25.50')], a: '100.00', b: '101.00', difference: '1.00' }

describe('a compared sheet', () => {
  for (const unit of ['m2', 'ha', 'mu'] as const)
    it(`adds up on both sides in ${unit}, and so do its differences`, () => {
      const { a, b, totalA, totalB } = sheetFigures(sheet, unit)
      expect(totalA).toBe({ m2: 10_000, ha: 100, mu: 1500 }[unit])
      expect(totalB).toBe({ m2: 10_100, ha: 101, mu: 1515 }[unit])
      expect(a.map((v, i) => (b[i] ?? 0) - v).reduce((x, y) => x + y, 0)).toBe(totalB - totalA)
    })

  it('says more and less by a sign', () => {
    expect(signed(150, 'm2')).toBe('+1.50')
    expect(signedArea('-1234.50', 'm2')).toBe('−1,234.50')
    expect(signed(0, 'ha')).toBe('–')
    expect([way(3), way(-3), way(0)]).toEqual(['more', 'less', ''])
  })
})
