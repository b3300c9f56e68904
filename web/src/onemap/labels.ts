import type OlMap from 'ol/Map'
import MultiPolygon from 'ol/geom/MultiPolygon'
import Polygon from 'ol/geom/Polygon'
import type Feature from 'ol/Feature'

export interface Anchor {
  rule: string
  /** A point inside the largest piece of the rule. */
  at: [number, number]
}

export interface Placed {
  rule: string
  /** Pixels: the anchor and the near side of the label's box. */
  x: number
  y: number
  boxX: number
  boxY: number
}

export const LABEL_WIDTH = 200
export const LABEL_HEIGHT = 44
const GAP = 8
const MARGIN = 12

/** One anchor a rule: inside its largest piece. */
export function anchors(features: readonly Feature[]): Anchor[] {
  const best = new Map<string, { size: number; at: [number, number] }>()
  for (const feature of features) {
    const rule = String(feature.get('rule'))
    const geometry = feature.getGeometry()
    const polygons = geometry instanceof MultiPolygon ? geometry.getPolygons() : geometry instanceof Polygon ? [geometry] : []
    for (const polygon of polygons) {
      const size = polygon.getArea()
      if (size <= (best.get(rule)?.size ?? 0)) continue
      best.set(rule, { size, at: polygon.getInteriorPoint().getCoordinates().slice(0, 2) as [number, number] })
    }
  }
  return [...best].map(([rule, { at }]) => ({ rule, at }))
}

/**
 * Labels stand in one column beside the site, on the side with more room, in the order of their anchors, without
 * overlap; anchors out of view have none. Where the column is full the rest has none: the panel lists every finding.
 */
export function place(map: OlMap, list: readonly Anchor[], site: number[] | null, top: number): Placed[] {
  const [width = 0, height = 0] = map.getSize() ?? []
  const seen = list
    .map((a) => ({ rule: a.rule, pixel: map.getPixelFromCoordinate(a.at) as [number, number] | null }))
    .filter((a): a is { rule: string; pixel: [number, number] } => a.pixel !== null && a.pixel[0] > 0 && a.pixel[0] < width && a.pixel[1] > 0 && a.pixel[1] < height)
    .sort((a, b) => a.pixel[1] - b.pixel[1])
  if (seen.length === 0 || width < 560) return []
  const right = site === null ? width / 2 : (map.getPixelFromCoordinate([site[2] ?? 0, site[1] ?? 0])?.[0] ?? width / 2)
  const left = site === null ? width / 2 : (map.getPixelFromCoordinate([site[0] ?? 0, site[1] ?? 0])?.[0] ?? width / 2)
  const onRight = width - right >= LABEL_WIDTH + 60 || width - right >= left
  const boxX = onRight
    ? Math.min(right + 36, width - LABEL_WIDTH - 60)
    : Math.max(MARGIN, left - 36 - LABEL_WIDTH)
  const step = LABEL_HEIGHT + GAP
  const room = Math.max(1, Math.floor((height - 40 - top + GAP) / step))
  // those of the first rules, as the panel lists them
  const chosen = seen.length <= room ? seen : seen.filter((a) => list.findIndex((l) => l.rule === a.rule) < room)
  let free = top
  const spots = chosen.map(({ pixel }) => {
    const y = Math.max(free, pixel[1] - LABEL_HEIGHT / 2)
    free = y + step
    return y
  })
  const over = free - GAP - (height - 40)
  if (over > 0) for (let i = spots.length - 1, limit = height - 40 - LABEL_HEIGHT; i >= 0; i--, limit -= step) spots[i] = Math.min(spots[i] ?? 0, limit)
  return chosen.map(({ rule, pixel }, i) => ({ rule, x: pixel[0], y: pixel[1], boxX, boxY: spots[i] ?? 0 }))
}
