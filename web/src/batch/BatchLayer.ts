import Feature, { type FeatureLike } from 'ol/Feature'
import type OlMap from 'ol/Map'
import GeoJSON from 'ol/format/GeoJSON'
import type Geometry from 'ol/geom/Geometry'
import MultiPolygon from 'ol/geom/MultiPolygon'
import Point from 'ol/geom/Point'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import type ImageStyle from 'ol/style/Image'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import type { Verdict } from '../conformity/types'
import { alpha, token } from '../onemap/looks'
import { hatchPattern } from '../onemap/patterns'
import type { PlotsAnswer } from './types'

const format = new GeoJSON()

interface Face {
  colour: string
  /** The word is in the legend; on the map each conclusion has a shape besides its colour. */
  mark: ImageStyle
}

function faces(): Record<Verdict, Face> {
  const shape = (colour: string, points: number, angle = 0): ImageStyle => new RegularShape({ points, radius: 6, angle, fill: new Fill({ color: colour }), stroke: new Stroke({ color: '#fff', width: 1.5 }) })
  const [conflict, warn, clear, unknown] = [token('conflict'), token('warn-fill'), token('clear'), token('unknown')]
  return {
    FAIL: { colour: conflict, mark: shape(conflict, 8, Math.PI / 8) },
    CONDITIONAL: { colour: warn, mark: shape(warn, 3) },
    PASS: { colour: clear, mark: new CircleStyle({ radius: 5, fill: new Fill({ color: clear }), stroke: new Stroke({ color: '#fff', width: 1.5 }) }) },
    NOT_ANSWERED: { colour: unknown, mark: new RegularShape({ points: 4, radius: 7, angle: Math.PI / 4, fill: new Fill({ color: '#fff' }), stroke: new Stroke({ color: unknown, width: 2, lineDash: [3, 2] }) }) },
    INFO: { colour: unknown, mark: shape(unknown, 4, Math.PI / 4) },
  }
}

/** The plots of a batch on the map, each in the colour and shape of its conclusion. */
export class BatchLayer {
  private readonly source = new VectorSource()
  private readonly layer: VectorLayer
  private readonly faces = faces()
  private selected: number | null = null
  private conclusions = new Map<number, Verdict | null>()

  constructor(map: OlMap, chosen: (position: number) => void) {
    this.layer = new VectorLayer({ source: this.source, style: (f, resolution) => this.style(f, resolution), zIndex: 50, declutter: false })
    map.addLayer(this.layer)
    map.on('singleclick', (event) => {
      const hit = map.forEachFeatureAtPixel(event.pixel, (f) => f, { layerFilter: (l) => l === this.layer, hitTolerance: 4 })
      if (hit !== undefined) chosen(Number(hit.getId()))
    })
    map.on('pointermove', (event) => {
      if (event.dragging) return
      const target = map.getTargetElement()
      if (target) target.style.cursor = map.hasFeatureAtPixel(event.pixel, { layerFilter: (l) => l === this.layer, hitTolerance: 4 }) ? 'pointer' : ''
    })
  }

  add(answer: PlotsAnswer): void {
    this.source.addFeatures(format.readFeatures(answer) as Feature[])
  }

  /** Which plots are shown, and how each came out. */
  show(conclusions: Map<number, Verdict | null>): void {
    this.conclusions = conclusions
    this.layer.changed()
  }

  select(position: number | null): void {
    this.selected = position
    this.layer.changed()
  }

  extent(position?: number): number[] | null {
    if (position === undefined) return this.source.isEmpty() ? null : (this.source.getExtent() as number[])
    return this.source.getFeatureById(position)?.getGeometry()?.getExtent() ?? null
  }

  private style(feature: FeatureLike, resolution: number): Style[] | undefined {
    const position = Number(feature.getId())
    const conclusion = this.conclusions.get(position)
    if (conclusion === undefined || conclusion === null) return undefined
    const face = this.faces[conclusion]
    const on = position === this.selected
    const extent = (feature.getGeometry() as Geometry).getExtent()
    const pixels = ((extent[2] ?? 0) - (extent[0] ?? 0)) / resolution
    const mark = new Style({ image: face.mark, geometry: inside, zIndex: on ? 9 : 2 })
    if (pixels < 7 && !on) return [mark]
    const fill = conclusion === 'NOT_ANSWERED' ? hatchPattern(face.colour, 0.1, { angle: -45, period: 8, width: 1, alpha: 0.6 }) : alpha(face.colour, 0.3)
    const outline = [
      new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: on ? 7 : 4 }), zIndex: on ? 8 : 1 }),
      new Style({ fill: new Fill({ color: fill }), stroke: new Stroke({ color: on ? token('accent') : face.colour, width: on ? 3 : 1.5 }), zIndex: on ? 8 : 1 }),
    ]
    return [...outline, mark]
  }
}

function inside(feature: FeatureLike): Point | undefined {
  const geometry = feature.getGeometry()
  if (!(geometry instanceof MultiPolygon)) return undefined
  const points = geometry.getInteriorPoints().getCoordinates()
  const first = points[0]
  return first === undefined ? undefined : new Point(first.slice(0, 2))
}
