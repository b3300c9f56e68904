import { describe, expect, it } from 'vitest'
import { age, bytes } from './amounts'

describe('sizes', () => {
  it.each([
    [0, '0 B'], [999, '999 B'], [1000, '1.00 kB'], [12_345, '12.3 kB'], [999_600, '1.00 MB'], [123_456_789, '123 MB'], [2_500_000_000_000, '2.50 TB'],
  ])('%d bytes are %s', (n, said) => expect(bytes(n)).toBe(said))
})

describe('ages', () => {
  it('are said in minutes, then hours, then days', () => {
    expect(age(59)).toEqual({ key: 'ops.age.minutes', a: 59, b: 0 })
    expect(age(26 * 60 + 5)).toEqual({ key: 'ops.age.hours', a: 26, b: 5 })
    expect(age(3 * 1440 + 125)).toEqual({ key: 'ops.age.days', a: 3, b: 2 })
  })
})
