import Feature from 'ol/Feature'
import type OlMap from 'ol/Map'
import GeoJSON from 'ol/format/GeoJSON'
import type Geometry from 'ol/geom/Geometry'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import { alpha, token } from '../onemap/looks'
import { hatchPattern } from '../onemap/patterns'
import type { ChangedFeature } from './changes'

const format = new GeoJSON()
const kindOf = (type: string): string => (type.endsWith('Point') ? 'point' : type.endsWith('LineString') ? 'line' : 'ground')
const HATCH = { angle: 45, period: 8, width: 1, alpha: 0.35 } as const

/**
 * What is not as it was, alike on both maps: what was is a brown dashed outline, what is a blue one; of a feature that came or went the
 * ground is hatched, and one with other values has a thin dotted outline. A line that came or went is thicker; a point that was is a
 * brown ring, one that is a blue disc, one with other values a dotted ring. A thousand of them are drawn by few styles.
 */
export class ChangeLayer {
  private readonly source = new VectorSource()
  private readonly layer: VectorLayer
  private chosen: string | null = null

  constructor(map: OlMap, pick: (key: string) => void) {
    const [now, then, ink] = [token('accent'), token('warn'), token('ink')]
    const white = (width: number): Style => new Style({ stroke: new Stroke({ color: '#FFFFFFD9', width }) })
    const cameOrWent = (change: string): boolean => change === 'ADDED' || change === 'REMOVED'
    const line = (side: string, change: string, wide: number): Stroke =>
      change === 'REVALUED' ? new Stroke({ color: ink, width: 1 + wide, lineDash: [2, 3] })
      : side === 'before' ? new Stroke({ color: then, width: 1.6 + wide, lineDash: [7, 4] })
      : new Stroke({ color: now, width: 1.8 + wide })
    const ground = (side: string, change: string): Fill =>
      change === 'ADDED' ? new Fill({ color: hatchPattern(now, 0.08, HATCH) })
      : change === 'REMOVED' ? new Fill({ color: hatchPattern(then, 0.08, { ...HATCH, angle: -45 }) })
      // a fill that nobody sees lets a click inside find the feature
      : new Fill({ color: alpha(side === 'before' ? then : now, 0.01) })
    const made = new Map<string, Style[]>()
    const disc = (side: string, change: string, chosen: boolean): Style[] => {
      const radius = (cameOrWent(change) ? 7 : 6) + (chosen ? 3 : 0)
      const fill = side === 'after' && change !== 'REVALUED' ? new Fill({ color: now }) : new Fill({ color: alpha(then, 0.01) })
      return [
        new Style({ image: new CircleStyle({ radius: radius + 2, stroke: new Stroke({ color: '#FFFFFFD9', width: 3 }) }) }),
        new Style({ image: new CircleStyle({ radius, fill, stroke: line(side, change, chosen ? 1 : 0) }) }),
      ]
    }
    const look = (side: string, change: string, chosen: boolean, kind: string): Style[] => {
      const key = `${side} ${change} ${chosen} ${kind}`
      let styles = made.get(key)
      if (styles === undefined) {
        if (kind === 'point') styles = disc(side, change, chosen)
        else if (kind === 'line') styles = [white(chosen ? 10 : 6), new Style({ stroke: line(side, change, (cameOrWent(change) ? 1.6 : 0) + (chosen ? 2 : 0)) })]
        else styles = [white(chosen ? 8 : 4), new Style({ stroke: line(side, change, chosen ? 2 : 0), fill: ground(side, change) })]
        made.set(key, styles)
      }
      return styles
    }
    this.layer = new VectorLayer({
      source: this.source,
      zIndex: 45,
      style: (f) => look(String(f.get('side')), String(f.get('change')), f.get('key') === this.chosen, kindOf(f.getGeometry()?.getType() ?? '')),
    })
    map.addLayer(this.layer)
    map.on('singleclick', (event) => {
      const hit = map.forEachFeatureAtPixel(event.pixel, (f) => f, { layerFilter: (l) => l === this.layer, hitTolerance: 4 })
      if (hit !== undefined) pick(String(hit.get('key')))
    })
  }

  show(features: readonly ChangedFeature[]): void {
    this.source.clear(true)
    this.source.addFeatures(features.flatMap((each) => {
      const sides = each.change === 'REVALUED' ? (['after'] as const) : (['before', 'after'] as const)
      return sides.flatMap((side) => {
        const outline = each[side]?.outline
        if (outline === undefined) return []
        const feature = new Feature(format.readGeometry(outline) as Geometry)
        feature.setProperties({ key: each.key, change: each.change, side }, true)
        return [feature]
      })
    }))
  }

  choose(key: string | null): void {
    this.chosen = key
    this.layer.changed()
  }

  setVisible(visible: boolean): void {
    this.layer.setVisible(visible)
  }
}
