import { doubled, keyOf, type Point, type Polygon, type Ring, type Shape, within } from './shapes'

/** A directed edge with the ground on its left. */
export type Edge = [Point, Point]

/**
 * The rings that directed edges bound: from each edge on to the first one clockwise from where one came, which keeps the
 * same ground on the left. Edges must be noded: they meet only at their ends.
 */
export function trace(edges: readonly Edge[]): Ring[] {
  const out = new Map<string, { to: Point; angle: number; used: boolean }[]>()
  for (const [from, to] of edges) {
    const list = out.get(keyOf(from)) ?? []
    list.push({ to, angle: Math.atan2(to[1] - from[1], to[0] - from[0]), used: false })
    out.set(keyOf(from), list)
  }
  const rings: Ring[] = []
  for (const [from] of edges) {
    for (const start of out.get(keyOf(from)) ?? []) {
      if (start.used) continue
      const ring: Ring = []
      let [at, step] = [from, start]
      while (!step.used) {
        step.used = true
        ring.push(at)
        const back = Math.atan2(at[1] - step.to[1], at[0] - step.to[0])
        at = step.to
        const free = (out.get(keyOf(at)) ?? []).filter((e) => !e.used)
        const next = free.sort((a, b) => turn(back, a.angle) - turn(back, b.angle))[0]
        if (next === undefined) break
        step = next
      }
      if (ring.length > 2) rings.push(...simple(ring))
    }
  }
  return rings
}

/** How far one turns clockwise from one direction to another, 0 exclusive to 2π. */
function turn(from: number, to: number): number {
  const by = from - to
  return by <= 1e-12 ? by + 2 * Math.PI : by
}

/** A ring that comes back to a corner is two rings that touch there. */
function simple(ring: Ring): Ring[] {
  const seen = new Map<string, number>()
  for (let i = 0; i < ring.length; i++) {
    const key = keyOf(ring[i] as Point)
    const first = seen.get(key)
    if (first !== undefined) return [...simple(ring.slice(first, i)), ...simple([...ring.slice(0, first), ...ring.slice(i)])].filter((r) => r.length > 2)
    seen.set(key, i)
  }
  return [ring]
}

/** Counter-clockwise rings are ground, clockwise ones holes in the smallest ground around them. */
export function assemble(rings: readonly Ring[]): Shape {
  const grounds: Polygon[] = rings.filter((r) => doubled(r) > 0).map((r) => [r])
  const bySize = [...grounds].sort((a, b) => doubled(a[0] as Ring) - doubled(b[0] as Ring))
  for (const hole of rings.filter((r) => doubled(r) < 0)) {
    const around = bySize.find(([outer]) => holds(outer as Ring, hole))
    around?.push(hole)
  }
  return grounds
}

function holds(outer: Ring, ring: Ring): boolean {
  for (const corner of ring) {
    const place = within(corner, outer)
    if (place !== 0) return place === 1
  }
  return false
}
