import Feature, { type FeatureLike } from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import MVT from 'ol/format/MVT'
import type Geometry from 'ol/geom/Geometry'
import CanvasImmediateRenderer from 'ol/render/canvas/Immediate'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style, { type StyleFunction } from 'ol/style/Style'
import type { GeoJSON as Shapes, Geometry as JsonGeometry } from '../conformity/types'
import { alpha, token } from './looks'
import { crossPattern, hatchPattern } from './patterns'
import { type Sheet, toPaper, type Window, boundsOf } from './plate'
import { cgcs2000Quad, GEOGRAPHIC } from './projection'
import { resolutionOfScale } from './scales'
import { tileStyle } from './tileStyles'

export interface PlateLayer {
  code: string
  hash: string
  opacity: number
}

export interface PlateSite {
  plots: JsonGeometry[]
  shapes: Shapes | null
  marked: JsonGeometry | null
}

/** Dots to an inch of paper. */
const DPI = 220
const MM = 25.4
/** A CSS pixel is 1/96 inch: what widths of lines are given in. */
const PX = MM / 96
const geoJson = new GeoJSON()

/**
 * Paints a plate's map in the Gauss-Krüger plane of its zone, where the scale is the same both ways (the desk's map is in
 * degrees, where it is not). Tiles are cut to their own square, so that nothing of two tiles lies over one another.
 *
 * @returns the class codes that are to be seen, by layer; a layer that has nothing in the frame is not among them
 */
export async function paintPlate(canvas: HTMLCanvasElement, window: Window, sheet: Sheet, layers: readonly PlateLayer[], site: PlateSite, register: string, signal: AbortSignal): Promise<Map<string, Set<string>>> {
  const [width, height] = [sheet.map.width / PX, sheet.map.height / PX]
  const ratio = (DPI / MM) * PX
  const whole = canvas.getContext('2d')
  if (whole === null) throw new Error('no canvas')
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  whole.fillStyle = '#fff'
  whole.fillRect(0, 0, canvas.width, canvas.height)
  const paper = toPaper(window)
  const pixel = (lon: number, lat: number): [number, number] => {
    const [x, y] = paper(lon, lat)
    return [x / PX, y / PX]
  }
  const bounds = boundsOf(window)
  const resolution = resolutionOfScale(window.metres * 1000, (bounds[1] + bounds[3]) / 2)
  const seen = new Map<string, Set<string>>()
  for (const layer of layers) {
    const sheetOfLayer = document.createElement('canvas')
    const codes = await paintLayer(sheetOfLayer, [width, height], ratio, pixel, bounds, resolution, layer, register, signal)
    if (codes !== null) seen.set(layer.code, codes)
    whole.globalAlpha = layer.opacity
    whole.drawImage(sheetOfLayer, 0, 0)
    whole.globalAlpha = 1
  }
  paintSite(whole, [width, height], ratio, pixel, site)
  return seen
}

function sized(canvas: HTMLCanvasElement, size: [number, number], ratio: number): CanvasRenderingContext2D {
  canvas.width = Math.round(size[0] * ratio)
  canvas.height = Math.round(size[1] * ratio)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  return context
}

function pen(context: CanvasRenderingContext2D, size: [number, number], ratio: number): CanvasImmediateRenderer {
  return new CanvasImmediateRenderer(context, ratio, [0, 0, size[0], size[1]], [ratio, 0, 0, ratio, 0, 0], 0)
}

type ToPixel = (lon: number, lat: number) => [number, number]

function moved(geometry: Geometry, pixel: ToPixel): Geometry {
  const copy = geometry.clone()
  copy.applyTransform((given: number[], output: number[] | undefined, stride = 2) => {
    const out = output ?? given
    for (let i = 0; i < given.length; i += stride) {
      const [x, y] = pixel(given[i] ?? 0, given[i + 1] ?? 0)
      out[i] = x
      out[i + 1] = y
    }
    return out
  })
  return copy
}

async function paintLayer(canvas: HTMLCanvasElement, size: [number, number], ratio: number, pixel: ToPixel, bounds: readonly number[], resolution: number, layer: PlateLayer, register: string, signal: AbortSignal): Promise<Set<string> | null> {
  const codes = new Set<string>()
  let painted = 0
  const zoom = cgcs2000Quad.getZForResolution(resolution)
  const range = cgcs2000Quad.getTileRangeForExtentAndZ([...bounds], zoom)
  const format = new MVT<Feature>({ featureClass: Feature, idProperty: 'id' })
  const style = tileStyle(layer.code)
  const context = sized(canvas, size, ratio)
  const places: [number, number, number][] = []
  for (let x = range.minX; x <= range.maxX; x++) for (let y = range.minY; y <= range.maxY; y++) places.push([zoom, x, y])
  const tiles = await Promise.all(places.map(async ([z, x, y]) => {
    const response = await fetch(`/api/tiles/CGCS2000Quad/${layer.code}/${layer.hash}/${register}/${z}/${x}/${y}.mvt`, { credentials: 'same-origin', signal })
    if (!response.ok) throw new Error(String(response.status))
    return response.status === 204 ? null : response.arrayBuffer()
  }))
  tiles.forEach((data, i) => {
    const extent = cgcs2000Quad.getTileCoordExtent(places[i] as [number, number, number])
    if (data === null) return
    context.save()
    cut(context, extent, pixel, ratio)
    const features = format.readFeatures(data, { extent, featureProjection: GEOGRAPHIC })
    // one for each tile: it remembers what it has set, and restoring the context takes that back
    const vector = pen(context, size, ratio)
    for (const feature of features) if (paint(vector, feature, style, resolution, pixel, codes, size)) painted += 1
    context.restore()
  })
  return painted === 0 ? null : codes
}

/** Confines what is painted to a tile's own square, a hair more so that no gap shows between two. */
function cut(context: CanvasRenderingContext2D, extent: readonly number[], pixel: ToPixel, ratio: number): void {
  const [west = 0, south = 0, east = 0, north = 0] = extent
  const grow = ((east - west) / 256) * 0.15
  const corners = [[west - grow, south - grow], [east + grow, south - grow], [east + grow, north + grow], [west - grow, north + grow]] as const
  context.beginPath()
  corners.forEach(([lon, lat], i) => {
    const [x, y] = pixel(lon, lat)
    if (i === 0) context.moveTo(x * ratio, y * ratio)
    else context.lineTo(x * ratio, y * ratio)
  })
  context.closePath()
  context.clip()
}

function paint(vector: CanvasImmediateRenderer, feature: FeatureLike, style: StyleFunction, resolution: number, pixel: ToPixel, codes: Set<string>, size: [number, number]): boolean {
  const styles = style(feature, resolution)
  if (styles === undefined || styles === null) return false
  const own = moved(feature.getGeometry() as Geometry, pixel)
  const [minX = 0, minY = 0, maxX = 0, maxY = 0] = own.getExtent()
  if (maxX < 0 || maxY < 0 || minX > size[0] || minY > size[1]) return false
  const code = String(feature.get('c') ?? feature.get('XLX') ?? feature.get('PDJB') ?? '')
  if (code !== '') codes.add(code)
  for (const one of Array.isArray(styles) ? styles : [styles]) {
    const given = one.getGeometryFunction()(feature) as Geometry | undefined
    if (given === undefined) continue
    vector.setStyle(new Style({ fill: one.getFill() ?? undefined, stroke: one.getStroke() ?? undefined }))
    vector.drawGeometry(given === feature.getGeometry() ? own : moved(given, pixel))
  }
  return true
}

function paintSite(context: CanvasRenderingContext2D, size: [number, number], ratio: number, pixel: ToPixel, site: PlateSite): void {
  const layer = document.createElement('canvas')
  const vector = pen(sized(layer, size, ratio), size, ratio)
  const draw = (geometry: JsonGeometry, styles: Style[]): void => {
    const shape = moved(geoJson.readGeometry(geometry) as Geometry, pixel)
    for (const style of styles) {
      vector.setStyle(style)
      vector.drawGeometry(shape)
    }
  }
  const accent = token('accent')
  const halo = new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 5 }) })
  const line = new Style({ stroke: new Stroke({ color: accent, width: 2.4 }) })
  if (site.marked !== null) draw(site.marked, [halo, new Style({ stroke: new Stroke({ color: accent, width: 2 }), fill: new Fill({ color: alpha(accent, 0.12) }) })])
  for (const feature of site.shapes?.features ?? []) {
    const verdict = String(feature.properties.verdict)
    const colour = token(verdict === 'FAIL' ? 'conflict' : verdict === 'CONDITIONAL' ? 'warn' : 'unknown')
    const fill = verdict === 'FAIL' ? crossPattern(colour, 0.2, 0.75) : hatchPattern(colour, 0.04, { angle: -45, period: 16, width: 1.2, alpha: 0.5 })
    draw(feature.geometry, [new Style({ fill: new Fill({ color: fill }), stroke: new Stroke({ color: colour, width: 1 }) })])
  }
  for (const plot of site.plots) draw(plot, [halo, line])
  context.drawImage(layer, 0, 0)
}

