import Feature from 'ol/Feature'
import type OlMap from 'ol/Map'
import GeoJSON from 'ol/format/GeoJSON'
import Point from 'ol/geom/Point'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import type { Geometry } from '../conformity/types'
import { alpha, token } from '../onemap/looks'

/** The outline of what was found, or a mark where it has none. */
export class FoundLayer {
  private readonly source = new VectorSource()

  constructor(map: OlMap) {
    const accent = token('accent')
    const mark = (colour: string, width: number, radius: number): RegularShape =>
      new RegularShape({ points: 4, radius, radius2: 0, angle: 0, stroke: new Stroke({ color: colour, width }) })
    const style = [
      new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 6 }), image: mark('#FFFFFF', 5, 13) }),
      new Style({ stroke: new Stroke({ color: accent, width: 2.5, lineDash: [10, 5] }), fill: new Fill({ color: alpha(accent, 0.08) }), image: mark(accent, 2.5, 12) }),
    ]
    map.addLayer(new VectorLayer({ source: this.source, style, zIndex: 45 }))
  }

  set(outline: Geometry | null, at: [number, number] | null): void {
    this.source.clear()
    if (outline !== null) this.source.addFeature(new Feature(new GeoJSON().readGeometry(outline) ?? undefined))
    else if (at !== null) this.source.addFeature(new Feature(new Point(at)))
  }
}
