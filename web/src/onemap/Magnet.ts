import Feature from 'ol/Feature'
import type OlMap from 'ol/Map'
import LineString from 'ol/geom/LineString'
import Snap from 'ol/interaction/Snap'
import VectorSource from 'ol/source/Vector'
import type { Snapped } from '../conformity/editing/store'
import { type Point, type Ring, same, type Shape, shapeOf } from '../conformity/editing/shapes'
import type { Plot } from '../conformity/types'
import { call } from '../shell/http'
import type { ShownLayer } from './CityMap'
import type { Grip } from './CornerPen'
import { resolutionAt } from './projection'

/** From here on the boundaries in view are few enough to be had exactly. */
export const SNAP_ZOOM = 15
const AROUND = 0.25
const WAIT_MS = 150

interface Edges {
  layers: { layer: string; hash: string; lines: number[][] }[]
  complete: boolean
}

export interface MagnetListener {
  snapped(to: Snapped): void
  idle(why: 'far' | 'many' | 'failed' | null): void
}

/**
 * What the pen snaps to: the exact boundaries of the visible layers, asked for once a view, and the site itself. Tiles are
 * simplified and cut at their edges, so they are no place to snap to.
 */
export class Magnet {
  private readonly source = new VectorSource()
  private readonly own = new VectorSource()
  private readonly snaps: Snap[]
  private loaded: { box: number[]; key: string } | null = null
  private layers: readonly ShownLayer[] = []
  private timer: ReturnType<typeof setTimeout> | null = null
  private asking: AbortController | null = null
  private on = true
  private needed = false

  constructor(private readonly map: OlMap, private readonly listener: MagnetListener) {
    this.snaps = [this.own, this.source].map((source) => new Snap({ source, pixelTolerance: 10 }))
    this.snaps.forEach((snap, i) => {
      snap.on('snap', (event) => listener.snapped(i === 0 ? { own: true } : { layer: String(event.feature.get('layer')) }))
      snap.on('unsnap', () => listener.snapped(null))
    })
    map.on('moveend', () => this.plan())
  }

  /** After all pens: what is added last sees an event first. The site itself comes before the layers. */
  attach(): void {
    for (const snap of [...this.snaps].reverse()) this.map.addInteraction(snap)
    this.apply()
  }

  /** Again after a pen that was taken later. */
  raise(): void {
    for (const snap of this.snaps) this.map.removeInteraction(snap)
    this.attach()
  }

  show(layers: readonly ShownLayer[]): void {
    this.layers = layers
    this.plan()
  }

  /** @param needed whether a pen is in the hand: looking alone asks for nothing */
  set(on: boolean, needed: boolean): void {
    this.on = on
    this.needed = needed
    this.apply()
    this.plan()
  }

  private apply(): void {
    for (const snap of this.snaps) snap.setActive(this.on && this.needed)
    if (!this.on || !this.needed) this.listener.snapped(null)
  }

  /** The site's own corners and edges, without what is being moved: a corner must not stick to where it was. */
  site(plots: readonly Plot[], moving: Grip | null): void {
    this.own.clear(true)
    if (moving?.kind === 'whole') return
    const shapes = plots.map((plot) => shapeOf(plot.geometry))
    const [a, b] = moving === null ? [undefined, undefined] : ends(shapes, moving)
    this.own.addFeatures(shapes.flat(2).flatMap((ring) => chains(ring, moving?.kind === 'edge', a, b).map((line) => new Feature(new LineString(line)))))
  }

  private plan(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    if (!this.on || !this.needed) return
    this.timer = setTimeout(() => void this.load(), WAIT_MS)
  }

  private async load(): Promise<void> {
    const view = this.map.getView()
    const resolution = view.getResolution() ?? 1
    if (resolution > resolutionAt(SNAP_ZOOM) * 1.01) {
      this.source.clear(true)
      this.loaded = null
      return this.listener.idle('far')
    }
    const seen = view.calculateExtent(this.map.getSize())
    const key = this.layers.map((l) => `${l.code}:${l.hash}`).join(',')
    if (key === '') {
      this.source.clear(true)
      this.loaded = null
      return this.listener.idle(null)
    }
    if (this.loaded !== null && this.loaded.key === key && holds(this.loaded.box, seen)) return
    const [w = 0, s = 0, e = 0, n = 0] = seen
    const box = [w - (e - w) * AROUND, s - (n - s) * AROUND, e + (e - w) * AROUND, n + (n - s) * AROUND].map((v) => Number(v.toFixed(6)))
    this.asking?.abort()
    const asking = new AbortController()
    this.asking = asking
    try {
      const edges = await call<Edges>(`/api/snap?box=${box.join(',')}&layers=${encodeURIComponent(key)}`, { signal: asking.signal })
      this.loaded = { box, key }
      this.source.clear(true)
      this.source.addFeatures(edges.layers.flatMap(({ layer, lines }) => lines.map((line) => new Feature({ geometry: new LineString(line, 'XY'), layer }))))
      this.listener.idle(edges.complete ? null : 'many')
    } catch (error) {
      if (!(error instanceof DOMException)) this.listener.idle('failed')
    }
  }
}

const holds = (box: number[], inner: number[]): boolean =>
  (box[0] ?? 0) <= (inner[0] ?? 0) && (box[1] ?? 0) <= (inner[1] ?? 0) && (box[2] ?? 0) >= (inner[2] ?? 0) && (box[3] ?? 0) >= (inner[3] ?? 0)

/** The corner that moves, or both ends of the edge that bends. */
function ends(shapes: readonly Shape[], { ref }: Exclude<Grip, { kind: 'whole' }>): (Point | undefined)[] {
  const ring = shapes[ref.plot]?.[ref.polygon]?.[ref.ring] ?? []
  return [ring[ref.corner], ring[(ref.corner + 1) % ring.length]]
}

/** A ring as lines without the edges that move, in this plot and in a neighbour that shares them. */
function chains(ring: Ring, edge: boolean, a: Point | undefined, b: Point | undefined): Point[][] {
  const moves = (p: Point, q: Point): boolean => {
    if (a === undefined || b === undefined) return false
    return edge ? (same(p, a) && same(q, b)) || (same(p, b) && same(q, a)) : same(p, a) || same(q, a)
  }
  const lines: Point[][] = []
  let line: Point[] = []
  ring.forEach((p, i) => {
    const q = ring[(i + 1) % ring.length] as Point
    if (moves(p, q)) line = []
    else if (line.length > 0) line.push(q)
    else lines.push((line = [p, q]))
  })
  return lines
}
