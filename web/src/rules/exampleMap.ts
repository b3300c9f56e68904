import type { GivenPiece } from './types'

export interface Strip {
  x: number
  width: number
}

/** Where the pieces of an example lie in the site's rectangle: side by side, each as wide as its share; a piece at least five pixels, a sliver two. */
export function layout(given: { site: string; pieces: GivenPiece[] }, width: number): Strip[] {
  const site = Number(given.site)
  let x = 0
  return given.pieces.map((piece) => {
    const part = site > 0 ? (Number(piece.area) / site) * width : 0
    const wide = Math.min(Math.max(part, piece.sliver ? 2 : 5), Math.max(width - x, 0))
    const strip = { x, width: Number.isFinite(wide) ? wide : 0 }
    x = Math.min(x + strip.width, width)
    return strip
  })
}
