import { plane, way, zoneDefinition, zoneOf } from './projection'
import { roundLength } from './scales'

/** The sizes of a plate in millimetres, and what its frame shows; pure. */
export type Paper = 'A4' | 'A3'

export interface Sheet {
  width: number
  height: number
  /** The inner frame, which holds the map. */
  map: { x: number; y: number; width: number; height: number }
  /** The column of legend and sources. */
  side: { x: number; y: number; width: number; height: number }
}

const MARGIN = 10
const TITLE = 16
/** Between the inner and the outer frame, where the grid's numbers stand. */
export const BORDER = 6
const FOOT = 12
const SIDE: Record<Paper, number> = { A4: 66, A3: 84 }
const SIZE: Record<Paper, [number, number]> = { A4: [297, 210], A3: [420, 297] }

export function sheetOf(paper: Paper): Sheet {
  const [width, height] = SIZE[paper]
  const side = SIDE[paper]
  const map = { x: MARGIN + BORDER, y: MARGIN + TITLE, width: width - 2 * MARGIN - side - 2 * BORDER - 4, height: height - 2 * MARGIN - TITLE - BORDER - FOOT }
  return { width, height, map, side: { x: width - MARGIN - side, y: map.y - BORDER, width: side, height: map.height + 2 * BORDER } }
}

export const SCALES = [500, 1_000, 2_000, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000]

/** The usual scale that shows at least what the screen shows. */
export function usualScale(denominator: number): number {
  return SCALES.find((s) => s >= denominator * 0.8) ?? 500_000
}

/** A window of the Gauss-Krüger plane of the centre's zone: metres, north x and east y with the zone in front. */
export interface Window {
  zone: number
  west: number
  east: number
  south: number
  north: number
  /** Metres of ground for one millimetre of paper. */
  metres: number
}

export function windowOf(center: readonly [number, number], scale: number, sheet: Sheet): Window {
  const zone = zoneOf(center[0])
  const at = plane(center[0], center[1], zone)
  const metres = scale / 1000
  const [dx, dy] = [(sheet.map.width * metres) / 2, (sheet.map.height * metres) / 2]
  return { zone, west: at.y - dx, east: at.y + dx, south: at.x - dy, north: at.x + dy, metres }
}

/** Longitude and latitude to millimetres from the frame's upper left corner. */
export function toPaper(window: Window): (lon: number, lat: number) => [number, number] {
  const { forward } = way(zoneDefinition(window.zone))
  return (lon, lat) => {
    const [y = 0, x = 0] = forward([lon, lat]) as [number, number]
    return [(y - window.west) / window.metres, (window.north - x) / window.metres]
  }
}

/** The geographic box around a window: west, south, east, north. */
export function boundsOf(window: Window): [number, number, number, number] {
  const back = way(zoneDefinition(window.zone)).inverse
  const rim: [number, number][] = []
  for (let i = 0; i <= 8; i++) {
    const y = window.west + ((window.east - window.west) * i) / 8
    const x = window.south + ((window.north - window.south) * i) / 8
    rim.push([y, window.south], [y, window.north], [window.west, x], [window.east, x])
  }
  const places = rim.map((p) => back(p) as [number, number])
  const lons = places.map((p) => p[0])
  const lats = places.map((p) => p[1])
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

export interface GridLine {
  /** Millimetres from the frame's left or upper edge. */
  at: number
  /** Kilometres, as far as the spacing needs. */
  label: string
}

/** Metres between the grid's lines: at most eight over the shorter side. */
export function spacing(window: Window): number {
  const side = Math.min(window.east - window.west, window.north - window.south)
  return [100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000].find((s) => side / s <= 6) ?? 200_000
}

/** The kilometre grid of the zone: east lines (numbers with the zone) and north lines. */
export function grid(window: Window): { east: GridLine[]; north: GridLine[] } {
  const step = spacing(window)
  const places = step < 1000 ? 1 : 0
  const lines = (from: number, to: number, at: (v: number) => number): GridLine[] => {
    const out: GridLine[] = []
    for (let v = Math.ceil(from / step) * step; v <= to; v += step) out.push({ at: at(v), label: (v / 1000).toFixed(places).replace(/\B(?=(\d{3})+(?!\d))/g, ' ') })
    return out
  }
  return {
    east: lines(window.west, window.east, (v) => (v - window.west) / window.metres),
    north: lines(window.south, window.north, (v) => (window.north - v) / window.metres),
  }
}

/** A scale bar of four parts: its length on paper and its numbers. */
export function scaleBar(metres: number, room: number): { width: number; unit: 'm' | 'km'; numbers: string[] } {
  const length = roundLength(metres * room)
  const unit = length >= 2_000 ? 'km' : 'm'
  const per = unit === 'km' ? 1000 : 1
  return { width: length / metres, unit, numbers: [0, 1, 2, 3, 4].map((i) => String((length * i) / 4 / per)) }
}
