import { expect, it } from 'vitest'
import { squareMetres } from './quantity'

it('reads hectares and mu as square metres', () => {
  expect(squareMetres('1', 'ha')).toBe('10000.00')
  expect(squareMetres('66,140.77', 'ha')).toBe('661407700.00')
  expect(squareMetres('15', 'mu')).toBe('10000.00')
  expect(squareMetres('1', 'mu')).toBe('666.67')
})

it('refuses what is no quantity', () => {
  for (const text of ['', '-1', '1.23456', 'x', '1e3']) expect(squareMetres(text, 'ha')).toBeNull()
})
