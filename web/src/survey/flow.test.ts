import { describe, expect, it } from 'vitest'
import { laidOut } from './flow'
import type { TransitionAnswer } from './types'

const answer = (cells: [number, number, string][]): TransitionAnswer => ({ cells: cells.map(([from, to, area]) => ({ from, to, area, pieces: 1 })) }) as unknown as TransitionAnswer

describe('the flow chart', () => {
  it('draws what changed and nothing that stayed or appeared', () => {
    const drawn = laidOut(answer([[0, 0, '100.00'], [0, 1, '3.00'], [1, 0, '1.00'], [-1, 0, '5.00']]), 200, 0, 100)
    expect(drawn.bands.map((b) => `${b.from}>${b.to} ${b.steps}`)).toEqual(['0>1 300', '1>0 100'])
  })

  it('makes ends as high as their bands together', () => {
    const drawn = laidOut(answer([[0, 1, '3.00'], [0, 2, '1.00']]), 200, 0, 100)
    expect(drawn.left).toHaveLength(1)
    expect(drawn.left[0]?.steps).toBe(400)
    expect(drawn.left[0]?.height).toBeCloseTo(drawn.right.reduce((sum, e) => sum + e.height, 0), 6)
  })

  it('has nothing to draw where nothing changed', () => {
    expect(laidOut(answer([[0, 0, '9.00']]), 200, 0, 100).bands).toEqual([])
  })
})
