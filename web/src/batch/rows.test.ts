import { describe, expect, it } from 'vitest'
import { figures, matches, sorted } from './rows'
import type { BatchRow } from './types'

function row(position: number, area: number, agricultural: number, conclusion: BatchRow['conclusion'] = 'PASS'): BatchRow {
  const use = { agricultural, construction: area - agricultural, unused: 0, unknown: 0, cropland: agricultural }
  return { position, number: `P${position}`, name: '', conclusion, area: (area / 100).toFixed(2), review: null, figures: { use, farmland: 0, redLine: 0, layers: {}, findings: conclusion === 'FAIL' ? [['permanent-farmland', 'FAIL', 100]] : [] } }
}

describe('a batch as figures', () => {
  const rows = [row(1, 3333, 1111), row(2, 3333, 2222), row(3, 3334, 50), row(4, 55_555, 5_551)]

  for (const unit of ['m2', 'ha', 'mu'] as const)
    it(`adds up by rows and by columns in ${unit}`, () => {
      const { shown, total } = figures(rows, unit)
      for (const one of shown.values()) expect(one.agricultural + one.construction + one.unused + one.unknown).toBe(one.area)
      expect([...shown.values()].reduce((sum, one) => sum + one.area, 0)).toBe(total.area)
      expect(total.agricultural + total.construction).toBe(total.area)
    })

  it('gives the whole in hectares as its m² round, 6.5555 m² × 10 000', () => {
    expect(figures(rows, 'ha').total.area).toBe(656)
  })
})

describe('the rows that are shown', () => {
  const rows = [row(1, 100, 0), row(2, 300, 0, 'FAIL'), row(3, 200, 0, null)]

  it('are those of a conclusion, a plot that could not be reviewed among them', () => {
    expect(rows.filter((r) => matches(r, { conclusions: [null], rule: '', text: '' })).map((r) => r.position)).toEqual([3])
  })
  it('are those that a rule speaks of', () => {
    expect(rows.filter((r) => matches(r, { conclusions: [], rule: 'permanent-farmland', text: '' })).map((r) => r.position)).toEqual([2])
  })
  it('are found by number', () => {
    expect(rows.filter((r) => matches(r, { conclusions: [], rule: '', text: ' p2 ' })).map((r) => r.position)).toEqual([2])
  })
  it('come the worst first, and the largest first', () => {
    expect(sorted(rows, 'conclusion', false).map((r) => r.position)).toEqual([2, 1, 3])
    expect(sorted(rows, 'area', true).map((r) => r.position)).toEqual([2, 3, 1])
  })
})
