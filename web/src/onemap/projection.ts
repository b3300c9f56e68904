import proj4 from 'proj4'
import { get as projection } from 'ol/proj'
import { register } from 'ol/proj/proj4'
import TileGrid from 'ol/tilegrid/TileGrid'

/** CGCS2000 in degrees; the map's own system. */
export const GEOGRAPHIC = 'EPSG:4490'
export const METRES_PER_DEGREE = 111319.49079327358
/** One screen pixel as printed scales take it (0.28 mm). */
export const PIXEL_METRES = 0.00028

proj4.defs(GEOGRAPHIC, '+proj=longlat +ellps=GRS80 +no_defs +units=degrees')
register(proj4)
projection(GEOGRAPHIC)?.setExtent([-180, -90, 180, 90])
projection(GEOGRAPHIC)?.setWorldExtent([-180, -90, 180, 90])

export const LAST_ZOOM = 18

export function resolutionAt(zoom: number): number {
  return 360 / 256 / 2 ** zoom
}

/** CGCS2000Quad: two tiles by one at zoom 1, y counted from the top. */
export const cgcs2000Quad = new TileGrid({
  extent: [-180, -90, 180, 90],
  origin: [-180, 90],
  tileSize: 256,
  minZoom: 1,
  resolutions: Array.from({ length: LAST_ZOOM + 1 }, (_, z) => resolutionAt(z)),
})

/**
 * The same tiles as the screen lays them out: each 512 px wide, so that a view needs a quarter of the requests. A tile's grid
 * of 4096 steps is then an eighth of a pixel.
 */
export const screenGrid = new TileGrid({
  extent: [-180, -90, 180, 90],
  origin: [-180, 90],
  tileSize: 512,
  minZoom: 1,
  resolutions: Array.from({ length: LAST_ZOOM + 1 }, (_, z) => resolutionAt(z + 1)),
})

/** The 3° zone of a longitude: zone 36 has its central meridian at 108° E. */
export function zoneOf(lon: number): number {
  return Math.round(lon / 3)
}

/** EPSG code of the prefixed 3° CGCS2000 zone (25–45). */
export function zoneCode(zone: number): string {
  return `EPSG:${4488 + zone}`
}

export interface Plane {
  zone: number
  /** Northing in metres. */
  x: number
  /** Easting in metres with the zone in front. */
  y: number
}

export function zoneDefinition(zone: number): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${zone * 3} +k=1 +x_0=${zone * 1_000_000 + 500_000} +y_0=0 +ellps=GRS80 +units=m +no_defs`
}

const ways = new Map<string, proj4.Converter>()

/** The way from geographic coordinates to a plane and back; made once, since reading a definition takes longer than using it. */
export function way(definition: string): proj4.Converter {
  const known = ways.get(definition)
  if (known !== undefined) return known
  const made = proj4(GEOGRAPHIC, definition)
  ways.set(definition, made)
  return made
}

/** For display only; figures that count are the server's. */
export function plane(lon: number, lat: number, zone = zoneOf(lon)): Plane {
  const [y, x] = way(zoneDefinition(zone)).forward([lon, lat]) as [number, number]
  return { zone, x, y }
}

export function geographic(x: number, y: number): [number, number] {
  const zone = Math.floor(y / 1_000_000)
  return way(zoneDefinition(zone)).inverse([y, x]) as [number, number]
}

const meridianDefinition = (meridian: number): string => `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`

/** X north and Y east without a zone's number, by the central meridian in degrees. */
export function planeIn(lon: number, lat: number, meridian: number): { x: number; y: number } {
  const [y, x] = way(meridianDefinition(meridian)).forward([lon, lat]) as [number, number]
  return { x, y }
}

export function geographicIn(x: number, y: number, meridian: number): [number, number] {
  return way(meridianDefinition(meridian)).inverse([y, x]) as [number, number]
}

/** Denominator of the scale at a latitude, rounded to two figures as a map states it. */
export function scaleDenominator(resolution: number, lat: number): number {
  const metres = resolution * METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  const raw = metres / PIXEL_METRES
  const step = 10 ** Math.max(0, Math.floor(Math.log10(raw)) - 1)
  return Math.round(raw / step) * step
}

/**
 * A typed place: "lon, lat" in degrees, or "X Y" of a 3° zone with the zone in Y; the two orders are told apart by size.
 * Null when it is neither.
 */
export function parsePlace(text: string): [number, number] | null {
  const numbers = text.trim().replace(/[,,;;\s°]+/g, ' ').trim().split(' ').map(Number)
  if (numbers.length !== 2 || numbers.some((n) => !Number.isFinite(n))) return null
  const [a, b] = numbers as [number, number]
  if (a >= 70 && a <= 140 && b >= 0 && b <= 60) return [a, b]
  if (b >= 70 && b <= 140 && a >= 0 && a <= 60) return [b, a]
  const [x, y] = a < b ? [a, b] : [b, a]
  if (y >= 25e6 && y < 46e6 && x > 0 && x < 7e6) return geographic(x, y)
  return null
}
