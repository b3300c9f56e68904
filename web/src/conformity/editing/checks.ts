import type { Plot } from '../types'
import { cornerName, distance, ON_EDGE, type Point, same, type Shape, shapeOf, side, within } from './shapes'
import { meet } from './split'

/** What is wrong with the drawing as it stands, found as one draws; the server's check is the one that counts. */
export interface Fault {
  kind: 'crossing' | 'twice' | 'few' | 'hole-outside' | 'overlap'
  /** The plots' numbers and the edges by their corners: J3–J4. */
  plot: string
  other?: string
  edge?: string
  with?: string
  at: Point
  /** What is to be painted. */
  edges: [Point, Point][]
}

interface Side {
  /** As drawn, through all plots. */
  order: number
  plot: number
  ring: string
  index: number
  count: number
  a: Point
  b: Point
  name: string
}

/** Beyond this the server alone checks: the hand must not wait. */
const MOST_SIDES = 6000
const MOST_FAULTS = 50

export function check(plots: readonly Plot[]): Fault[] {
  const shapes = plots.map((plot) => shapeOf(plot.geometry))
  const sides = shapes.flatMap((shape, p) => sidesOf(shape, p)).map((side, order): Side => ({ ...side, order }))
  if (sides.length > MOST_SIDES) return []
  const number = (p: number): string => plots[p]?.number ?? ''
  return [...rings(shapes, number), ...crossings(sides, number)].slice(0, MOST_FAULTS)
}

function sidesOf(shape: Shape, plot: number): Omit<Side, 'order'>[] {
  return shape.flatMap((polygon, p) => polygon.flatMap((ring, r) => ring.map((a, index) => {
    const next = (index + 1) % ring.length
    const name = `${cornerName(shape, { polygon: p, ring: r, corner: index })}–${cornerName(shape, { polygon: p, ring: r, corner: next })}`
    return { plot, ring: `${p}.${r}`, index, count: ring.length, a, b: ring[next] as Point, name }
  })))
}

function rings(shapes: readonly Shape[], number: (p: number) => string): Fault[] {
  const faults: Fault[] = []
  shapes.forEach((shape, plot) => shape.forEach((polygon, p) => polygon.forEach((ring, r) => {
    const at = ring[0]
    if (at === undefined) return
    if (new Set(ring.map(String)).size < 3) faults.push({ kind: 'few', plot: number(plot), at, edges: [] })
    ring.forEach((corner, i) => {
      const next = ring[(i + 1) % ring.length] as Point
      if (ring.length > 3 && same(corner, next)) faults.push({ kind: 'twice', plot: number(plot), edge: cornerName(shape, { polygon: p, ring: r, corner: i }), at: corner, edges: [] })
    })
    if (r > 0 && ring.some((corner) => within(corner, polygon[0] ?? []) === -1)) {
      faults.push({ kind: 'hole-outside', plot: number(plot), at, edges: ring.map((c, i) => [c, ring[(i + 1) % ring.length] as Point]) })
    }
  })))
  return faults
}

/** Pairs of sides whose bounds meet, by a sweep from west to east. */
function crossings(sides: readonly Side[], number: (p: number) => string): Fault[] {
  const faults: Fault[] = []
  const west = (s: Side): number => Math.min(s.a[0], s.b[0])
  const order = [...sides].sort((s, t) => west(s) - west(t))
  order.forEach((s, i) => {
    const east = Math.max(s.a[0], s.b[0])
    for (let j = i + 1; j < order.length && faults.length < MOST_FAULTS; j++) {
      const t = order[j] as Side
      if (west(t) > east) break
      if (Math.max(s.a[1], s.b[1]) < Math.min(t.a[1], t.b[1]) || Math.max(t.a[1], t.b[1]) < Math.min(s.a[1], s.b[1])) continue
      const at = fault(s, t)
      if (at === null) continue
      const [one, two] = s.order < t.order ? [s, t] : [t, s]
      faults.push({ kind: one.plot === two.plot ? 'crossing' : 'overlap', plot: number(one.plot), other: number(two.plot), edge: one.name, with: two.name, at, edges: [[one.a, one.b], [two.a, two.b]] })
    }
  })
  return faults
}

/** Where two sides are in each other's way; sides that follow each other may share their corner, plots may touch. */
function fault(s: Side, t: Side): Point | null {
  if (s.a === s.b || same(s.a, s.b) || same(t.a, t.b)) return null
  const ofOneRing = s.plot === t.plot && s.ring === t.ring
  const near = ofOneRing && ((s.index + 1) % s.count === t.index || (t.index + 1) % t.count === s.index)
  if (near) return folded(s, t)
  const touches = [s.a, s.b].some((p) => distance(p, t.a, t.b) <= ON_EDGE) || [t.a, t.b].some((p) => distance(p, s.a, s.b) <= ON_EDGE)
  if (touches) return ofOneRing ? meet(s.a, s.b, t.a, t.b) : null
  const crosses = side(s.a, s.b, t.a) > 0 !== side(s.a, s.b, t.b) > 0 && side(t.a, t.b, s.a) > 0 !== side(t.a, t.b, s.b) > 0
  return crosses ? meet(s.a, s.b, t.a, t.b) : null
}

/** Two sides in a row that run back over each other. */
function folded(s: Side, t: Side): Point | null {
  if (s.count < 4) return null
  const [first, second] = (s.index + 1) % s.count === t.index ? [s, t] : [t, s]
  if (distance(second.b, first.a, first.b) <= ON_EDGE) return second.b
  return distance(first.a, second.a, second.b) <= ON_EDGE ? first.a : null
}
