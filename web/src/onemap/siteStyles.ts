import type { FeatureLike } from 'ol/Feature'
import type Geometry from 'ol/geom/Geometry'
import MultiPoint from 'ol/geom/MultiPoint'
import MultiPolygon from 'ol/geom/MultiPolygon'
import Polygon from 'ol/geom/Polygon'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import { alpha, token } from './looks'
import { crossPattern, hatchPattern } from './patterns'

export function corners(geometry: Geometry | undefined): Geometry | undefined {
  if (geometry instanceof Polygon) return new MultiPoint(geometry.getCoordinates().flatMap((ring) => ring.slice(0, -1)))
  if (geometry instanceof MultiPolygon) return new MultiPoint(geometry.getCoordinates().flat().flatMap((ring) => ring.slice(0, -1)))
  return undefined
}

/** Crossing edges in red with a ring where they meet; the chosen corner filled. */
export function markStyle(): (feature: FeatureLike) => Style[] {
  const red = token('conflict')
  const looks: Record<string, Style[]> = {
    edge: [new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 7 }) }), new Style({ stroke: new Stroke({ color: red, width: 3, lineDash: [6, 4] }) })],
    fault: [new Style({ image: new CircleStyle({ radius: 8, stroke: new Stroke({ color: red, width: 2.5 }), fill: new Fill({ color: alpha(red, 0.15) }) }) })],
    corner: [new Style({ image: new RegularShape({ points: 4, radius: 9, angle: Math.PI / 4, fill: new Fill({ color: token('accent') }), stroke: new Stroke({ color: '#fff', width: 2 }) }) })],
  }
  return (feature) => looks[String(feature.get('kind'))] ?? []
}

export function penStyle(type: 'Polygon' | 'LineString'): Style[] {
  const accent = token('accent')
  const dot = new CircleStyle({ radius: 5, fill: new Fill({ color: accent }), stroke: new Stroke({ color: '#fff', width: 2 }) })
  return [
    new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 6 }), fill: new Fill({ color: alpha(accent, 0.1) }) }),
    new Style({ stroke: new Stroke({ color: accent, width: 3, lineDash: type === 'LineString' ? [8, 6] : undefined }), image: dot }),
  ]
}

/** A conflict in its rule's colour: crossed red for FAIL, amber for CONDITIONAL, grey and dashed where nothing was answered. */
export function pieceStyle(feature: FeatureLike, lit: string | null): Style {
  const verdict = String(feature.get('verdict'))
  const on = lit !== null && feature.get('rule') === lit
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
