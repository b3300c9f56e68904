import { assemble, type Edge, trace } from './faces'
import { distance, inPolygon, keyOf, ON_EDGE, type Point, type Polygon, rounded, same, side, turned } from './shapes'

/** Why a polygon was not split. */
export type NoSplit = 'split.misses' | 'split.crosses-itself'

/** Where two segments meet: a common place, or null. Ends that lie on the other segment are kept to the digit. */
export function meet(a: Point, b: Point, c: Point, d: Point): Point | null {
  for (const p of [c, d]) if (distance(p, a, b) <= ON_EDGE) return p
  for (const p of [a, b]) if (distance(p, c, d) <= ON_EDGE) return p
  const [ca, cb] = [side(a, b, c), side(a, b, d)]
  const [cc, cd] = [side(c, d, a), side(c, d, b)]
  if (ca > 0 === cb > 0 || cc > 0 === cd > 0) return null
  const t = cc / (cc - cd)
  return rounded([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])])
}

/** An edge with the places on it, in order along it, as a chain of points. */
export function chain(a: Point, b: Point, places: readonly Point[]): Point[] {
  const far = (p: Point): number => (p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])
  const inner = places.filter((p) => !same(p, a) && !same(p, b)).sort((p, q) => far(p) - far(q))
  return [a, ...inner, b].filter((p, i, all) => i === 0 || !same(p, all[i - 1] as Point))
}

const pairs = (points: readonly Point[]): Edge[] => points.slice(1).map((p, i) => [points[i] as Point, p])

/**
 * Splits a polygon along a line: what the line cuts off completely becomes a polygon of its own. Parts of the line outside,
 * and ends that stop inside, count for nothing. Corners of the polygon stay as they are to the digit.
 */
export function split(polygon: Polygon, line: readonly Point[]): Polygon[] | NoSplit {
  const cutting = pairs(line.map(rounded)).filter(([a, b]) => !same(a, b))
  if (crossesItself(cutting)) return 'split.crosses-itself'
  const sides = turned(polygon).flatMap((ring) => pairs([...ring, ring[0] as Point]))
  const onSides = sides.map((): Point[] => [])
  const onLine = cutting.map((): Point[] => [])
  sides.forEach(([a, b], s) => cutting.forEach(([c, d], l) => {
    const places = [meet(a, b, c, d), ...[a, b].filter((p) => distance(p, c, d) <= ON_EDGE), ...[c, d].filter((p) => distance(p, a, b) <= ON_EDGE)]
    for (const p of places) {
      if (p === null) continue
      onSides[s]?.push(p)
      onLine[l]?.push(p)
    }
  }))
  const border = sides.flatMap(([a, b], s) => pairs(chain(a, b, onSides[s] ?? [])))
  const cuts = pruned(cutting.flatMap(([c, d], l) => pairs(chain(c, d, onLine[l] ?? []))).filter((e) => inside(e, polygon)), border)
  if (cuts.length === 0) return 'split.misses'
  const parts = assemble(trace([...border, ...cuts, ...cuts.map(([a, b]): Edge => [b, a])]))
  return parts.length > 1 ? parts : 'split.misses'
}

function inside([a, b]: Edge, polygon: Polygon): boolean {
  return inPolygon([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], polygon) === 1
}

/** Without the ends that lead nowhere. */
function pruned(cuts: Edge[], border: readonly Edge[]): Edge[] {
  const firm = new Set(border.map(([a]) => keyOf(a)))
  for (let left = cuts; ; ) {
    const degree = new Map<string, number>()
    for (const p of left.flat()) degree.set(keyOf(p), (degree.get(keyOf(p)) ?? 0) + 1)
    const loose = (p: Point): boolean => !firm.has(keyOf(p)) && degree.get(keyOf(p)) === 1
    const kept = left.filter(([a, b]) => !loose(a) && !loose(b))
    if (kept.length === left.length) return kept
    left = kept
  }
}

function crossesItself(line: readonly Edge[]): boolean {
  return line.some(([a, b], i) => line.slice(i + 2).some(([c, d]) => meet(a, b, c, d) !== null && !(i === 0 && same(a, d))))
}
