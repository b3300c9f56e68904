import { stepsOf } from './figures'
import type { TransitionAnswer } from './types'

export interface Band {
  from: number
  to: number
  steps: number
  /** The band's outline. */
  path: string
}

export interface End {
  at: number
  steps: number
  y: number
  height: number
}

export interface Drawn {
  bands: Band[]
  left: End[]
  right: End[]
}

const GAP = 12
const LEAST = 1.5

/** Lays out what changed only, earlier classes on the left, later ones on the right; the largest ends first, bands in the same order. */
export function laidOut(answer: TransitionAnswer, height: number, x0: number, x1: number): Drawn {
  const flows = answer.cells.filter((c) => c.from >= 0 && c.to >= 0 && c.from !== c.to && stepsOf(c.area) > 0).map((c) => ({ from: c.from, to: c.to, steps: stepsOf(c.area) }))
  const sums = (end: 'from' | 'to'): { at: number; steps: number }[] => {
    const by = new Map<number, number>()
    for (const f of flows) by.set(f[end], (by.get(f[end]) ?? 0) + f.steps)
    return [...by].map(([at, steps]) => ({ at, steps })).sort((a, b) => b.steps - a.steps || a.at - b.at)
  }
  const [left, right] = [sums('from'), sums('to')]
  const total = flows.reduce((sum, f) => sum + f.steps, 0)
  const room = height - GAP * Math.max(left.length, right.length, 1)
  const scale = total === 0 ? 0 : Math.max(0, room) / total
  const placed = (ends: { at: number; steps: number }[]): End[] => {
    let y = GAP / 2
    return ends.map((e) => {
      const end = { ...e, y, height: Math.max(LEAST, e.steps * scale) }
      y += end.height + GAP
      return end
    })
  }
  const [ends, others] = [placed(left), placed(right)]
  const from = new Map(ends.map((e) => [e.at, e.y]))
  const to = new Map(others.map((e) => [e.at, e.y]))
  const order = (list: End[], at: number): number => list.findIndex((e) => e.at === at)
  const bands: Band[] = []
  for (const f of [...flows].sort((a, b) => order(ends, a.from) - order(ends, b.from) || order(others, a.to) - order(others, b.to))) {
    const wide = Math.max(0.6, f.steps * scale)
    const [y0, y1] = [from.get(f.from) ?? 0, to.get(f.to) ?? 0]
    from.set(f.from, y0 + f.steps * scale)
    to.set(f.to, y1 + f.steps * scale)
    const mid = (x0 + x1) / 2
    const n = (v: number): string => v.toFixed(1)
    bands.push({ ...f, path: `M${n(x0)} ${n(y0)}C${n(mid)} ${n(y0)} ${n(mid)} ${n(y1)} ${n(x1)} ${n(y1)}L${n(x1)} ${n(y1 + wide)}C${n(mid)} ${n(y1 + wide)} ${n(mid)} ${n(y0 + wide)} ${n(x0)} ${n(y0 + wide)}Z` })
  }
  return { bands, left: ends, right: others }
}
