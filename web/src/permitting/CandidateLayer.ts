import Collection from 'ol/Collection'
import Feature, { type FeatureLike } from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import type OlGeometry from 'ol/geom/Geometry'
import MultiPolygon from 'ol/geom/MultiPolygon'
import Point from 'ol/geom/Point'
import Polygon from 'ol/geom/Polygon'
import Draw from 'ol/interaction/Draw'
import Modify from 'ol/interaction/Modify'
import VectorLayer from 'ol/layer/Vector'
import type OlMap from 'ol/Map'
import VectorSource from 'ol/source/Vector'
import { Circle, Fill, Stroke, Style, Text } from 'ol/style'
import type { GeoJSON as Shapes, Geometry, Verdict } from '../conformity/types'
import { alpha, token } from '../onemap/looks'
import { type Candidate, letterOf } from './candidates'

const format = new GeoJSON()
const TONES: Record<string, string> = { FAIL: 'conflict', CONDITIONAL: 'warn', NOT_ANSWERED: 'unknown', PASS: 'clear', INFO: 'clear' }

export interface CandidateHand {
  picked(i: number): void
  drawn(shape: Geometry): void
  changed(i: number, site: Shapes): void
}

/** Candidate sites on a map, each with its letter, in the colour of what is said of it; the one that is looked at can be dragged by its corners. */
export class CandidateLayer {
  private readonly source = new VectorSource<Feature<OlGeometry>>()
  private readonly held = new Collection<Feature<OlGeometry>>()
  private readonly modify: Modify
  private draw: Draw | null = null
  private active = 0

  constructor(private readonly map: OlMap, private readonly hand: CandidateHand) {
    map.addLayer(new VectorLayer({ source: this.source, style: (f) => this.look(f), zIndex: 50 }))
    this.modify = new Modify({ features: this.held, pixelTolerance: 12 })
    this.modify.on('modifyend', () => hand.changed(this.active, this.siteOf(this.active)))
    this.modify.setActive(false)
    map.addInteraction(this.modify)
    map.on('singleclick', (event) => {
      if (this.draw !== null) return
      const i = map.forEachFeatureAtPixel(event.pixel, (f) => f.get('candidate') as number | undefined, { hitTolerance: 4 })
      if (i !== undefined) hand.picked(i)
    })
  }

  /** @param may whether the active one's corners may be dragged */
  show(list: readonly Candidate[], conclusions: readonly (Verdict | null)[], active: number, may: boolean): void {
    this.active = active
    this.source.clear(true)
    this.held.clear()
    list.forEach((candidate, i) => {
      for (const [n, part] of candidate.site.features.entries()) {
        const feature = new Feature<OlGeometry>(format.readGeometry(part.geometry) as OlGeometry)
        feature.setProperties({ candidate: i, part: n, properties: part.properties, name: n === 0 ? candidate.name : '', conclusion: conclusions[i] ?? null })
        this.source.addFeature(feature)
        if (i === active) this.held.push(feature)
      }
    })
    this.modify.setActive(may && this.draw === null)
  }

  extent(i: number | null = null): number[] | null {
    const features = this.source.getFeatures().filter((f) => i === null || f.get('candidate') === i)
    return features.length === 0 ? null : (new VectorSource({ features }).getExtent() as number[])
  }

  /** The next clicks are corners of a new one. */
  begin(): void {
    this.end()
    this.modify.setActive(false)
    const draw = new Draw({ type: 'Polygon' })
    draw.on('drawend', (event) => {
      const shape = event.feature.getGeometry()
      queueMicrotask(() => {
        this.end()
        if (shape !== undefined) this.hand.drawn(format.writeGeometryObject(shape, { decimals: 9 }) as Geometry)
      })
    })
    this.draw = draw
    this.map.addInteraction(draw)
  }

  end(): void {
    if (this.draw !== null) this.map.removeInteraction(this.draw)
    this.draw = null
  }

  private siteOf(i: number): Shapes {
    const parts = this.source.getFeatures().filter((f) => f.get('candidate') === i).sort((a, b) => Number(a.get('part')) - Number(b.get('part')))
    return { type: 'FeatureCollection', features: parts.map((f) => ({ type: 'Feature', properties: f.get('properties') as Record<string, unknown>, geometry: format.writeGeometryObject(f.getGeometry() as OlGeometry, { decimals: 9 }) as Geometry })) }
  }

  private look(feature: FeatureLike): Style[] {
    const i = Number(feature.get('candidate'))
    const on = i === this.active
    const conclusion = feature.get('conclusion') as string | null
    const colour = token(conclusion === null ? 'accent' : (TONES[conclusion] ?? 'accent'))
    const shape = feature.get('geometry') as OlGeometry
    const largest = shape instanceof MultiPolygon ? shape.getPolygons().sort((a, b) => b.getArea() - a.getArea())[0] : shape instanceof Polygon ? shape : undefined
    const styles = [
      new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: on ? 7 : 5 }), zIndex: on ? 5 : 1 }),
      new Style({ stroke: new Stroke({ color: colour, width: on ? 3.5 : 2, lineDash: conclusion === 'NOT_ANSWERED' ? [8, 5] : undefined }), fill: new Fill({ color: alpha(colour, on ? 0.22 : 0.12) }), zIndex: on ? 6 : 2 }),
    ]
    if (largest === undefined || feature.get('name') === '') return styles
    const at = new Point(largest.getInteriorPoint().getCoordinates().slice(0, 2))
    styles.push(
      new Style({ geometry: at, image: new Circle({ radius: on ? 13 : 11, fill: new Fill({ color: colour }), stroke: new Stroke({ color: '#fff', width: 2 }) }), text: new Text({ text: letterOf(i), font: '700 13px sans-serif', fill: new Fill({ color: '#fff' }), offsetY: 1 }), zIndex: 9 }),
      new Style({ geometry: at, text: new Text({ text: String(feature.get('name')), font: `${on ? 700 : 500} 12px sans-serif`, offsetY: 24, fill: new Fill({ color: token('ink') }), stroke: new Stroke({ color: '#fff', width: 4 }) }), zIndex: 9 }),
    )
    return styles
  }
}
