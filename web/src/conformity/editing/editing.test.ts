import { describe, expect, it } from 'vitest'
import type { Plot } from '../types'
import { check } from './checks'
import { addHole, insertCorner, mergePlots, moveAll, moveCorner, removeCorner, removeRing, splitAll } from './edit'
import { begin, push, redo, undo } from './history'
import { doubled, geometryOf, type Point, type Ring, type Shape, shapeOf } from './shapes'

/** Shapes on whole thousandths of a degree, so that they can be drawn in the head: 0,0 is 109° E 24° N. */
const at = ([x, y]: number[]): Point => [Math.round(109000 + (x ?? 0)) / 1000, Math.round(24000 + (y ?? 0)) / 1000]
const ring = (...points: number[][]): Ring => points.map(at)
const box = (w: number, s: number, e: number, n: number): Ring => ring([w, s], [e, s], [e, n], [w, n])
const plot = (number: string, ...shape: Shape): Plot => ({ number, name: `地块${number}`, use: '1001', geometry: geometryOf(shape) })
/** In square thousandths of a degree. */
const area = (p: Plot): number => Math.round(shapeOf(p.geometry).reduce((sum, polygon) => sum + polygon.reduce((s, r, i) => s + (i === 0 ? 1 : -1) * Math.abs(doubled(r)) / 2, 0), 0) * 1e6)
const plotsOf = (edited: ReturnType<typeof splitAll>): Plot[] => ('plots' in edited ? edited.plots : [])
const reason = (edited: ReturnType<typeof splitAll>): string => ('refused' in edited ? edited.refused : '')
const square = plot('1', [box(0, 0, 10, 10)])
const two = [plot('1', [box(0, 0, 10, 10)]), plot('2', [box(10, 0, 20, 10)])]

describe('splitting', () => {
  it('a line from edge to edge makes two plots whose corners are the plot\'s and the line\'s', () => {
    const parts = plotsOf(splitAll([square], [at([4, -2]), at([4, 12])]))
    expect(parts.map(area).sort((a, b) => a - b)).toEqual([40, 60])
    expect(parts.map((p) => p.number)).toEqual(['1', '2'])
    expect(parts[1]?.name).toBe('地块1-2')
    expect(shapeOf(parts[0]!.geometry).flat(2)).toContainEqual(at([4, 10]))
  })
  it('a line with a bend splits along the bend', () => {
    expect(plotsOf(splitAll([square], [at([5, -1]), at([5, 5]), at([11, 5])])).map(area).sort((a, b) => a - b)).toEqual([25, 75])
  })
  it('a line that starts on a corner and ends on an edge begins and ends there', () => {
    expect(plotsOf(splitAll([square], [at([0, 0]), at([10, 10])])).map(area)).toEqual([50, 50])
  })
  it('a line that crosses a hole makes two plots with half a hole each', () => {
    const holed = plot('1', [box(0, 0, 10, 10), box(4, 4, 6, 6)])
    const parts = plotsOf(splitAll([holed], [at([5, -1]), at([5, 11])]))
    expect(parts.map(area)).toEqual([48, 48])
    expect(parts.map((p) => shapeOf(p.geometry)[0]?.length)).toEqual([1, 1])
  })
  it('a hole beside the line stays in its part', () => {
    const holed = plot('1', [box(0, 0, 10, 10), box(7, 4, 8, 6)])
    const parts = plotsOf(splitAll([holed], [at([5, -1]), at([5, 11])]))
    expect(parts.map(area).sort((a, b) => a - b)).toEqual([48, 50])
  })
  it('a line that leaves and comes in again makes a part of each tooth', () => {
    const comb = plot('1', [ring([0, 0], [10, 0], [10, 10], [6, 10], [6, 4], [4, 4], [4, 10], [0, 10])])
    expect(plotsOf(splitAll([comb], [at([-1, 7]), at([11, 7])])).map(area).sort((a, b) => a - b)).toEqual([12, 12, 64])
  })
  it('every plot that the line crosses is split, the others stay', () => {
    const three = [...two, plot('3', [box(0, 20, 5, 25)])]
    const parts = plotsOf(splitAll(three, [at([-1, 5]), at([21, 5])]))
    expect(parts.map((p) => p.number)).toEqual(['1', '2', '3', '4', '5'])
    expect(parts.map(area)).toEqual([50, 50, 25, 50, 50])
  })
  it('a line that ends inside, or misses, splits nothing and says so', () => {
    expect(reason(splitAll([square], [at([5, -1]), at([5, 5])]))).toBe('split.misses')
    expect(reason(splitAll([square], [at([20, -1]), at([20, 5])]))).toBe('split.misses')
  })
  it('a line that crosses itself is refused', () => {
    expect(reason(splitAll([square], [at([-1, 5]), at([8, 5]), at([8, 8]), at([5, 2]), at([5, 12])]))).toBe('split.crosses-itself')
  })
  it('an end that was snapped to an edge and rounded still reaches it', () => {
    const slanted = plot('1', [ring([0, 0], [10, 3], [7, 12])])
    const end: Point = [109.0033333333 as number, 24.001]
    expect(plotsOf(splitAll([slanted], [[Number(end[0].toFixed(9)), end[1]], at([9, 6])])).length).toBe(2)
  })
})

describe('merging', () => {
  it('two plots with a common edge become one without it', () => {
    const merged = plotsOf(mergePlots(two, [0, 1]))
    expect(merged.map((p) => [p.number, area(p)])).toEqual([['1', 200]])
    expect(shapeOf(merged[0]!.geometry)).toHaveLength(1)
  })
  it('what was split merges back to the same ground', () => {
    const parts = plotsOf(splitAll([square], [at([3, -2]), at([7, 12])]))
    expect(plotsOf(mergePlots(parts, [0, 1])).map(area)).toEqual([100])
  })
  it('edges of different length meet where they touch', () => {
    expect(plotsOf(mergePlots([square, plot('2', [box(10, 3, 15, 6)])], [0, 1])).map(area)).toEqual([115])
  })
  it('plots around a yard leave the yard as a hole', () => {
    const u = plot('1', [ring([0, 0], [10, 0], [10, 10], [7, 10], [7, 3], [3, 3], [3, 10], [0, 10])])
    const merged = plotsOf(mergePlots([u, plot('2', [ring([3, 7], [7, 7], [7, 10], [3, 10])])], [0, 1]))
    expect(merged.map(area)).toEqual([84])
    expect(shapeOf(merged[0]!.geometry)[0]).toHaveLength(2)
  })
  it('a plot that fills a hole closes it', () => {
    const holed = plot('1', [box(0, 0, 10, 10), box(4, 4, 6, 6)])
    const merged = plotsOf(mergePlots([holed, plot('2', [box(4, 4, 6, 6)])], [0, 1]))
    expect(merged.map((p) => [area(p), shapeOf(p.geometry)[0]?.length])).toEqual([[100, 1]])
  })
  it('three in a row merge in whatever order they are named', () => {
    const row = [two[0]!, plot('3', [box(20, 0, 30, 10)]), two[1]!]
    expect(plotsOf(mergePlots(row, [0, 1, 2])).map(area)).toEqual([300])
  })
  it('plots apart, at one corner only, or over each other are not merged', () => {
    expect(reason(mergePlots([square, plot('2', [box(12, 0, 20, 10)])], [0, 1]))).toBe('merge.apart')
    expect(reason(mergePlots([square, plot('2', [box(10, 10, 20, 20)])], [0, 1]))).toBe('merge.apart')
    expect(reason(mergePlots([square, plot('2', [box(8, 2, 20, 8)])], [0, 1]))).toBe('merge.overlap')
    expect(reason(mergePlots([square], [0]))).toBe('merge.one')
  })
})

describe('corners', () => {
  it('a corner that two plots share moves in both', () => {
    const moved = moveCorner(two, { plot: 0, polygon: 0, ring: 0, corner: 1 }, at([12, 1]))
    expect(moved.map(area)).toEqual([105, 85])
  })
  it('the neighbour keeps a corner that is only near', () => {
    const moved = moveCorner([square, plot('2', [box(11, 0, 20, 10)])], { plot: 0, polygon: 0, ring: 0, corner: 1 }, at([9, 0]))
    expect(moved.map(area)).toEqual([95, 90])
  })
  it('a corner put on a common edge is put into both plots', () => {
    const more = insertCorner(two, { plot: 0, polygon: 0, ring: 0, corner: 1 }, at([10, 5]))
    expect(more.map((p) => shapeOf(p.geometry).flat(2).length)).toEqual([5, 5])
    expect(more.map(area)).toEqual([100, 100])
  })
  it('taking it away again takes it from both', () => {
    const more = insertCorner(two, { plot: 0, polygon: 0, ring: 0, corner: 1 }, at([11, 5]))
    expect(plotsOf(removeCorner(more, { plot: 0, polygon: 0, ring: 0, corner: 2 })).map(area)).toEqual([100, 100])
  })
  it('a triangle keeps its three corners', () => {
    const triangle = plot('1', [ring([0, 0], [10, 0], [0, 10])])
    expect(reason(removeCorner([triangle], { plot: 0, polygon: 0, ring: 0, corner: 0 }))).toBe('corner.last-three')
  })
  it('what the file claimed does not hold for another shape', () => {
    const claimed = { ...square, stated: '100.00' }
    expect(moveCorner([claimed], { plot: 0, polygon: 0, ring: 0, corner: 0 }, at([1, 1]))[0]?.stated).toBeNull()
  })
  it('the whole moves without changing', () => {
    const moved = moveAll(two, 0.005, -0.001)
    expect(moved.map(area)).toEqual([100, 100])
    expect(shapeOf(moved[0]!.geometry)[0]?.[0]?.[0]).toEqual(at([5, -1]))
  })
})

describe('holes', () => {
  it('a ring inside becomes a hole and is filled again', () => {
    const holed = plotsOf(addHole(two, geometryOf([[box(12, 2, 14, 4)]])))
    expect(holed.map(area)).toEqual([100, 96])
    expect(removeRing(holed, { plot: 1, polygon: 0, ring: 1, corner: 0 }).map(area)).toEqual([100, 100])
  })
  it('a ring that is not wholly inside one plot is refused', () => {
    expect(reason(addHole(two, geometryOf([[box(8, 2, 14, 4)]])))).toBe('hole.not-inside')
  })
  it('a ring around another hole is refused', () => {
    const holed = plotsOf(addHole([square], geometryOf([[box(4, 4, 5, 5)]])))
    expect(reason(addHole(holed, geometryOf([[box(3, 3, 6, 6)]])))).toBe('hole.crosses')
  })
  it('the last polygon takes its plot with it', () => {
    expect(removeRing(two, { plot: 0, polygon: 0, ring: 0, corner: 0 }).map((p) => p.number)).toEqual(['2'])
  })
})

describe('checks as one draws', () => {
  it('a sound site has none, plots that touch included', () => {
    expect(check(two)).toEqual([])
    expect(check([plot('1', [box(0, 0, 10, 10), box(4, 4, 6, 6)])])).toEqual([])
  })
  it('crossing edges are named by their corners', () => {
    const [fault] = check([plot('1', [ring([0, 0], [10, 10], [10, 0], [0, 10])])])
    expect([fault?.kind, fault?.edge, fault?.with]).toEqual(['crossing', 'J1–J2', 'J3–J4'])
    expect(fault?.at).toEqual(at([5, 5]))
  })
  it('the corners of a second ring are numbered on', () => {
    const faults = check([plot('1', [box(0, 0, 10, 10), box(8, 4, 12, 6)])])
    expect(faults.filter((f) => f.kind === 'crossing').map((f) => `${f.edge} ${f.with}`).sort()).toEqual(['J2–J3 J5–J6', 'J2–J3 J7–J8'])
    expect(faults.some((f) => f.kind === 'hole-outside')).toBe(true)
  })
  it('an edge that runs back over the one before is found', () => {
    expect(check([plot('1', [ring([0, 0], [10, 0], [4, 0], [4, 10])])]).map((f) => f.kind)).toContain('crossing')
  })
  it('plots over each other are named both', () => {
    expect(check([square, plot('2', [box(8, 2, 20, 8)])]).map((f) => [f.kind, f.plot, f.other])[0]).toEqual(['overlap', '1', '2'])
  })
  it('a corner twice in a row is found', () => {
    expect(check([plot('1', [ring([0, 0], [10, 0], [10, 0], [10, 10])])]).map((f) => f.kind)).toContain('twice')
  })
})

describe('undo', () => {
  it('goes back and forth to what was', () => {
    let h = begin(0)
    for (const n of [1, 2, 3]) h = push(h, n)
    h = undo(undo(h))
    expect(h.present).toBe(1)
    expect(redo(redo(redo(h))).present).toBe(3)
  })
  it('a new step forgets what was taken back', () => {
    const h = push(undo(push(push(begin(0), 1), 2)), 9)
    expect([h.past, h.present, h.future]).toEqual([[0, 1], 9, []])
  })
  it('steps of one key in a row are one step', () => {
    let h = begin(0)
    for (const n of [1, 2, 3]) h = push(h, n, 'nudge')
    expect(undo(h).present).toBe(0)
    expect(undo(push(undo(h), 5, 'nudge')).present).toBe(0)
  })
  it('nothing before the first and after the last', () => {
    expect(undo(begin(7))).toEqual(begin(7))
    expect(redo(begin(7))).toEqual(begin(7))
  })
})
