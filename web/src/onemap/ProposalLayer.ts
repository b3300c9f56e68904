import Feature from 'ol/Feature'
import type OlMap from 'ol/Map'
import GeoJSON from 'ol/format/GeoJSON'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import type { Geometry } from '../conformity/types'
import { token } from './looks'

/** The boundary of a proposal: black and dashed on white, over the site and its conflicts. */
export class ProposalLayer {
  private readonly source = new VectorSource()

  constructor(map: OlMap) {
    const style = [
      new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 5 }) }),
      new Style({ stroke: new Stroke({ color: token('ink'), width: 2, lineDash: [8, 5] }) }),
    ]
    map.addLayer(new VectorLayer({ source: this.source, style, zIndex: 44 }))
  }

  set(outlines: Geometry[]): void {
    this.source.clear()
    this.source.addFeatures(outlines.map((outline) => new Feature(new GeoJSON().readGeometry(outline) ?? undefined)))
  }
}
