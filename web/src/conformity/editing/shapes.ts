import type { Geometry } from '../types'

/** Longitude and latitude in degrees, EPSG:4490. */
export type Point = [number, number]
/** Corners without the closing one. */
export type Ring = Point[]
/** The outer ring and its holes. */
export type Polygon = Ring[]
export type Shape = Polygon[]

/** Where a corner is: every number counts from 0. */
export interface CornerRef {
  plot: number
  polygon: number
  ring: number
  corner: number
}

/** 2 × 1e-9°, about 0.2 mm: a point placed on an edge is off it by the rounding of its coordinates, not by more. */
export const ON_EDGE = 2e-9

/** To 1e-9°, as the server keeps what is drawn (contracts 3). */
export const nano = (degrees: number): number => Math.round(degrees * 1e9) / 1e9
export const rounded = ([lon, lat]: readonly number[]): Point => [nano(lon ?? 0), nano(lat ?? 0)]
export const same = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1]
export const keyOf = (p: Point): string => `${p[0]},${p[1]}`

function open(ring: readonly number[][]): Ring {
  const points = ring.map(rounded)
  const [first, last] = [points[0], points[points.length - 1]]
  return points.length > 1 && first !== undefined && last !== undefined && same(first, last) ? points.slice(0, -1) : points
}

export function shapeOf(geometry: Geometry): Shape {
  if (geometry.type === 'MultiPolygon') return (geometry.coordinates as number[][][][]).map((p) => p.map(open))
  return geometry.type === 'Polygon' ? [(geometry.coordinates as number[][][]).map(open)] : []
}

const closed = (ring: Ring): Ring => (ring[0] === undefined ? [] : [...ring, ring[0]])

export function geometryOf(shape: Shape): Geometry {
  const rings = shape.map((polygon) => polygon.map(closed))
  return rings.length === 1 ? { type: 'Polygon', coordinates: rings[0] } : { type: 'MultiPolygon', coordinates: rings }
}

/** Twice the area in square degrees, positive counter-clockwise; relative to the first corner, so that digits are kept. */
export function doubled(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0]
  let sum = 0
  for (let i = 1; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i] as Point, ring[i + 1] as Point]
    sum += (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0)
  }
  return sum
}

/** Outer rings counter-clockwise, holes clockwise: the ground is to the left of every edge. */
export function turned(polygon: Polygon): Polygon {
  return polygon.map((ring, i) => (doubled(ring) > 0 === (i === 0) ? ring : [...ring].reverse()))
}

/** Twice the area of the triangle: positive when c is to the left of a → b. */
export function side(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
}

/** How far p is from the segment, degrees. */
export function distance(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length))
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)
}

/** 1 inside, 0 on an edge, −1 outside. */
export function within(p: Point, ring: Ring): -1 | 0 | 1 {
  let inside = false
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i] as Point, ring[(i + 1) % ring.length] as Point]
    if (distance(p, a, b) <= ON_EDGE) return 0
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
  }
  return inside ? 1 : -1
}

/** As {@link within}, of a polygon with holes. */
export function inPolygon(p: Point, polygon: Polygon): -1 | 0 | 1 {
  const [outer, ...holes] = polygon
  const place = outer === undefined ? -1 : within(p, outer)
  if (place !== 1) return place
  for (const hole of holes) {
    const there = within(p, hole)
    if (there !== -1) return there === 0 ? 0 : -1
  }
  return 1
}

/** J1, J2 … through all rings of a plot, as the table and the TXT number them. */
export function cornerName(shape: Shape, ref: Omit<CornerRef, 'plot'>): string {
  let before = 0
  shape.forEach((polygon, p) => polygon.forEach((ring, r) => {
    if (p < ref.polygon || (p === ref.polygon && r < ref.ring)) before += ring.length
  }))
  return `J${before + ref.corner + 1}`
}
