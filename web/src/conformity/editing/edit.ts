import type { Geometry, Plot } from '../types'
import { merge, type NoMerge } from './merge'
import { type CornerRef, geometryOf, inPolygon, nano, type Point, type Polygon, type Ring, rounded, same, type Shape, shapeOf, within } from './shapes'
import { type NoSplit, split } from './split'

/** Why an edit was not made; a sentence for each stands in the messages under edit. */
export type Refused = NoMerge | NoSplit | 'corner.last-three' | 'hole.not-inside' | 'hole.crosses' | 'merge.one'
export type Edited = { plots: Plot[] } | { refused: Refused }

/** A plot with another shape: what its file claimed no longer holds. */
function reshaped(plot: Plot, shape: Shape): Plot {
  return { ...plot, stated: null, geometry: geometryOf(shape) }
}

function mapRings(shape: Shape, change: (ring: Ring, polygon: number, index: number) => Ring): Shape {
  return shape.map((polygon, p) => polygon.map((ring, r) => change(ring, p, r)))
}

export function cornerAt(plots: readonly Plot[], ref: CornerRef): Point | undefined {
  const plot = plots[ref.plot]
  return plot === undefined ? undefined : shapeOf(plot.geometry)[ref.polygon]?.[ref.ring]?.[ref.corner]
}

/** Moves a corner and with it every corner of the other plots at the same place: a common boundary stays common. */
export function moveCorner(plots: readonly Plot[], ref: CornerRef, to: Point): Plot[] {
  const from = cornerAt(plots, ref)
  const target = rounded(to)
  if (from === undefined || same(from, target)) return [...plots]
  return plots.map((plot, i) => {
    const shape = shapeOf(plot.geometry)
    const there = (c: Point, p: number, r: number, at: number): boolean =>
      i === ref.plot ? p === ref.polygon && r === ref.ring && at === ref.corner : same(c, from)
    if (i !== ref.plot && !shape.flat(2).some((c) => same(c, from))) return plot
    return reshaped(plot, mapRings(shape, (ring, p, r) => ring.map((c, at) => (there(c, p, r, at) ? target : c))))
  })
}

/** A new corner after the given one; where a neighbour has the same edge it gets the corner too. */
export function insertCorner(plots: readonly Plot[], after: CornerRef, at: Point): Plot[] {
  const target = rounded(at)
  const ring = shapeOf(plots[after.plot]?.geometry ?? { type: '', coordinates: [] })[after.polygon]?.[after.ring] ?? []
  const [a, b] = [ring[after.corner], ring[(after.corner + 1) % ring.length]]
  if (a === undefined || b === undefined) return [...plots]
  return plots.map((plot, i) => {
    let changed = false
    const shape = mapRings(shapeOf(plot.geometry), (corners, p, r) => {
      const own = i === after.plot && p === after.polygon && r === after.ring
      return corners.flatMap((c, at2) => {
        const next = corners[(at2 + 1) % corners.length] as Point
        const here = own ? at2 === after.corner : i !== after.plot && ((same(c, a) && same(next, b)) || (same(c, b) && same(next, a)))
        changed ||= here
        return here ? [c, target] : [c]
      })
    })
    return changed ? reshaped(plot, shape) : plot
  })
}

/** Takes a corner away, also from a neighbour whose boundary runs through the same three corners. */
export function removeCorner(plots: readonly Plot[], ref: CornerRef): Edited {
  const ring = shapeOf(plots[ref.plot]?.geometry ?? { type: '', coordinates: [] })[ref.polygon]?.[ref.ring] ?? []
  if (ring.length <= 3) return { refused: 'corner.last-three' }
  const n = ring.length
  const [before, gone, after] = [ring[(ref.corner + n - 1) % n], ring[ref.corner], ring[(ref.corner + 1) % n]] as [Point, Point, Point]
  const goes = (corners: Ring, at: number): boolean => {
    const [b, a] = [corners[(at + corners.length - 1) % corners.length] as Point, corners[(at + 1) % corners.length] as Point]
    return corners.length > 3 && same(corners[at] as Point, gone) && ((same(b, after) && same(a, before)) || (same(b, before) && same(a, after)))
  }
  return {
    plots: plots.map((plot, i) => {
      const shape = shapeOf(plot.geometry)
      const next = mapRings(shape, (corners, p, r) => corners.filter((_, at) => !(i === ref.plot ? p === ref.polygon && r === ref.ring && at === ref.corner : goes(corners, at))))
      return next.flat(2).length === shape.flat(2).length ? plot : reshaped(plot, next)
    }),
  }
}

/** Moves every plot by so many degrees. */
export function moveAll(plots: readonly Plot[], dLon: number, dLat: number): Plot[] {
  return plots.map((plot) => reshaped(plot, mapRings(shapeOf(plot.geometry), (ring) => ring.map(([x, y]): Point => [nano(x + dLon), nano(y + dLat)]))))
}

const ringOf = (geometry: Geometry): Ring => shapeOf(geometry)[0]?.[0] ?? []

/** Cuts a ring out of the plot that holds it. */
export function addHole(plots: readonly Plot[], drawn: Geometry): Edited {
  const hole = ringOf(drawn)
  for (const [i, plot] of plots.entries()) {
    const shape = shapeOf(plot.geometry)
    const p = shape.findIndex((polygon) => hole.every((c) => inPolygon(c, polygon) !== -1) && hole.some((c) => inPolygon(c, polygon) === 1))
    const polygon = shape[p]
    if (polygon === undefined) continue
    if (polygon.some((ring, r) => r > 0 && ring.some((c) => within(c, hole) === 1))) return { refused: 'hole.crosses' }
    const next = shape.map((other, at): Polygon => (at === p ? [...other, hole] : other))
    return { plots: plots.map((other, at) => (at === i ? reshaped(plot, next) : other)) }
  }
  return { refused: 'hole.not-inside' }
}

/** Fills a hole; of an outer ring, takes the polygon away, and the plot when it was its last. */
export function removeRing(plots: readonly Plot[], ref: CornerRef): Plot[] {
  return plots.flatMap((plot, i) => {
    if (i !== ref.plot) return [plot]
    const shape = shapeOf(plot.geometry)
    const next = ref.ring === 0 ? shape.filter((_, p) => p !== ref.polygon) : shape.map((polygon, p) => (p === ref.polygon ? polygon.filter((_, r) => r !== ref.ring) : polygon))
    return next.length === 0 ? [] : [reshaped(plot, next)]
  })
}

/** The next number that no plot has. */
export function freeNumber(plots: readonly Plot[]): string {
  const taken = new Set(plots.map((p) => p.number))
  let n = plots.length + 1
  while (taken.has(String(n))) n++
  return String(n)
}

/** Splits every plot that the line crosses; the first part keeps number and name, each further one is a plot of its own. */
export function splitAll(plots: readonly Plot[], line: readonly Point[]): Edited {
  const done: Plot[] = []
  const added: Plot[] = []
  let reason: NoSplit = 'split.misses'
  let cut = false
  for (const plot of plots) {
    const parts: Polygon[] = []
    const whole: Polygon[] = []
    for (const polygon of shapeOf(plot.geometry)) {
      const result = split(polygon, line)
      if (typeof result === 'string') {
        if (result !== 'split.misses') reason = result
        whole.push(polygon)
      } else parts.push(...result)
    }
    const [first, ...more] = parts
    if (first === undefined) {
      done.push(plot)
      continue
    }
    cut = true
    done.push(reshaped(plot, [first, ...whole]))
    more.forEach((part, i) => {
      const number = freeNumber([...plots, ...added])
      added.push({ ...reshaped(plot, [part]), number, name: plot.name === '' ? '' : `${plot.name}-${i + 2}` })
    })
  }
  return cut ? { plots: [...done, ...added] } : { refused: reason }
}

/** Makes one plot of several; the first gives number, name and use. */
export function mergePlots(plots: readonly Plot[], which: readonly number[]): Edited {
  const chosen = [...new Set(which)].sort((a, b) => a - b).filter((i) => plots[i] !== undefined)
  const [first, ...rest] = chosen
  if (first === undefined || rest.length === 0) return { refused: 'merge.one' }
  let shape = shapeOf((plots[first] as Plot).geometry)
  let left = rest.map((i) => shapeOf((plots[i] as Plot).geometry))
  while (left.length > 0) {
    let reason: NoMerge = 'merge.apart'
    const next = left.findIndex((other) => {
      const merged = merge(shape, other)
      if (typeof merged === 'string') {
        if (merged === 'merge.overlap') reason = merged
        return false
      }
      shape = merged
      return true
    })
    if (next === -1) return { refused: reason }
    left = left.filter((_, i) => i !== next)
  }
  return { plots: plots.flatMap((plot, i) => (i === first ? [reshaped(plot, shape)] : rest.includes(i) ? [] : [plot])) }
}
