import Feature from 'ol/Feature'
import type OlMap from 'ol/Map'
import { noModifierKeys } from 'ol/events/condition'
import type Geometry from 'ol/geom/Geometry'
import LineString from 'ol/geom/LineString'
import Polygon from 'ol/geom/Polygon'
import Draw from 'ol/interaction/Draw'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import { alpha, token } from './looks'
import type { Ring } from './measure'

const look = (): Style[] => {
  const ink = token('ink')
  return [
    new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 5 }), fill: new Fill({ color: alpha(token('warn-fill'), 0.12) }) }),
    new Style({
      stroke: new Stroke({ color: ink, width: 2, lineDash: [6, 4] }),
      image: new CircleStyle({ radius: 4, fill: new Fill({ color: '#fff' }), stroke: new Stroke({ color: ink, width: 2 }) }),
    }),
  ]
}

function pointsOf(geometry: Geometry): Ring {
  const all = geometry instanceof Polygon ? (geometry.getCoordinates()[0] ?? []).slice(0, -1) : geometry instanceof LineString ? geometry.getCoordinates() : []
  return all.filter((p, i) => i === 0 || p[0] !== all[i - 1]?.[0] || p[1] !== all[i - 1]?.[1]).map((p) => [p[0] ?? 0, p[1] ?? 0])
}

/** The tape on the map: a line or a ring that is measured while it is drawn. */
export class MeasureLayer {
  private readonly source = new VectorSource()
  private readonly edge = new VectorSource()
  private draw: Draw | null = null

  constructor(private readonly map: OlMap, private readonly measured: (points: Ring, closed: boolean, done: boolean) => void) {
    map.addLayer(new VectorLayer({ source: this.source, style: look(), zIndex: 60, updateWhileInteracting: true }))
    map.addLayer(new VectorLayer({ source: this.edge, style: new Style({ stroke: new Stroke({ color: token('accent'), width: 5 }) }), zIndex: 61 }))
  }

  /** Takes the tape in hand for a line or a ring, or puts it away; what was measured last goes with it. */
  take(kind: 'length' | 'area' | null): void {
    if (this.draw !== null) this.map.removeInteraction(this.draw)
    this.draw = null
    this.clear()
    if (kind === null) return
    const closed = kind === 'area'
    const draw = new Draw({ source: this.source, type: closed ? 'Polygon' : 'LineString', style: look(), stopClick: true, condition: noModifierKeys })
    draw.on('drawstart', (event) => {
      this.clear()
      const geometry = event.feature.getGeometry()
      geometry?.on('change', () => this.measured(pointsOf(geometry), closed, false))
    })
    draw.on('drawabort', () => this.measured([], closed, false))
    draw.on('drawend', (event) => {
      const geometry = event.feature.getGeometry()
      if (geometry !== undefined) this.measured(pointsOf(geometry), closed, true)
    })
    this.draw = draw
    this.map.addInteraction(draw)
  }

  finish(): void {
    this.draw?.finishDrawing()
  }

  undo(): void {
    this.draw?.removeLastPoint()
  }

  corner(at: number[] | undefined = this.map.getView().getCenter()): void {
    if (at !== undefined) this.draw?.appendCoordinates([at])
  }

  clear(): void {
    this.source.clear(true)
    this.edge.clear(true)
  }

  /** Points one edge out. */
  light(points: Ring, closed: boolean, edge: number | null): void {
    this.edge.clear(true)
    const from = edge === null ? undefined : points[edge]
    const to = edge === null ? undefined : points[closed ? (edge + 1) % points.length : edge + 1]
    if (from !== undefined && to !== undefined) this.edge.addFeature(new Feature(new LineString([from, to])))
  }
}
