import { describe, expect, it } from 'vitest'
import { DEGREES, figure, figuresOf, groundOf, placeOf, readLines, reading, shapeOfLines, systemsOf, zoneSystem } from './typed'

const liuzhou = groundOf([108.6, 24, 110.2, 26])
const crs = (lines: ReturnType<typeof readLines>): string[] => systemsOf(lines).map((s) => s.crs)

describe('typed coordinates', () => {
  it('the city lies in two 3° zones and in 6° zone 19', () => {
    expect(liuzhou).toEqual({ zones3: [36, 37], zones6: [19] })
  })
  it('a zone before the easting says the system', () => {
    expect(reading(2689231.438, 36642129.727, liuzhou).systems.map((s) => s.crs)).toEqual(['EPSG:4524'])
    expect(reading(2689231.438, 19342129.727, liuzhou).systems.map((s) => s.crs)).toEqual(['EPSG:4497'])
  })
  it('without it every zone of the city is possible and none is taken', () => {
    expect(reading(2689231.438, 642129.727, liuzhou).systems.map((s) => s.crs)).toEqual(['EPSG:4545', 'EPSG:4546', 'EPSG:4508'])
  })
  it('the order of the two is told by their size', () => {
    expect(reading(36642129.727, 2689231.438, liuzhou)).toMatchObject({ first: 2689231.438, second: 36642129.727 })
    expect(reading(24.3, 109.4, liuzhou)).toMatchObject({ first: 109.4, second: 24.3, systems: [DEGREES] })
  })
  it('what is no place has no system', () => {
    expect(reading(1, 2, liuzhou).systems).toEqual([])
    expect(reading(2689231.438, 99642129.727, liuzhou).systems).toEqual([])
  })
  it('degrees, minutes and seconds are read', () => {
    expect(figure('109°24′36.5″')).toBeCloseTo(109.4101389, 6)
    expect(figure("24°19'48\"N")).toBeCloseTo(24.33, 9)
    expect(figure('2,689,231.438')).toBe(2689231.438)
    expect(figure('J1')).toBeNull()
  })
  it('a plane and back is the same to the tenth of a millimetre', () => {
    // cs2cs 9.1.1, EPSG:4490 to EPSG:4524: 24.3 109.4 is 2689231.438153 36642129.727111
    const zone = zoneSystem(36, 3, true)
    const [x, y] = figuresOf(zone, [109.4, 24.3])
    expect(x).toBeCloseTo(2689231.438153, 4)
    expect(y).toBeCloseTo(36642129.727111, 4)
    expect(placeOf(zone, x, y)).toEqual([109.4, 24.3])
  })
})

describe('pasted lines', () => {
  it('from a spreadsheet with a heading, tab separated', () => {
    const lines = readLines('点号\tX\tY\nJ1\t2689231.438\t36642129.727\nJ2\t2689331.438\t36642149.727\nJ3\t2689301.112\t36642266.305', liuzhou)
    expect(lines.map((l) => l.fault)).toEqual([null, null, null])
    expect(crs(lines)).toEqual(['EPSG:4524'])
    expect(shapeOfLines(lines, zoneSystem(36, 3, true))?.[0]?.[0]).toHaveLength(3)
  })
  it('from a plot TXT, with its rings and closing points', () => {
    const rows = ['J1,1,2689000,36642000', 'J2,1,2689100,36642000', 'J3,1,2689100,36642100', 'J4,1,2689000,36642100', 'J1,1,2689000,36642000',
      'J5,2,2689040,36642040', 'J6,2,2689060,36642040', 'J7,2,2689060,36642060', 'J5,2,2689040,36642040']
    const shape = shapeOfLines(readLines(rows.join('\n'), liuzhou), zoneSystem(36, 3, true))
    expect(shape?.map((polygon) => polygon.map((r) => r.length))).toEqual([[4, 3]])
  })
  it('with heights behind', () => {
    expect(readLines('2689231.438 36642129.727 88.2', liuzhou)[0]?.reading?.second).toBe(36642129.727)
  })
  it('each line that cannot be read says why, by its number', () => {
    const lines = readLines('109.4, 24.3\n\n109.4\nabc\n1, 2\n2689231, 36642129', liuzhou)
    expect(lines.map((l) => [l.line, l.fault])).toEqual([[1, null], [3, 'one-number'], [4, 'no-numbers'], [5, 'no-place'], [6, 'other-system']])
  })
  it('bare eastings leave the question of the zone open', () => {
    expect(crs(readLines('2689231 642129\n2689331 642149', liuzhou))).toEqual(['EPSG:4545', 'EPSG:4546', 'EPSG:4508'])
  })
  it('fewer than three corners are no plot yet', () => {
    expect(shapeOfLines(readLines('109.4 24.3\n109.5 24.3', liuzhou), DEGREES)).toBeNull()
  })
})
