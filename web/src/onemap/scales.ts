import { METRES_PER_DEGREE, PIXEL_METRES } from './projection'

export interface Scales {
  /** 1 : largest is the closest view that draws the layer. */
  largest: number
  /** 1 : smallest is the farthest. */
  smallest: number
}

/** Degrees a pixel at which a map has a scale at a latitude. */
export function resolutionOfScale(denominator: number, lat: number): number {
  return (denominator * PIXEL_METRES) / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180))
}

/** Whether a layer is drawn at a resolution; where not, which way it is drawn again. */
export function outOfScale(scales: Scales | null | undefined, resolution: number, lat: number): 'in' | 'out' | null {
  if (scales === null || scales === undefined) return null
  if (resolution > resolutionOfScale(scales.smallest, lat)) return 'in'
  if (resolution < resolutionOfScale(scales.largest, lat)) return 'out'
  return null
}

/** A length for a scale bar: the largest of 1, 2, 5 × 10ⁿ that is not longer. */
export function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres))
  const step = [5, 2, 1].find((s) => s * power <= metres) ?? 1
  return step * power
}
