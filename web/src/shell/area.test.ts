import { describe, expect, it } from 'vitest'
import { areaText, cents, column, percents, steps, stepsText } from './area'

describe('an area', () => {
  it('is read into whole hundredths of a square metre', () => {
    expect(cents('141022.00')).toBe(14102200)
    expect(cents('0.5')).toBe(50)
    expect(cents('-3.25')).toBe(-325)
    expect(cents(null)).toBeNull()
    expect(cents('many')).toBeNull()
  })

  it('reads the same in the three units', () => {
    expect(areaText('141022.00', 'm2')).toBe('141,022.00')
    expect(areaText('141022.00', 'ha')).toBe('14.1022')
    expect(areaText('141022.00', 'mu')).toBe('211.5330')
  })

  it('rounds half up', () => {
    expect(steps(50, 'ha')).toBe(1)
    expect(steps(49, 'ha')).toBe(0)
    expect(steps(50, 'mu')).toBe(15)
  })

  it('that is missing is a dash, never a nought', () => expect(areaText(undefined, 'ha')).toBe('–'))

  it('below one keeps its leading nought', () => expect(stepsText(7, 4)).toBe('0.0007'))
})

describe('a column', () => {
  const rows = [10038870, 1088459, 429432, 23239, 484557, 1188098, 849545]
  const total = rows.reduce((a, b) => a + b, 0)

  it.each(['m2', 'ha', 'mu'] as const)('adds up to its total in %s', (unit) => {
    const shown = column(rows, total, unit)
    expect(shown.reduce((a, b) => a + b, 0)).toBe(steps(total, unit))
  })

  it('of three equal thirds adds up', () => {
    expect(column([50, 50, 50], 150, 'ha')).toEqual([1, 1, 0])
    expect(steps(150, 'ha')).toBe(2)
  })

  it('that does not add up in square metres is left as it is', () => {
    expect(column([100, 100], 300, 'ha')).toEqual([1, 1])
  })

  it('of shares adds up to 100.00', () => {
    expect(percents([1, 1, 1], 3)).toEqual([3334, 3333, 3333])
    expect(percents(rows, total).reduce((a, b) => a + b, 0)).toBe(10000)
  })
})
