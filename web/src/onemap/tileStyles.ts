import type { FeatureLike } from 'ol/Feature'
import type Geometry from 'ol/geom/Geometry'
import MultiLineString from 'ol/geom/MultiLineString'
import MultiPolygon from 'ol/geom/MultiPolygon'
import Polygon from 'ol/geom/Polygon'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style, { type StyleFunction } from 'ol/style/Style'
import { alpha, classColour, type Look, lookOf, token } from './looks'
import { hatchPattern } from './patterns'
import { resolutionAt } from './projection'

/** White gaps between patches are drawn where a patch is larger than its gap. */
const GAPS_FROM = resolutionAt(13.5)
/** Farther out lines are drawn thinner, so that they do not hide what they bound. */
const LINES_FULL_FROM = resolutionAt(14)
const TICK_GAP_PX = 9
const TICK_PX = 4

function outline(look: Look, colour: string, scale = 1): Style[] {
  const width = look.width * scale
  const dash = look.dash?.map((d) => d * scale)
  const stroke = new Style({ stroke: new Stroke({ color: colour, width, lineDash: dash, lineCap: 'butt' }) })
  if (look.halo !== true) return [stroke]
  return [new Style({ stroke: new Stroke({ color: '#FFFFFFCC', width: width + 2.6 * scale }) }), stroke]
}

/** By class: one style for each code, made once. */
function classStyle(look: Look): StyleFunction {
  const near = new Map<string, Style[]>()
  const far = new Map<string, Style[]>()
  return (feature, resolution) => {
    const code = String(feature.get('c') ?? feature.get('XLX') ?? feature.get('PDJB') ?? '')
    const store = resolution <= GAPS_FROM ? near : far
    let styles = store.get(code)
    if (styles === undefined) {
      const colour = classColour(look, code)
      const fill = new Fill({ color: look.fill === 1 ? colour : alpha(colour, look.fill) })
      const line = look.classes === 'line' ? colour : look.colour
      // Far out a patch is stroked in its own colour, so that no hairline of the ground shows between two patches.
      const stroke = resolution <= GAPS_FROM || look.classes === 'line'
        ? new Stroke({ color: line === '#FFFFFF' ? '#FFFFFFC8' : line, width: look.width })
        : new Stroke({ color: alpha(colour, look.fill), width: 0.5 })
      styles = [new Style({ fill, stroke })]
      store.set(code, styles)
    }
    return styles
  }
}

function ringTicks(ring: number[][], outer: boolean, resolution: number, out: number[][][]): void {
  let doubled = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i] as [number, number], ring[i + 1] as [number, number]]
    doubled += a[0] * b[1] - b[0] * a[1]
  }
  const side = (doubled > 0) === outer ? 1 : -1
  const gap = TICK_GAP_PX * resolution
  let rest = gap / 2
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i] as [number, number], ring[i + 1] as [number, number]]
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const length = Math.hypot(dx, dy)
    // An edge along an axis is where the tile was cut, not where the line runs; it has no inner side to show.
    if (dx === 0 || dy === 0) continue
    const [nx, ny] = [(-dy / length) * side * TICK_PX * resolution, (dx / length) * side * TICK_PX * resolution]
    for (; rest < length; rest += gap) {
      const [x, y] = [a[0] + (dx * rest) / length, a[1] + (dy * rest) / length]
      out.push([[x, y], [x + nx, y + ny]])
    }
    rest -= length
  }
}

/** Short strokes on the inner side of a polygon's rings. */
function ticks(geometry: Geometry | undefined, resolution: number): Geometry {
  const lines: number[][][] = []
  const polygons = geometry instanceof MultiPolygon ? geometry.getCoordinates() : geometry instanceof Polygon ? [geometry.getCoordinates()] : []
  for (const polygon of polygons) polygon.forEach((ring, i) => ringTicks(ring, i === 0, resolution, lines))
  return new MultiLineString(lines)
}

/** What a point looks like; lines and areas take no notice of it. */
function pointStyle(look: Look, colour: string): Style {
  const fill = new Fill({ color: '#FFFFFF' })
  const stroke = new Stroke({ color: colour, width: look.width })
  const image = look.mark === 'triangle' ? new RegularShape({ points: 3, radius: 7, fill, stroke }) : new CircleStyle({ radius: 4, fill, stroke })
  return new Style({ image })
}
/** The dot in a triangle, as survey maps mark a control point. */
function centre(look: Look, colour: string): Style[] {
  return look.mark === 'triangle' ? [new Style({ image: new CircleStyle({ radius: 1.2, fill: new Fill({ color: colour }) }) })] : []
}

function plainStyle(look: Look): StyleFunction {
  const colour = token(look.colour)
  const ground = look.hatch === undefined ? alpha(colour, look.fill) : hatchPattern(colour, look.fill, look.hatch)
  // A fill that nobody sees lets a click inside an outline find its feature.
  const inside = new Style({ fill: new Fill({ color: look.fill > 0 || look.hatch !== undefined ? ground : '#FFFFFF01' }) })
  const marks = [pointStyle(look, colour), ...centre(look, colour)]
  const styles = [inside, ...outline(look, colour), ...marks]
  const far = [inside, ...outline(look, colour, 0.6), ...marks]
  if (look.ticks !== true) return (_feature, resolution) => (resolution > LINES_FULL_FROM ? far : styles)
  const stroke = new Stroke({ color: colour, width: 1.3 })
  return (feature: FeatureLike, resolution: number) => [
    ...(resolution > LINES_FULL_FROM ? far : styles),
    new Style({ geometry: () => ticks(feature.getGeometry() as Geometry | undefined, resolution) as never, stroke }),
  ]
}

export function tileStyle(layer: string): StyleFunction {
  const look = lookOf(layer)
  return look.classes === undefined ? plainStyle(look) : classStyle(look)
}

/** Ticks need whole geometries; everything else is read as light render features. */
export function needsGeometry(layer: string): boolean {
  return lookOf(layer).ticks === true
}
