import Feature from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import type Geometry from 'ol/geom/Geometry'
import VectorLayer from 'ol/layer/Vector'
import type OlMap from 'ol/Map'
import { getRenderPixel } from 'ol/render'
import type RenderEvent from 'ol/render/Event'
import VectorSource from 'ol/source/Vector'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import type { Geometry as JsonGeometry } from '../conformity/types'
import { alpha, classColour, lookOf, token } from '../onemap/looks'

export interface PlanFeatures {
  more: boolean
  features: { geometry: JsonGeometry; properties: { key: string; unit: string; use: string; area: string } }[]
}

const format = new GeoJSON()

/** A plan's plots before and after in the colours of their uses, under a divider, with what is chosen of them. */
export class PlanLayer {
  private readonly sides = { before: new VectorSource<Feature<Geometry>>(), after: new VectorSource<Feature<Geometry>>() }
  private readonly spots = new VectorSource<Feature<Geometry>>()
  private readonly layers: VectorLayer<VectorSource<Feature<Geometry>>>[]
  /** Share of the width that shows what was before; null: nothing of it. */
  private divider: number | null = null

  constructor(private readonly map: OlMap, private readonly code: string, classified: boolean) {
    const look = lookOf(classified && !(code in { KGDK: 1, GHFQ: 1, CZKFBJ: 1 }) ? 'KGDK' : code)
    const styles = new Map<string, Style>()
    const style = (feature: { get: (key: string) => unknown }): Style => {
      const use = String(feature.get('use'))
      let made = styles.get(use)
      if (made === undefined) {
        made = new Style({ stroke: new Stroke({ color: code === 'KGDK' ? token('ink-3') : '#FFFFFFB3', width: code === 'KGDK' ? 0.8 : 0.6 }), fill: new Fill({ color: alpha(use === '' ? token('accent') : classColour(look, use), use === '' ? 0.2 : 0.75) }) })
        styles.set(use, made)
      }
      return made
    }
    this.layers = (['before', 'after'] as const).map((side) => {
      const layer = new VectorLayer({ source: this.sides[side], zIndex: 60, style, visible: side === 'after' })
      layer.on('prerender', (event) => this.clip(event, side))
      layer.on('postrender', (event) => (event.context as CanvasRenderingContext2D).restore())
      map.addLayer(layer)
      return layer
    })
    const red = token('conflict')
    map.addLayer(new VectorLayer({ source: this.spots, zIndex: 61, style: [new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 5 }) }), new Style({ stroke: new Stroke({ color: red, width: 2.5 }), fill: new Fill({ color: alpha(red, 0.24) }) })] }))
  }

  private clip(event: RenderEvent, side: 'before' | 'after'): void {
    const context = event.context as CanvasRenderingContext2D
    context.save()
    const [width = 0, height = 0] = this.map.getSize() ?? []
    const x = this.divider === null ? 0 : width * this.divider
    const [from, to] = side === 'before' ? [0, x] : [x, width]
    const corners = [[from, 0], [to, 0], [to, height], [from, height]].map((at) => getRenderPixel(event, at))
    context.beginPath()
    corners.forEach(([px = 0, py = 0], i) => (i === 0 ? context.moveTo(px, py) : context.lineTo(px, py)))
    context.closePath()
    context.clip()
  }

  show(side: 'before' | 'after', found: PlanFeatures): void {
    this.sides[side].clear()
    this.sides[side].addFeatures(found.features.map((f) => new Feature({ geometry: format.readGeometry(f.geometry) as Geometry, ...f.properties })))
  }

  divide(at: number | null): void {
    this.divider = at
    this.layers[0]?.setVisible(at !== null)
    this.map.render()
  }

  /** What a rule or an indicator speaks of. */
  mark(shapes: readonly JsonGeometry[], keys: readonly string[]): void {
    this.spots.clear()
    this.spots.addFeatures(shapes.filter((s) => 'coordinates' in s).map((s) => new Feature(format.readGeometry(s) as Geometry)))
    const wanted = new Set(keys)
    if (wanted.size > 0) for (const feature of this.sides.after.getFeatures()) if (wanted.has(String(feature.get('key')))) this.spots.addFeature(feature.clone())
  }

  /** The uses on the map, by code. */
  uses(): string[] {
    const found = new Set<string>()
    for (const side of Object.values(this.sides)) for (const feature of side.getFeatures()) found.add(String(feature.get('use')))
    return [...found].filter((use) => use !== '').sort()
  }

  colour(use: string): string {
    return classColour(lookOf(this.code in { KGDK: 1, GHFQ: 1, CZKFBJ: 1 } ? this.code : 'KGDK'), use)
  }
}
