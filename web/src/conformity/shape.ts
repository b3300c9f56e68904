import { plane, zoneOf } from '../onemap/projection'
import type { Geometry } from './types'

export type Ring = [number, number][]

/** Every ring of a polygon or multipolygon, without the closing point. */
export function rings(geometry: Geometry): Ring[] {
  const polygons = geometry.type === 'MultiPolygon' ? (geometry.coordinates as Ring[][]) : geometry.type === 'Polygon' ? [geometry.coordinates as Ring[]] : []
  return polygons.flat().map((ring) => {
    const [first, last] = [ring[0], ring[ring.length - 1]]
    return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : ring
  })
}

export function vertices(geometry: Geometry): number {
  return rings(geometry).reduce((sum, ring) => sum + ring.length, 0)
}

export interface Corner {
  name: string
  ring: number
  x: number
  y: number
  lon: number
  lat: number
  /** Metres in the plane to the next corner of the ring. */
  side: number
}

/** 界址点: numbered through the plot, in the 3° zone of the plot's first corner; for the eye, not for the record. */
export function corners(geometry: Geometry): Corner[] {
  const all = rings(geometry)
  const first = all[0]?.[0]
  if (first === undefined) return []
  const zone = zoneOf(first[0])
  let n = 0
  return all.flatMap((ring, r) => {
    const points = ring.map(([lon, lat]) => ({ lon, lat, ...plane(lon, lat, zone) }))
    return points.map((p, i) => {
      const next = points[(i + 1) % points.length] ?? p
      return { name: `J${++n}`, ring: r + 1, x: p.x, y: p.y, lon: p.lon, lat: p.lat, side: Math.hypot(next.x - p.x, next.y - p.y) }
    })
  })
}

export function perimeter(geometry: Geometry): number {
  return corners(geometry).reduce((sum, c) => sum + c.side, 0)
}
