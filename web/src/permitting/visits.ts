/** The record of a site visit as the server answers it: signed when it is written, never changed. */
export interface Visit {
  id: string
  visitedAt: string
  lon: number
  lat: number
  others: string
  findings: string
  agrees: boolean
  signedBy: string
  signedAt: string
  receipt: string
  photos: { sha256: string; name: string; media: string }[]
}

type Ring = readonly (readonly number[])[]
const METRES = 111_319.49

function inside([x, y]: readonly [number, number], ring: Ring): boolean {
  let yes = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi = 0, yi = 0] = ring[i] ?? []
    const [xj = 0, yj = 0] = ring[j] ?? []
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) yes = !yes
  }
  return yes
}

function toEdge(at: readonly [number, number], a: readonly number[], b: readonly number[]): number {
  const perLon = METRES * Math.cos((at[1] * Math.PI) / 180)
  const [px, py] = [0, 0]
  const [ax, ay] = [((a[0] ?? 0) - at[0]) * perLon, ((a[1] ?? 0) - at[1]) * METRES]
  const [bx, by] = [((b[0] ?? 0) - at[0]) * perLon, ((b[1] ?? 0) - at[1]) * METRES]
  const [dx, dy] = [bx - ax, by - ay]
  const along = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(ax + along * dx, ay + along * dy)
}

/** Whole metres from a place to a site; 0 inside of it, null where there is no site. Good enough to say whether somebody stood there. */
export function distance(at: readonly [number, number], shapes: readonly { type: string; coordinates: unknown }[]): number | null {
  const polygons = shapes.flatMap((s) => (s.type === 'MultiPolygon' ? (s.coordinates as Ring[][]) : s.type === 'Polygon' ? [s.coordinates as Ring[]] : []))
  if (polygons.length === 0) return null
  if (polygons.some(([outer, ...holes]) => outer !== undefined && inside(at, outer) && !holes.some((hole) => inside(at, hole)))) return 0
  const edges = polygons.flat().flatMap((ring) => ring.slice(1).map((to, i) => toEdge(at, ring[i] ?? [], to)))
  return Math.round(Math.min(...edges))
}

/** A day and a time of the bureau's clock as an instant; null for what is none. */
export function instantOf(day: string, time: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null
  const date = new Date(`${day}T${time}:00+08:00`)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
