const UNITS = ['B', 'kB', 'MB', 'GB', 'TB']

/** Bytes in powers of 1000, three figures: 1.23 GB. */
export function bytes(n: number): string {
  let value = n
  let unit = 0
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  const places = unit === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2
  return `${value.toFixed(places)} ${UNITS[unit]}`
}

/** What a length of time is said with: the key of the message files and its two figures. */
export function age(minutes: number): { key: string, a: number, b: number } {
  if (minutes < 60) return { key: 'ops.age.minutes', a: minutes, b: 0 }
  if (minutes < 48 * 60) return { key: 'ops.age.hours', a: Math.floor(minutes / 60), b: minutes % 60 }
  return { key: 'ops.age.days', a: Math.floor(minutes / 1440), b: Math.floor((minutes % 1440) / 60) }
}
