import { describe, expect, it } from 'vitest'
import { byChapter } from './chapters'
import { layout } from './exampleMap'
import type { RuleLine } from './types'

const rule = (id: string, row: string): RuleLine => ({
  id, row, version: 1, title: { zh: id, en: id }, layer: 'DLTB', group: 'survey', verdict: 'FAIL', severity: 'MAJOR', inForce: true, unverified: false,
})

describe('the list of rules', () => {
  it('follows the rows of the handbook and puts the matrix and the rest at the end', () => {
    const list = byChapter([rule('approved-land', ''), rule('conversion-forbidden', ''), rule('p2', 'P2'), rule('p1', 'P1'), rule('e1', 'E1')])
    expect(list.map((c) => `${c.chapter}:${c.rules.map((r) => r.id).join('+')}`)).toEqual(['E:e1', 'P:p1+p2', 'C:conversion-forbidden', 'X:approved-land'])
  })
})

describe('the map of an example', () => {
  it('gives each piece its share of the width and the rest to the site', () => {
    const map = layout({ site: '1000.00', pieces: [{ area: '250.00', fields: {} }, { area: '250.00', fields: {} }] }, 200)
    expect(map.map((p) => [p.x, p.width])).toEqual([[0, 50], [50, 50]])
  })

  it('shows a sliver as a hair that can be seen', () => {
    expect(layout({ site: '100000.00', pieces: [{ area: '0.50', fields: {}, sliver: true }] }, 200)[0]?.width).toBe(2)
  })

  it('never paints beyond the site', () => {
    const map = layout({ site: '100.00', pieces: [{ area: '80.00', fields: {} }, { area: '80.00', fields: {} }] }, 200)
    expect((map[1]?.x ?? 0) + (map[1]?.width ?? 0)).toBeLessThanOrEqual(200)
  })
})
