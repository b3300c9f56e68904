import { describe, expect, it } from 'vitest'
import { boundsOf, grid, scaleBar, sheetOf, spacing, toPaper, usualScale, windowOf } from './plate'
import { geographic } from './projection'

const CENTER: [number, number] = [109.41, 24.33]
const sheet = sheetOf('A4')
const window = windowOf(CENTER, 10_000, sheet)

describe('a plate', () => {
  it('keeps all its parts on the paper', () => {
    for (const paper of ['A4', 'A3'] as const) {
      const s = sheetOf(paper)
      expect(s.map.x + s.map.width + 6).toBeLessThan(s.side.x)
      expect(s.side.x + s.side.width).toBeLessThan(s.width)
      expect(s.map.y + s.map.height + 6 + 10).toBeLessThan(s.height - 4)
    }
  })

  it('has its centre in the middle of the frame', () => {
    const [x, y] = toPaper(window)(...CENTER)
    expect(x).toBeCloseTo(sheet.map.width / 2, 6)
    expect(y).toBeCloseTo(sheet.map.height / 2, 6)
  })

  it('states its scale truly: a kilometre of the grid is 100 mm at 1 : 10 000, both ways', () => {
    const { east, north } = grid(window)
    expect((east[1]?.at ?? 0) - (east[0]?.at ?? 0)).toBeCloseTo(spacing(window) / 10, 6)
    expect((north[0]?.at ?? 0) - (north[1]?.at ?? 0)).toBeCloseTo(spacing(window) / 10, 6)
    const paper = toPaper(window)
    const [ax, ay] = paper(109.41, 24.33)
    const [bx, by] = paper(109.41, 24.33 + 1 / 110.77)
    // a thousandth of the way from the equator: 1/110.77 of a degree of latitude is about 1 km
    expect(Math.hypot(bx - ax, by - ay)).toBeCloseTo(100, 0)
  })

  it('names its grid by the zone of its centre: 109.41° E lies in zone 36', () => {
    const { east, north } = grid(window)
    expect(east[0]?.label).toMatch(/^36 \d{3}(\.\d)?$/)
    expect(north[0]?.label).toMatch(/^2 69\d(\.\d)?$/)
  })

  it('has a box of degrees that holds its corners', () => {
    const [west, south, east, north] = boundsOf(window)
    for (const [x, y] of [[window.south, window.west], [window.south, window.east], [window.north, window.west], [window.north, window.east]] as const) {
      const [lon, lat] = geographic(x, y)
      expect([lon >= west, lon <= east, lat >= south, lat <= north]).toEqual([true, true, true, true])
    }
  })

  it('has a scale bar of a round length that fits', () => {
    expect(scaleBar(10, 60)).toEqual({ width: 50, unit: 'm', numbers: ['0', '125', '250', '375', '500'] })
    expect(scaleBar(100, 60).unit).toBe('km')
  })

  it('proposes the usual scale next to the screen’s', () => {
    expect([7_100, 12_000, 13_000, 2_000_000].map(usualScale)).toEqual([10_000, 10_000, 25_000, 500_000])
  })
})
