import Feature, { type FeatureLike } from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import PolygonShape from 'ol/geom/Polygon'
import Draw from 'ol/interaction/Draw'
import Modify from 'ol/interaction/Modify'
import Translate from 'ol/interaction/Translate'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import type { CityMap } from '../onemap/CityMap'
import { alpha, lookOf, token } from '../onemap/looks'
import { tileStyle } from '../onemap/tileStyles'
import type { Polygon } from './types'

const geoJson = new GeoJSON()

/** Large enough for a finger. */
const CORNER = 9
const REACH = 24

function siteLook(failing: boolean): Style[] {
  const colour = token(failing ? 'conflict' : 'accent')
  return [
    new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 7 }) }),
    new Style({ stroke: new Stroke({ color: colour, width: 4 }), fill: new Fill({ color: alpha(colour, 0.22) }) }),
  ]
}

/** Red is what stands against it alone; what has conditions or is not answered is outlined. */
function conflictLook(feature: FeatureLike): Style | undefined {
  const verdict = feature.get('verdict') as string
  if (verdict === 'FAIL') return new Style({ zIndex: 2, stroke: new Stroke({ color: token('conflict'), width: 2 }), fill: new Fill({ color: alpha(token('conflict'), 0.5) }) })
  if (verdict !== 'CONDITIONAL' && verdict !== 'NOT_ANSWERED') return undefined
  const colour = token(verdict === 'CONDITIONAL' ? 'warn-fill' : 'unknown')
  return new Style({ zIndex: 1, stroke: new Stroke({ color: colour, width: 1.5, lineDash: [6, 4] }), fill: new Fill({ color: alpha(colour, 0.12) }) })
}

/**
 * The ground of an application on the map: a shape that fingers drag as a whole or by its corners, the little of the map around
 * it, and what of it is in conflict.
 */
export class SitePen {
  private readonly site = new VectorSource<Feature<PolygonShape>>()
  private readonly conflicts = new VectorSource()
  private readonly ground = new Map<string, VectorSource>()
  private readonly layer: VectorLayer
  private readonly translate: Translate
  private readonly modify: Modify
  private draw: Draw | null = null

  constructor(private readonly city: CityMap, private readonly changed: (polygon: Polygon, done: boolean) => void) {
    this.layer = new VectorLayer({ source: this.site, style: siteLook(false), zIndex: 41 })
    city.map.addLayer(this.layer)
    city.map.addLayer(new VectorLayer({ source: this.conflicts, style: conflictLook, zIndex: 42 }))
    this.translate = new Translate({ layers: [this.layer], hitTolerance: REACH })
    this.modify = new Modify({ source: this.site, pixelTolerance: REACH, style: new Style({ image: new CircleStyle({ radius: CORNER, fill: new Fill({ color: '#fff' }), stroke: new Stroke({ color: token('accent'), width: 3 }) }) }) })
    this.translate.on('translating', () => this.tell(false))
    this.translate.on('translateend', () => this.tell(true))
    this.modify.on('modifyend', () => this.tell(true))
    city.map.addInteraction(this.translate)
    city.map.addInteraction(this.modify)
    this.modify.setActive(false)
  }

  private tell(done: boolean): void {
    const geometry = this.site.getFeatures()[0]?.getGeometry()
    if (geometry === undefined) return
    this.changed({ type: 'Polygon', coordinates: geometry.getCoordinates().map((ring) => ring.map(([x = 0, y = 0]) => [Math.round(x * 1e9) / 1e9, Math.round(y * 1e9) / 1e9])) }, done)
  }

  /** @param corners whether its corners can be dragged */
  show(polygon: Polygon | null, corners: boolean): void {
    this.modify.setActive(corners && polygon !== null)
    if (polygon === null) return this.site.clear()
    const there = this.site.getFeatures()[0]
    if (there === undefined) this.site.addFeature(new Feature(new PolygonShape(polygon.coordinates)))
    else there.setGeometry(new PolygonShape(polygon.coordinates))
  }

  /** The next taps are corners of a new shape. */
  begin(): void {
    this.end()
    this.site.clear()
    this.draw = new Draw({ type: 'Polygon', source: this.site, clickTolerance: 12, snapTolerance: REACH })
    this.draw.on('drawend', () => {
      // the feature is in the source after this event
      queueMicrotask(() => {
        this.end()
        this.tell(true)
      })
    })
    this.translate.setActive(false)
    this.modify.setActive(false)
    this.city.map.addInteraction(this.draw)
  }

  end(): void {
    if (this.draw !== null) this.city.map.removeInteraction(this.draw)
    this.draw = null
    this.translate.setActive(true)
  }

  judged(shapes: unknown, failing: boolean): void {
    this.conflicts.clear(true)
    if (shapes !== null) this.conflicts.addFeatures(geoJson.readFeatures(shapes))
    this.layer.setStyle(siteLook(failing))
  }

  /** What lies around, by layer. */
  around(layers: Record<string, unknown>): void {
    for (const [code, features] of Object.entries(layers)) {
      let source = this.ground.get(code)
      if (source === undefined) {
        source = new VectorSource()
        this.ground.set(code, source)
        this.city.ground.addLayer(new VectorLayer({ source, style: tileStyle(code), zIndex: lookOf(code).order }))
      }
      source.clear(true)
      source.addFeatures(geoJson.readFeatures(features))
    }
    this.city.ground.render()
  }
}
