import { planeIn, geographicIn } from '../../onemap/projection'
import { type Point, type Ring, rounded, same, type Shape, within } from './shapes'

/** A system in which coordinates are typed: degrees, or a CGCS2000 zone with or without its number before the easting. */
export interface System {
  crs: string
  width: 0 | 3 | 6
  zone: number
  prefixed: boolean
}

export const DEGREES: System = { crs: 'EPSG:4490', width: 0, zone: 0, prefixed: false }

export function zoneSystem(zone: number, width: 3 | 6, prefixed: boolean): System {
  const base = width === 3 ? (prefixed ? 4488 : 4509) : prefixed ? 4478 : 4489
  return { crs: `EPSG:${base + zone}`, width, zone, prefixed }
}

export const centralMeridian = (s: System): number => (s.width === 3 ? s.zone * 3 : s.zone * 6 - 3)

/** First and second figure as the profession writes them: X north and Y east, or longitude and latitude. */
export function placeOf(s: System, first: number, second: number): Point {
  if (s.width === 0) return rounded([first, second])
  return rounded(geographicIn(first, second - (s.prefixed ? s.zone * 1_000_000 : 0), centralMeridian(s)))
}

export function figuresOf(s: System, [lon, lat]: Point): [number, number] {
  if (s.width === 0) return [lon, lat]
  const { x, y } = planeIn(lon, lat, centralMeridian(s))
  return [x, y + (s.prefixed ? s.zone * 1_000_000 : 0)]
}

/** The zones that the city lies in. */
export interface Ground {
  zones3: number[]
  zones6: number[]
}

export function groundOf(bounds: readonly number[]): Ground {
  const [west, east] = [bounds[0] ?? 108.6, bounds[2] ?? 110.2]
  const between = (a: number, b: number): number[] => Array.from({ length: b - a + 1 }, (_, i) => a + i)
  return { zones3: between(Math.round(west / 3), Math.round(east / 3)), zones6: between(Math.floor(west / 6) + 1, Math.floor(east / 6) + 1) }
}

/** What two figures can be: their order, and every system that they can be of. */
export interface Reading {
  first: number
  second: number
  systems: System[]
}

const isLon = (v: number): boolean => v >= 73 && v <= 136
const isLat = (v: number): boolean => v >= 3 && v <= 54
const isNorth = (v: number): boolean => v >= 300_000 && v <= 6_100_000
const eastOf = (v: number): { zone: number; rest: number } => ({ zone: Math.floor(v / 1_000_000), rest: v % 1_000_000 })
const isBare = (v: number): boolean => v >= 100_000 && v < 900_000

/** Reads two figures in either order; none of the systems is preferred, an empty list means that they are no place. */
export function reading(a: number, b: number, ground: Ground): Reading {
  if (isLon(a) && isLat(b)) return { first: a, second: b, systems: [DEGREES] }
  if (isLon(b) && isLat(a)) return { first: b, second: a, systems: [DEGREES] }
  const found = [[a, b], [b, a]].flatMap(([north, east]) => {
    if (north === undefined || east === undefined || !isNorth(north)) return []
    const { zone, rest } = eastOf(east)
    if (zone >= 25 && zone <= 45 && isBare(rest)) return [{ first: north, second: east, systems: [zoneSystem(zone, 3, true)] }]
    if (zone >= 13 && zone <= 23 && isBare(rest)) return [{ first: north, second: east, systems: [zoneSystem(zone, 6, true)] }]
    if (!isBare(east) || north < 900_000) return []
    return [{ first: north, second: east, systems: [...ground.zones3.map((z) => zoneSystem(z, 3, false)), ...ground.zones6.map((z) => zoneSystem(z, 6, false))] }]
  })
  return found[0] ?? { first: a, second: b, systems: [] }
}

export type LineFault = 'no-numbers' | 'one-number' | 'no-place' | 'other-system'

export interface TypedLine {
  /** From 1, as in the text. */
  line: number
  text: string
  ring: string
  reading: Reading | null
  fault: LineFault | null
}

const DMS = /^(\d{1,3})[°度:]\s*(\d{1,2})['′分:]\s*(\d{1,2}(?:\.\d+)?)["″秒]?[NEne北东]?$/

/** A figure: plain, with thousands separators, or degrees with minutes and seconds. */
export function figure(text: string): number | null {
  const plain = text.trim().replace(/[°度NEne北东]$/u, '')
  const dms = DMS.exec(text.trim())
  if (dms !== null) return Number(dms[1]) + Number(dms[2]) / 60 + Number(dms[3]) / 3600
  const bare = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replace(/,/g, '') : plain
  return /^[+-]?\d+(\.\d+)?$/.test(bare) ? Number(bare) : null
}

function cells(line: string): string[] {
  const plain = line.replace(/[，；]/g, (c) => (c === '，' ? ',' : ';')).replace(/ /g, ' ').trim()
  const by = plain.includes('\t') ? /\t+/ : plain.includes(';') ? /\s*;\s*/ : plain.includes(',') ? /\s*,\s*/ : /\s+/
  return plain.split(by).map((c) => c.trim()).filter((c) => c !== '')
}

/**
 * Reads pasted lines: two figures each, with a name, a ring's number or a height beside them or not, as a spreadsheet, a
 * plot TXT or a list gives them. A first line without figures is a heading. Every line that cannot be read says why.
 */
export function readLines(text: string, ground: Ground): TypedLine[] {
  const lines = text.split(/\r?\n/).map((t, i) => ({ t: t.trim(), line: i + 1 })).filter(({ t }) => t !== '')
  const read = lines.map(({ t, line }): TypedLine => {
    const parts = cells(t)
    const numbers = parts.map(figure)
    const some = numbers.filter((n) => n !== null).length
    for (let i = 0; i + 1 < numbers.length; i++) {
      const [a, b] = [numbers[i], numbers[i + 1]]
      if (a === null || b === null || a === undefined || b === undefined) continue
      const found = reading(a, b, ground)
      const ring = i >= 2 && /^\d{1,3}$/.test(parts[i - 1] ?? '') ? (parts[i - 1] ?? '1') : '1'
      if (found.systems.length > 0) return { line, text: t, ring, reading: found, fault: null }
    }
    return { line, text: t, ring: '1', reading: null, fault: some === 0 ? 'no-numbers' : some === 1 ? 'one-number' : 'no-place' }
  })
  const body = read[0]?.fault === 'no-numbers' && read.length > 1 ? read.slice(1) : read
  const known = body.find((l) => l.reading !== null)?.reading?.systems ?? []
  return body.map((l) => (l.reading !== null && !l.reading.systems.some((s) => known.some((k) => k.crs === s.crs)) ? { ...l, fault: 'other-system' as const } : l))
}

/** The systems that every line can be of: none, one, or several among which the user must choose. */
export function systemsOf(lines: readonly TypedLine[]): System[] {
  const [first, ...rest] = lines.filter((l) => l.reading !== null).map((l) => l.reading?.systems ?? [])
  return (first ?? []).filter((s) => rest.every((other) => other.some((o) => o.crs === s.crs)))
}

/** The rings in their order; one inside another is its hole. Null while fewer than three corners are there. */
export function shapeOfLines(lines: readonly TypedLine[], system: System): Shape | null {
  const rings = new Map<string, Ring>()
  for (const { ring, reading: r, fault } of lines) {
    if (r === null || fault !== null) continue
    const points = rings.get(ring) ?? []
    const at = placeOf(system, r.first, r.second)
    const last = points[points.length - 1]
    if (last === undefined || !same(last, at)) points.push(at)
    rings.set(ring, points)
  }
  const shape: Shape = []
  for (const ring of rings.values()) {
    const [first, last] = [ring[0], ring[ring.length - 1]]
    const open = first !== undefined && last !== undefined && ring.length > 1 && same(first, last) ? ring.slice(0, -1) : ring
    if (open.length < 3) return null
    const around = shape.find(([outer]) => outer !== undefined && open.every((c) => within(c, outer) !== -1))
    if (around === undefined) shape.push([open])
    else around.push(open)
  }
  return shape.length === 0 ? null : shape
}
