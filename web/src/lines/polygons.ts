import type { Geometry } from '../conformity/types'

interface Loose {
  type?: string
  coordinates?: unknown
  geometry?: Loose | null
  features?: Loose[]
  geometries?: Loose[]
}

/** The polygons of a GeoJSON text in longitude and latitude; null when it is none. */
export function polygonsOf(text: string): Geometry[] | null {
  let tree: Loose
  try {
    tree = JSON.parse(text) as Loose
  } catch {
    return null
  }
  const found = gather(tree)
  return found.length > 0 && found.every(inDegrees) ? found : null
}

function gather(node: Loose | null | undefined): Geometry[] {
  if (node === null || node === undefined || typeof node !== 'object') return []
  if (node.type === 'FeatureCollection') return (node.features ?? []).flatMap(gather)
  if (node.type === 'Feature') return gather(node.geometry)
  if (node.type === 'GeometryCollection') return (node.geometries ?? []).flatMap(gather)
  return node.type === 'Polygon' || node.type === 'MultiPolygon' ? [{ type: node.type, coordinates: node.coordinates } as Geometry] : []
}

function inDegrees(geometry: Geometry): boolean {
  const numbers = JSON.stringify((geometry as { coordinates: unknown }).coordinates).match(/-?\d+(\.\d+)?(e-?\d+)?/gi) ?? []
  return numbers.length >= 8 && numbers.every((n) => Math.abs(Number(n)) <= 180)
}
