import Feature, { type FeatureLike } from 'ol/Feature'
import type OlMap from 'ol/Map'
import GeoJSON from 'ol/format/GeoJSON'
import type Geometry from 'ol/geom/Geometry'
import MultiPoint from 'ol/geom/MultiPoint'
import MultiPolygon from 'ol/geom/MultiPolygon'
import Polygon from 'ol/geom/Polygon'
import { altKeyOnly, noModifierKeys, shiftKeyOnly, singleClick } from 'ol/events/condition'
import Draw from 'ol/interaction/Draw'
import Modify from 'ol/interaction/Modify'
import Translate from 'ol/interaction/Translate'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import type { GeoJSON as Shapes, Geometry as JsonGeometry, Plot } from '../conformity/types'
import { alpha, token } from './looks'
import { crossPattern, hatchPattern } from './patterns'

export interface SiteListener {
  sketched(geometry: JsonGeometry | null): void
  drawn(geometry: JsonGeometry): void
  changed(plots: Plot[]): void
  pointed(rule: string | null): void
}

const CAPTION_ROOM_PX = 180

const format = new GeoJSON()
const json = (geometry: Geometry): JsonGeometry => format.writeGeometryObject(geometry) as unknown as JsonGeometry

function corners(geometry: Geometry | undefined): Geometry | undefined {
  if (geometry instanceof Polygon) return new MultiPoint(geometry.getCoordinates().flatMap((ring) => ring.slice(0, -1)))
  if (geometry instanceof MultiPolygon) return new MultiPoint(geometry.getCoordinates().flat().flatMap((ring) => ring.slice(0, -1)))
  return undefined
}

/** The site on the map: its plots, the pen, and the pieces that conflict. */
export class SiteLayer {
  private readonly plots = new VectorSource()
  private readonly pieces = new VectorSource()
  private readonly draw: Draw
  private readonly modify: Modify
  private readonly translate: Translate
  private lit: string | null = null
  /** The extent of what the pen is drawing. */
  private sketch: number[] | null = null
  private caption: { area: string; name: string } | null = null
  private held: Plot[] = []

  constructor(private readonly map: OlMap, private readonly listener: SiteListener) {
    map.addLayer(new VectorLayer({ source: this.plots, style: this.plotStyle(), zIndex: 50, declutter: false, updateWhileInteracting: true, updateWhileAnimating: true }))
    map.addLayer(new VectorLayer({ source: this.pieces, style: (f) => this.pieceStyle(f), zIndex: 49, updateWhileInteracting: true }))
    this.draw = new Draw({ source: this.plots, type: 'Polygon', style: this.penStyle(), stopClick: true, condition: noModifierKeys })
    this.modify = new Modify({
      source: this.plots,
      style: this.handleStyle(),
      deleteCondition: (event) => altKeyOnly(event) && singleClick(event),
      condition: (event) => !shiftKeyOnly(event),
    })
    this.translate = new Translate({ condition: shiftKeyOnly, filter: (_f, layer) => layer?.getSource() === this.plots })
    this.listen()
    for (const interaction of [this.translate, this.modify, this.draw]) map.addInteraction(interaction)
    this.draw.setActive(false)
    map.on('pointermove', (event) => this.hover(event.pixel, event.dragging))
  }

  private listen(): void {
    this.draw.on('drawstart', (event) => {
      const geometry = event.feature.getGeometry()
      geometry?.on('change', () => {
        this.sketch = geometry.getExtent()
        this.listener.sketched(this.sketchOf(geometry))
      })
    })
    this.draw.on('drawabort', () => {
      this.sketch = null
      this.listener.sketched(null)
    })
    this.draw.on('drawend', (event) => {
      this.sketch = null
      const geometry = event.feature.getGeometry()
      if (geometry !== undefined) this.listener.drawn(json(geometry))
    })
    let watched: { feature: Feature; stop: () => void }[] = []
    const follow = (features: Feature[]): void => {
      watched = features.map((feature) => {
        const tell = (): void => this.listener.changed(this.current())
        feature.getGeometry()?.on('change', tell)
        return { feature, stop: () => feature.getGeometry()?.un('change', tell) }
      })
    }
    const rest = (): void => {
      for (const w of watched) w.stop()
      watched = []
      this.listener.changed(this.current())
    }
    this.modify.on('modifystart', (e) => follow(e.features.getArray() as Feature[]))
    this.modify.on('modifyend', rest)
    this.translate.on('translatestart', (e) => follow(e.features.getArray() as Feature[]))
    this.translate.on('translateend', rest)
  }

  /** The sketch as a polygon once it has three different corners; the pointer is one of them. */
  private sketchOf(geometry: Geometry): JsonGeometry | null {
    if (!(geometry instanceof Polygon)) return null
    const ring = (geometry.getCoordinates()[0] ?? []).filter((p, i, all) => i === 0 || p[0] !== all[i - 1]?.[0] || p[1] !== all[i - 1]?.[1])
    const open = ring.length > 1 && String(ring[0]) === String(ring[ring.length - 1]) ? ring.slice(0, -1) : ring
    if (new Set(open.map(String)).size < 3) return null
    return { type: 'Polygon', coordinates: [[...open, open[0]]] }
  }

  private current(): Plot[] {
    return this.plots.getFeatures().map((feature, i) => ({
      ...(this.held[Number(feature.getId())] ?? { number: String(i + 1), name: '', use: '' }),
      geometry: json(feature.getGeometry() as Geometry),
    }))
  }

  /** Puts the plots on the map unless they are what the hand is just changing. */
  set(plots: readonly Plot[]): void {
    const same = plots.length === this.plots.getFeatures().length && JSON.stringify(this.current().map((p) => p.geometry)) === JSON.stringify(plots.map((p) => p.geometry))
    this.held = [...plots]
    if (same) return
    this.plots.clear(true)
    this.plots.addFeatures(
      plots.map((plot, i) => {
        const feature = new Feature(format.readGeometry(plot.geometry) as Geometry)
        feature.setId(i)
        return feature
      }),
    )
  }

  paint(shapes: Shapes | null | undefined): void {
    this.pieces.clear(true)
    if (shapes === null || shapes === undefined) return
    this.pieces.addFeatures(format.readFeatures(shapes) as Feature[])
  }

  pieceFeatures(): Feature[] {
    return this.pieces.getFeatures()
  }

  drawing(on: boolean): void {
    if (!on) this.draw.abortDrawing()
    this.draw.setActive(on)
    this.modify.setActive(!on)
    this.translate.setActive(!on)
    this.map.getTargetElement()?.classList.toggle('pen', on)
  }

  finish(): void {
    this.draw.finishDrawing()
  }

  /** A corner at a typed place, or at the middle of the map: drawing with the keyboard. */
  corner(at: number[] | undefined = this.map.getView().getCenter()): void {
    if (at !== undefined) this.draw.appendCoordinates([at])
  }

  undo(): void {
    this.draw.removeLastPoint()
  }

  extent(): number[] | null {
    if (this.sketch !== null) return this.sketch
    const extent = this.plots.getExtent()
    return extent !== null && Number.isFinite(extent[0]) && !this.plots.isEmpty() ? extent : null
  }

  /** Where a rule's pieces are, or those of one patch; null for the feature is the ground that no patch holds. */
  ruleExtent(rule: string, feature?: number | null): number[] | null {
    const one = (f: Feature): boolean => feature === undefined || (f.get('feature') ?? null) === feature
    const features = this.pieces.getFeatures().filter((f) => f.get('rule') === rule && one(f))
    if (features.length === 0) return null
    return new VectorSource({ features }).getExtent() as number[]
  }

  /** The site's area and name, written inside it where there is room. */
  name(caption: { area: string; name: string } | null): void {
    this.caption = caption
    this.plots.changed()
  }

  private captionStyle(): Style | null {
    const extent = this.extent()
    const resolution = this.map.getView().getResolution()
    if (this.caption === null || extent === null || resolution === undefined) return null
    if (((extent[2] ?? 0) - (extent[0] ?? 0)) / resolution < CAPTION_ROOM_PX) return null
    const family = getComputedStyle(document.documentElement).getPropertyValue('--font')
    const halo = new Stroke({ color: '#FFFFFFE6', width: 4 })
    const fill = new Fill({ color: token('accent') })
    const text = [this.caption.area, `700 16px ${family}`, '\n', '', this.caption.name, `500 12px ${family}`]
    return new Style({ text: new Text({ text, fill, stroke: halo, overflow: true, offsetY: -26 }), zIndex: 9 })
  }

  light(rule: string | null): void {
    if (this.lit === rule) return
    this.lit = rule
    this.pieces.changed()
  }

  private hover(pixel: number[], dragging: boolean): void {
    if (dragging || this.draw.getActive()) return
    const rule = this.map.forEachFeatureAtPixel(pixel, (f) => f.get('rule') as string | undefined, {
      layerFilter: (layer) => layer.get('code') === undefined,
    })
    this.listener.pointed(rule ?? null)
  }

  private plotStyle(): (feature: FeatureLike) => Style[] {
    const accent = token('accent')
    const square = new RegularShape({ points: 4, radius: 6, angle: Math.PI / 4, fill: new Fill({ color: '#fff' }), stroke: new Stroke({ color: accent, width: 2 }) })
    const look = [
      new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 6 }), fill: new Fill({ color: alpha(accent, 0.1) }) }),
      new Style({ stroke: new Stroke({ color: accent, width: 3 }) }),
      new Style({ image: square, geometry: (f: FeatureLike) => corners(f.getGeometry() as Geometry | undefined) }),
    ]
    return (feature) => {
      const caption = feature === this.plots.getFeatures()[0] ? this.captionStyle() : null
      return caption === null ? look : [...look, caption]
    }
  }

  private penStyle(): Style[] {
    const accent = token('accent')
    const dot = new CircleStyle({ radius: 5, fill: new Fill({ color: accent }), stroke: new Stroke({ color: '#fff', width: 2 }) })
    return [
      new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 6 }), fill: new Fill({ color: alpha(accent, 0.1) }) }),
      new Style({ stroke: new Stroke({ color: accent, width: 3 }), image: dot }),
    ]
  }

  private handleStyle(): Style {
    return new Style({ image: new CircleStyle({ radius: 7, fill: new Fill({ color: token('accent') }), stroke: new Stroke({ color: '#fff', width: 2 }) }) })
  }

  private pieceStyle(feature: FeatureLike): Style {
    const verdict = String(feature.get('verdict'))
    const on = this.lit !== null && feature.get('rule') === this.lit
    const red = token('conflict')
    switch (verdict) {
      case 'FAIL': {
        const outside = feature.get('layer') === 'CZKFBJ'
        const fill = outside ? hatchPattern(red, on ? 0.3 : 0.12, { angle: -45, period: 16, width: 2, alpha: on ? 0.95 : 0.75 }) : crossPattern(red, on ? 0.4 : 0.2, on ? 0.95 : 0.75)
        return new Style({ fill: new Fill({ color: fill }), stroke: new Stroke({ color: red, width: on ? 2.4 : 1 }), zIndex: on ? 5 : 3 })
      }
      case 'CONDITIONAL': {
        const fill = hatchPattern(token('warn'), on ? 0.3 : 0.02, { angle: -45, period: 16, width: 1.2, alpha: on ? 0.9 : 0.42 })
        return new Style({ fill: new Fill({ color: fill }), stroke: on ? new Stroke({ color: token('warn'), width: 1.6 }) : undefined, zIndex: on ? 5 : 1 })
      }
      default: {
        const colour = verdict === 'INFO' ? token('ugb') : token('unknown')
        const fill = hatchPattern(colour, on ? 0.2 : 0.06, { angle: 45, period: 16, width: 1, alpha: 0.5 })
        return new Style({ fill: new Fill({ color: fill }), stroke: new Stroke({ color: colour, width: on ? 2 : 1, lineDash: [4, 4] }), zIndex: on ? 5 : 2 })
      }
    }
  }
}
