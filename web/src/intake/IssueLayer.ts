import Feature from 'ol/Feature'
import type OlMap from 'ol/Map'
import GeoJSON from 'ol/format/GeoJSON'
import type Geometry from 'ol/geom/Geometry'
import Point from 'ol/geom/Point'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import { alpha, token } from '../onemap/looks'
import { hatchPattern } from '../onemap/patterns'
import type { Issue } from './types'

const format = new GeoJSON()

/** The issues of a check on the map: each a point in the shape of its severity, the chosen one with its outline. */
export class IssueLayer {
  private readonly points = new VectorSource()
  private readonly chosen = new VectorSource()

  constructor(map: OlMap, pick: (number: number) => void) {
    const [conflict, warn] = [token('conflict'), token('warn-fill')]
    const white = new Stroke({ color: '#fff', width: 1.5 })
    const refuse = new Style({ image: new RegularShape({ points: 8, radius: 6, angle: Math.PI / 8, fill: new Fill({ color: conflict }), stroke: white }) })
    const warning = new Style({ image: new RegularShape({ points: 3, radius: 6, fill: new Fill({ color: warn }), stroke: white }) })
    const marks = new VectorLayer({ source: this.points, zIndex: 50, style: (f) => (f.get('severity') === 'REFUSE' ? refuse : warning) })
    const outline = new VectorLayer({
      source: this.chosen,
      zIndex: 55,
      style: [
        new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 6 }) }),
        new Style({
          stroke: new Stroke({ color: conflict, width: 2.5 }),
          fill: new Fill({ color: hatchPattern(conflict, 0.25, { angle: 45, period: 8, width: 1.3, alpha: 0.9 }) }),
          image: new CircleStyle({ radius: 11, stroke: new Stroke({ color: conflict, width: 2.5 }), fill: new Fill({ color: alpha(conflict, 0.12) }) }),
        }),
      ],
    })
    map.addLayer(marks)
    map.addLayer(outline)
    map.on('singleclick', (event) => {
      const hit = map.forEachFeatureAtPixel(event.pixel, (f) => f, { layerFilter: (l) => l === marks, hitTolerance: 5 })
      if (hit !== undefined) pick(Number(hit.getId()))
    })
  }

  show(issues: readonly Issue[]): void {
    this.points.clear(true)
    this.points.addFeatures(issues.filter((issue) => issue.lon !== null && issue.lat !== null).map((issue) => {
      const point = new Feature(new Point([issue.lon ?? 0, issue.lat ?? 0]))
      point.setId(issue.number)
      point.set('severity', issue.severity)
      return point
    }))
  }

  /** Draws one issue, and says where it is. */
  choose(issue: Issue | null): number[] | null {
    this.chosen.clear(true)
    if (issue === null) return null
    if (issue.outline === null && (issue.lon === null || issue.lat === null)) return null
    const geometry = issue.outline === null ? new Point([issue.lon ?? 0, issue.lat ?? 0]) : (format.readGeometry(issue.outline) as Geometry)
    this.chosen.addFeature(new Feature(geometry))
    return issue.bounds ?? geometry.getExtent()
  }
}
