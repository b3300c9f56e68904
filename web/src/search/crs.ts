/** An EPSG code of the systems that the search reads, in words. */
export interface CrsWords {
  kind: 'degrees' | 'zone' | 'zone-bare' | 'mercator'
  name: string
  width?: number
  zone?: number
  meridian?: number
}

const RANGES: { from: number; to: number; first: number; width: 3 | 6; bare: boolean }[] = [
  { from: 4491, to: 4501, first: 13, width: 6, bare: false },
  { from: 4502, to: 4512, first: 13, width: 6, bare: true },
  { from: 4513, to: 4533, first: 25, width: 3, bare: false },
  { from: 4534, to: 4554, first: 25, width: 3, bare: true },
]

export function crsWords(code: string): CrsWords {
  const epsg = Number(code.replace(/^EPSG:/, ''))
  if (epsg === 3857) return { kind: 'mercator', name: code }
  const range = RANGES.find((r) => epsg >= r.from && epsg <= r.to)
  if (range === undefined) return { kind: 'degrees', name: epsg === 4326 ? 'WGS 84' : 'CGCS2000' }
  const zone = epsg - range.from + range.first
  return {
    kind: range.bare ? 'zone-bare' : 'zone',
    name: code,
    width: range.width,
    zone,
    meridian: range.width === 3 ? zone * 3 : zone * 6 - 3,
  }
}
