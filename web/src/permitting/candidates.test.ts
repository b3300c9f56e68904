import { describe, expect, it } from 'vitest'
import { type CandidateRow, type CandidateSide, cellOf, type HeldLayer, leastOf, letterOf, sameGround } from './candidates'

const HELD: HeldLayer = { layer: 'YJJBNTBHTB', name: { zh: '永久基本农田', en: 'Permanent basic farmland' }, classes: '', outside: false }
const row = (answer: CandidateRow['answer'], area: string): CandidateRow => ({ layer: 'YJJBNTBHTB', classes: '', outside: false, answer, area })
const side = (one: CandidateRow): CandidateSide => ({ name: 'x', site: { type: 'FeatureCollection', features: [] }, area: '100.00', conclusion: 'PASS', fail: 0, conditional: 0, notAnswered: 0, rows: [one], conflicts: [], hash: '' })

describe('a cell of the comparison', () => {
  it('is an area, clear, or open', () => {
    expect(cellOf(row('CONCERNED', '12.50'))).toBe('area')
    expect(cellOf(row('CLEAR', '0.00'))).toBe('clear')
  })
  it('is never clear where the layer does not answer', () => {
    expect(cellOf(row('NOT_ANSWERED', '0.00'))).toBe('open')
    expect(cellOf(null)).toBe('open')
  })
})

describe('the least of a line', () => {
  it('is named where all are answered', () => {
    expect([...leastOf([side(row('CONCERNED', '12.50')), side(row('CLEAR', '0.00')), side(row('CLEAR', '0.00'))], HELD)]).toEqual([1, 2])
  })
  it('is not named beside a line that is not answered, nor where all are alike', () => {
    expect(leastOf([side(row('CONCERNED', '12.50')), side(row('NOT_ANSWERED', '0.00'))], HELD).size).toBe(0)
    expect(leastOf([side(row('CLEAR', '0.00')), side(row('CLEAR', '0.00'))], HELD).size).toBe(0)
  })
})

it('letters follow the alphabet, and names do not change the ground', () => {
  expect([0, 1, 4].map(letterOf)).toEqual(['A', 'B', 'E'])
  const at = (name: string, x: number) => ({ type: 'FeatureCollection' as const, features: [{ type: 'Feature' as const, properties: { name }, geometry: { type: 'Polygon', coordinates: [[[x, 0], [1, 0], [1, 1], [x, 0]]] } }] })
  expect(sameGround(at('a', 0), at('b', 0))).toBe(true)
  expect(sameGround(at('a', 0), at('a', 0.5))).toBe(false)
  expect(sameGround(null, at('a', 0))).toBe(false)
})
