import { describe, expect, it } from 'vitest'
import { addsUp, byClass, controlLines, figures, lineFigures, ownerFigures } from './tables'
import type { LayerAnswer, Leaf, Review } from './types'

const columns = { code: 'DLBM', name: 'DLMC', owner: 'ZLDWMC', group: () => '', className: () => '' }
const leaf = (area: string, DLBM: string, ZLDWMC = '莲塘村', kind: Leaf['kind'] = 'piece'): Leaf => ({
  plot: '1', area, kind, fields: kind === 'piece' ? { DLBM, DLMC: DLBM, ZLDWMC } : {},
})
const layer = (leaves: Leaf[]): LayerAnswer => ({ layer: 'DLTB', name: '地类图斑', answer: 'CONCERNED', leaves })

describe('the table of land classes', () => {
  it('sums leaves by class and by owner', () => {
    const table = byClass(layer([leaf('1.10', '0101'), leaf('2.20', '0101', '北岭村'), leaf('3.70', '0601')]), 700, columns)
    expect(table.rows.map((r) => [r.code, r.area, r.count])).toEqual([['0101', 330, 2], ['0601', 370, 1]])
    expect(table.rows[0]?.owners).toEqual({ 莲塘村: { area: 110, hectares: null }, 北岭村: { area: 220, hectares: null } })
    expect(table.addsUp).toBe(true)
  })

  it('counts the patches that an answer for the moving hand has summed', () => {
    const table = byClass(layer([{ ...leaf('3.30', '0101'), features: [4, 9, 11] }, leaf('3.70', '0601')]), 700, columns)
    expect(table.rows.map((r) => [r.code, r.area, r.count])).toEqual([['0101', 330, 3], ['0601', 370, 1]])
  })

  it('does not claim to add up when a hundredth is missing', () => {
    expect(byClass(layer([leaf('6.99', '0101')]), 700, columns).addsUp).toBe(false)
  })

  it('keeps ground outside the coverage as a row of its own, last', () => {
    const table = byClass(layer([leaf('1.00', '', '', 'outside-coverage'), leaf('6.00', '0101')]), 700, columns)
    expect(table.rows.map((r) => r.kind)).toEqual(['class', 'outside-coverage'])
    expect(table.addsUp).toBe(true)
  })

  it('has shares that add up to 100.00', () => {
    const table = byClass(layer([leaf('1.00', 'a'), leaf('1.00', 'b'), leaf('1.00', 'c')]), 300, columns)
    expect(table.rows.reduce((sum, r) => sum + r.share, 0)).toBe(10000)
  })

  it('shows the shares that the review gives its leaves, with the ridge apart', () => {
    const hill = { ...leaf('6.00', '0103'), share: '66.66', ridge: '0.50', ridgeShare: '5.55' }
    const table = byClass(layer([hill, { ...leaf('3.00', '0601'), share: '33.34' }]), 900, columns)
    expect(table.rows.map((r) => [r.code, r.share])).toEqual([['0103', 6111], ['0601', 3334], ['1203', 555]])
  })

  it('splits the field ridge off its cropland and still adds up', () => {
    const paddy = { ...leaf('7.00', '0101'), ridge: '0.50' }
    const table = byClass(layer([paddy]), 700, columns)
    expect(table.rows.map((r) => [r.code, r.area])).toEqual([['0101', 650], ['1203', 50]])
    expect(table.addsUp).toBe(true)
  })

  it('shows the hectares of the leaves and mu as fifteen times these', () => {
    const table = byClass(layer([{ ...leaf('149.00', '0101'), hectares: '0.0150' }, { ...leaf('151.00', '0601'), hectares: '0.0150' }]), 30000, columns)
    expect(figures(table, 'ha')).toEqual([150, 150])
    expect(figures(table, 'mu')).toEqual([2250, 2250])
    expect(figures(table, 'm2')).toEqual([14900, 15100])
  })
})

describe('the columns of the owners', () => {
  it('are together the column of areas, in every unit', () => {
    const table = byClass(layer([
      { ...leaf('150.00', '0101'), hectares: '0.0150' },
      { ...leaf('149.50', '0601', '北岭村'), hectares: '0.0149' },
      { ...leaf('150.50', '0601'), hectares: '0.0151' },
    ]), 45000, columns)
    for (const unit of ['m2', 'ha', 'mu'] as const) {
      const owners = table.owners.map((o) => ownerFigures(table, o, unit))
      expect(table.rows.map((_, i) => owners.reduce((sum, cells) => sum + (cells[i] ?? 0), 0))).toEqual(figures(table, unit))
    }
  })
})

describe('the lines of control', () => {
  it('are told inside, outside and uncovered', () => {
    const line = { ...layer([leaf('2.00', ''), leaf('4.00', '', '', 'rest'), leaf('1.00', '', '', 'outside-coverage')]), layer: 'STBHHX', area: '2.00' }
    const review = { site: { legalArea: '7.00', plots: [] }, layers: [line, layer([])] } as unknown as Review
    const [row] = controlLines(review, (code) => code === 'STBHHX')
    expect([row?.inside, row?.rest, row?.uncovered, row?.share]).toEqual([200, 400, 100, 2857])
    expect(addsUp([row?.inside ?? 0, row?.rest ?? 0, row?.uncovered ?? 0], 700)).toBe(true)
  })

  it('have the hectares of the findings, not ones rounded anew', () => {
    const leaves = [{ ...leaf('9164.42', ''), hectares: '0.9165' }, { ...leaf('7171.54', ''), hectares: '0.7172' }, { ...leaf('58513.97', '', '', 'rest'), hectares: '5.8513' }]
    const review = { site: { legalArea: '74849.93', plots: [] }, layers: [{ ...layer(leaves), layer: 'YJJBNTBHTB', area: '16335.96' }] } as unknown as Review
    const [row] = controlLines(review, () => true)
    expect(row === undefined ? [] : lineFigures(row, 'ha')).toEqual([16337, 58513, null])
    expect(row === undefined ? [] : lineFigures(row, 'mu')).toEqual([245055, 877695, null])
    expect(row === undefined ? [] : lineFigures(row, 'm2')).toEqual([1633596, 5851397, null])
  })

  it('count features that lie over one another once', () => {
    const line = { ...layer([{ ...leaf('2.00', ''), hectares: '0.0002' }, { ...leaf('2.00', ''), hectares: '0.0002' }]), layer: 'CKQ', area: '4.00', union: '300.00' }
    const [row] = controlLines({ site: { legalArea: '700.00', plots: [] }, layers: [line] } as unknown as Review, () => true)
    expect(row === undefined ? [] : lineFigures(row, 'ha')[0]).toBe(300)
  })
})
