import { assemble, type Edge, trace } from './faces'
import { distance, inPolygon, keyOf, ON_EDGE, type Point, type Shape, side, turned } from './shapes'
import { chain } from './split'

/** Why two shapes were not merged. */
export type NoMerge = 'merge.apart' | 'merge.overlap'

const edgesOf = (shape: Shape): Edge[] =>
  shape.flatMap((polygon) => turned(polygon).flatMap((ring) => ring.map((p, i): Edge => [p, ring[(i + 1) % ring.length] as Point])))
const cornersOf = (shape: Shape): Point[] => shape.flat(2)

/** Edges with every corner of the other shape that lies on them, so that a common boundary is the same edges in both. */
function noded(edges: readonly Edge[], corners: readonly Point[]): Edge[] {
  return edges.flatMap(([a, b]) => {
    const [west, east] = [Math.min(a[0], b[0]) - ON_EDGE, Math.max(a[0], b[0]) + ON_EDGE]
    const near = corners.filter((p) => p[0] >= west && p[0] <= east && distance(p, a, b) <= ON_EDGE)
    const points = chain(a, b, near)
    return points.slice(1).map((p, i): Edge => [points[i] as Point, p])
  })
}

/**
 * Two shapes that have a boundary in common as one: edges that run in both directions fall away, all others stay to the
 * digit. Shapes that lie over each other, or touch at single points only, are not merged.
 */
export function merge(one: Shape, other: Shape): Shape | NoMerge {
  const [a, b] = [noded(edgesOf(one), cornersOf(other)), noded(edgesOf(other), cornersOf(one))]
  if (crosses(a, b) || covers(one, b) || covers(other, a)) return 'merge.overlap'
  const keys = new Set(b.map(([p, q]) => `${keyOf(q)}|${keyOf(p)}`))
  const common = new Set(a.map(([p, q]) => `${keyOf(p)}|${keyOf(q)}`).filter((k) => keys.has(k)))
  if (common.size === 0) return 'merge.apart'
  const left = [...a.filter(([p, q]) => !common.has(`${keyOf(p)}|${keyOf(q)}`)), ...b.filter(([p, q]) => !common.has(`${keyOf(q)}|${keyOf(p)}`))]
  return assemble(trace(left))
}

/** Whether the middle of an edge lies inside: then the shapes share ground. */
function covers(shape: Shape, edges: readonly Edge[]): boolean {
  return edges.some(([p, q]) => shape.some((polygon) => inPolygon([(p[0] + q[0]) / 2, (p[1] + q[1]) / 2], polygon) === 1))
}

function crosses(a: readonly Edge[], b: readonly Edge[]): boolean {
  return a.some(([p, q]) => b.some(([r, s]) => {
    const apart = [p, q].some((x) => distance(x, r, s) <= ON_EDGE) || [r, s].some((x) => distance(x, p, q) <= ON_EDGE)
    return !apart && side(p, q, r) > 0 !== side(p, q, s) > 0 && side(r, s, p) > 0 !== side(r, s, q) > 0
  }))
}
