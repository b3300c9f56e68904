import type { Polygon } from './types'

/** A house on the ground: a rectangle by its middle, its sides in metres and how it is turned. */
export interface House {
  lon: number
  lat: number
  width: number
  depth: number
  /** Degrees, clockwise from north. */
  turned: number
}

const METRES = 111_319.49
const SMALLEST = 2
const LARGEST = 60

function perLon(lat: number): number {
  return METRES * Math.cos((lat * Math.PI) / 180)
}

/** The rectangle as a closed ring; for what a hand draws the plane at its latitude is close enough. */
export function outline(house: House): Polygon {
  const turn = (-house.turned * Math.PI) / 180
  const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([sx = 0, sy = 0]) => {
    const [x, y] = [(sx * house.width) / 2, (sy * house.depth) / 2]
    const [east, north] = [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)]
    return [nano(house.lon + east / perLon(house.lat)), nano(house.lat + north / METRES)]
  })
  return { type: 'Polygon', coordinates: [[...corners, [...(corners[0] ?? [])]]] }
}

function nano(degrees: number): number {
  return Math.round(degrees * 1e9) / 1e9
}

export function moved(house: House, east: number, north: number): House {
  return { ...house, lon: house.lon + east / perLon(house.lat), lat: house.lat + north / METRES }
}

export function sized(house: House, width: number, depth: number): House {
  const within = (metres: number) => Math.min(LARGEST, Math.max(SMALLEST, Math.round(metres * 10) / 10))
  return { ...house, width: within(width), depth: within(depth) }
}

export function turnedBy(house: House, degrees: number): House {
  return { ...house, turned: (((house.turned + degrees) % 360) + 360) % 360 }
}

/** The house that a ring is, when it is a rectangle; null for any other shape. */
export function houseOf(polygon: Polygon): House | null {
  const ring = polygon.coordinates[0] ?? []
  if (ring.length !== 5 || polygon.coordinates.length !== 1) return null
  const corner = (i: number): [number, number] => [ring[i]?.[0] ?? 0, ring[i]?.[1] ?? 0]
  const lon = (corner(0)[0] + corner(2)[0]) / 2
  const lat = (corner(0)[1] + corner(2)[1]) / 2
  const side = (a: number, b: number) => [(corner(b)[0] - corner(a)[0]) * perLon(lat), (corner(b)[1] - corner(a)[1]) * METRES] as const
  const [wx, wy] = side(0, 1)
  const [dx, dy] = side(1, 2)
  const [width, depth] = [Math.hypot(wx, wy), Math.hypot(dx, dy)]
  const [ox, oy] = side(3, 2)
  if (width < 0.5 || depth < 0.5 || Math.abs(wx * dx + wy * dy) > 0.02 * width * depth || Math.hypot(ox - wx, oy - wy) > 0.02 * width) return null
  return { lon, lat, width: Math.round(width * 10) / 10, depth: Math.round(depth * 10) / 10, turned: ((Math.round((-Math.atan2(wy, wx) * 180) / Math.PI) % 360) + 360) % 360 }
}

const WINDS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Wind = (typeof WINDS)[number]

/** Where a bearing points, as people say it. */
export function wind(bearing: number): Wind {
  return WINDS[Math.round((((bearing % 360) + 360) % 360) / 45) % 8] ?? 'n'
}
