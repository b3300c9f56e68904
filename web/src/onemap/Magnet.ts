import Feature from 'ol/Feature'
import type OlMap from 'ol/Map'
import LineString from 'ol/geom/LineString'
import MultiPoint from 'ol/geom/MultiPoint'
import Snap from 'ol/interaction/Snap'
import VectorSource from 'ol/source/Vector'
import type { Snapped } from '../conformity/editing/store'
import type { CornerRef, Ring } from '../conformity/editing/shapes'
import { shapeOf } from '../conformity/editing/shapes'
import type { Plot } from '../conformity/types'
import { call } from '../shell/http'
import type { ShownLayer } from './CityMap'
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

  /** The site's own corners and edges, without those that are being moved. */
  site(plots: readonly Plot[], without: CornerRef | null): void {
    this.own.clear(true)
    const features: Feature[] = []
    plots.forEach((plot, p) => shapeOf(plot.geometry).forEach((polygon, g) => polygon.forEach((ring, r) => {
      const moving = without !== null && without.plot === p && without.polygon === g && without.ring === r ? without.corner : -1
      features.push(...pieces(ring, moving))
    })))
    this.own.addFeatures(features)
  }

  nothing(): void {
    this.own.clear(true)
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

function pieces(ring: Ring, moving: number): Feature[] {
  const n = ring.length
  if (moving === -1) return [new Feature(new LineString([...ring, ring[0] as number[]]))]
  const rest = Array.from({ length: n - 1 }, (_, i) => ring[(moving + 1 + i) % n] as number[])
  return rest.length < 2 ? [new Feature(new MultiPoint(rest))] : [new Feature(new LineString(rest))]
}
