import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'

describe('a table as a file', () => {
  it('has plain figures, empty cells for dashes and quotes where a comma is', () => {
    expect(csvOf([['地类', '面积(㎡)'], ['水田', '134,670.03'], ['a, b', '–']])).toBe('地类,面积(㎡)\r\n水田,134670.03\r\n"a, b",\r\n')
  })

  it('keeps what looks like a formula a text', () => {
    expect(csvOf([['=1+1', '-5.00', '-x']])).toBe("'=1+1,-5.00,'-x\r\n")
  })
})
