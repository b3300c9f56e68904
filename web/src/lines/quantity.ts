/** Hectares or mu as typed, in m² with two places; null when it is none. 1 mu = 2000/3 m², rounded half up to 0.01 m². */
export function squareMetres(text: string, unit: 'ha' | 'mu'): string | null {
  const found = /^(\d{1,9})(?:\.(\d{1,4}))?$/.exec(text.trim().replaceAll(',', ''))
  if (found === null) return null
  const tenThousandths = BigInt(found[1] ?? '0') * 10_000n + BigInt((found[2] ?? '').padEnd(4, '0'))
  // 0.0001 ha is 1 m² = 100 cents; 0.0001 mu is 200/30 cents
  const cents = unit === 'ha' ? tenThousandths * 100n : (tenThousandths * 400n + 30n) / 60n
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`
}
