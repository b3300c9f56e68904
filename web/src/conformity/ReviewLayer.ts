import Feature, { type FeatureLike } from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import Point from 'ol/geom/Point'
import VectorLayer from 'ol/layer/Vector'
import type OlMap from 'ol/Map'
import VectorSource from 'ol/source/Vector'
import { Circle, Fill, Stroke, Style, Text } from 'ol/style'
import { anchors } from '../onemap/labels'
import { alpha, token } from '../onemap/looks'
import { crossPattern, hatchPattern } from '../onemap/patterns'
import type { GeoJSON as Shapes } from './types'

const format = new GeoJSON()

/** A stored review on the map: its plots, its conflicts and their numbers. Nothing of it can be moved. */
export class ReviewLayer {
  private readonly plots = new VectorSource()
  private readonly pieces = new VectorSource()
  private readonly numbers = new VectorSource()
  private lit: string | null = null

  constructor(private readonly map: OlMap, plots: Shapes, pieces: Shapes, numberOf: (rule: string) => number | null) {
    this.plots.addFeatures(format.readFeatures(plots) as Feature[])
    this.pieces.addFeatures((format.readFeatures(pieces) as Feature[]).filter((f) => numberOf(String(f.get('rule'))) !== null || f.get('verdict') === 'NOT_ANSWERED'))
    const taken: [number, number][] = []
    for (const anchor of anchors(this.pieces.getFeatures())) {
      const number = numberOf(anchor.rule)
      if (number === null) continue
      const same = taken.filter((t) => Math.hypot(t[0] - anchor.at[0], t[1] - anchor.at[1]) < 1e-7).length
      taken.push(anchor.at)
      this.numbers.addFeature(new Feature({ geometry: new Point(anchor.at), rule: anchor.rule, verdict: this.pieces.getFeatures().find((f) => f.get('rule') === anchor.rule)?.get('verdict'), number, same }))
    }
    const accent = token('accent')
    const site = [
      new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 6 }), fill: new Fill({ color: alpha(accent, 0.08) }) }),
      new Style({ stroke: new Stroke({ color: accent, width: 3 }) }),
    ]
    map.addLayer(new VectorLayer({ source: this.plots, style: site, zIndex: 50 }))
    map.addLayer(new VectorLayer({ source: this.pieces, style: (f) => this.pieceStyle(f), zIndex: 51 }))
    map.addLayer(new VectorLayer({ source: this.numbers, style: (f) => this.numberStyle(f), zIndex: 52 }))
  }

  extent(): number[] {
    return this.plots.getExtent() as number[]
  }

  /** Where a rule's pieces are; null when it has none. */
  extentOf(rule: string): number[] | null {
    const features = this.pieces.getFeatures().filter((f) => f.get('rule') === rule)
    return features.length === 0 ? null : (new VectorSource({ features }).getExtent() as number[])
  }

  light(rule: string | null): void {
    if (this.lit === rule) return
    this.lit = rule
    this.pieces.changed()
    this.numbers.changed()
  }

  /** The rule whose number or piece is under a pixel. */
  at(pixel: number[]): string | null {
    const found = this.map.forEachFeatureAtPixel(pixel, (f) => f.get('rule') as string | undefined, { layerFilter: (l) => l.get('code') === undefined, hitTolerance: 3 })
    return found ?? null
  }

  private numberStyle(feature: FeatureLike): Style {
    const on = this.lit === feature.get('rule')
    const verdict = String(feature.get('verdict'))
    const colour = token(verdict === 'FAIL' ? 'conflict' : verdict === 'CONDITIONAL' ? 'warn' : 'ugb')
    const shift = Number(feature.get('same')) * 22
    return new Style({
      image: new Circle({ radius: on ? 12 : 10, fill: new Fill({ color: colour }), stroke: new Stroke({ color: '#fff', width: 2 }), displacement: [shift, 0] }),
      text: new Text({ text: String(feature.get('number')), font: '700 12px sans-serif', fill: new Fill({ color: '#fff' }), offsetX: shift, offsetY: 1 }),
      zIndex: on ? 9 : 1,
    })
  }

  private pieceStyle(feature: FeatureLike): Style {
    const verdict = String(feature.get('verdict'))
    const on = this.lit !== null && feature.get('rule') === this.lit
    if (verdict === 'FAIL') {
      const red = token('conflict')
      const outside = feature.get('layer') === 'CZKFBJ'
      const fill = outside ? hatchPattern(red, on ? 0.3 : 0.12, { angle: -45, period: 16, width: 2, alpha: 0.8 }) : crossPattern(red, on ? 0.4 : 0.2, 0.8)
      return new Style({ fill: new Fill({ color: fill }), stroke: new Stroke({ color: red, width: on ? 2.4 : 1 }), zIndex: 3 })
    }
    const colour = token(verdict === 'CONDITIONAL' ? 'warn' : verdict === 'INFO' ? 'ugb' : 'unknown')
    const fill = hatchPattern(colour, on ? 0.3 : 0.02, { angle: -45, period: 16, width: 1.2, alpha: on ? 0.9 : 0.42 })
    return new Style({ fill: new Fill({ color: fill }), stroke: on ? new Stroke({ color: colour, width: 1.6 }) : undefined, zIndex: on ? 5 : 1 })
  }
}
