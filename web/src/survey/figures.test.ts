import { describe, expect, it } from 'vitest'
import { figure, filterOf, headGroups, placesOf, signed, stepsOf, tableFilter } from './figures'

describe('the figures of a table', () => {
  it('are read as whole last places, so that differences are exact', () => {
    expect(stepsOf('286709.57')).toBe(28670957)
    expect(stepsOf('-0.02')).toBe(-2)
    expect(placesOf('1.0000')).toBe(4)
  })

  it('have thousands separators and a sign of their own', () => {
    expect(figure('1839065.45')).toBe('1,839,065.45')
    expect(signed(24885, 2)).toBe('+248.85')
    expect(signed(-39863, 2)).toBe('−398.63')
    expect(signed(0, 2)).toBe('0.00')
  })
})

describe('the heads of a table', () => {
  it('put second levels beside their first level', () => {
    const column = (key: string, parent: string | null, part = false) => ({ key, zh: key, en: key, parent, part })
    const groups = headGroups([column('1.01', null), column('2.0101', '1.01'), column('1.02', null), column('2.0201', '1.02'), column('3.0201K', '2.0201', true)])
    expect(groups.map((g) => [g.column.key, ...g.children.map((c) => c.key)])).toEqual([['1.01', '2.0101'], ['1.02', '2.0201', '3.0201K']])
  })
})

describe('the filter of a cell', () => {
  it('is the column’s own, within what the table counts', () => {
    expect(filterOf('OWNERSHIP', 'STATE')).toEqual({ owner: 'STATE' })
    expect(filterOf('SLOPE', '3')).toEqual({ cls: '1.01', slope: '3' })
    expect(filterOf('SECOND', '2.0101')).toEqual({ cls: '2.0101' })
    expect(tableFilter('FIRST')).toEqual({})
  })
})
