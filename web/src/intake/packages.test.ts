import { describe, expect, it } from 'vitest'
import { dayOf, matched, offers } from './packages'
import type { Upload } from './uploads'

const form = { layer: 'DLTB', day: '12-31', update: 'DLTBGX', process: 'DLTBGXGC' }
function upload(id: string, name: string, ...layers: string[]): Upload {
  return { id, name, size: 1, keptUntil: '2026-11-28T01:00:00Z', naming: layers.length > 1 ? 'NEEDED' : 'NONE', layers: layers.map((l) => ({ name: l, features: 3, geometry: 'AREA', proposed: false })) }
}

describe('a yearly package', () => {
  it('is found in one file of two layers, whatever their order', () => {
    expect(matched(offers([upload('a', '450203.gpkg', 'DLTBGXGC', 'dltbgx')]), form)).toEqual({ update: 'a/dltbgx', process: 'a/DLTBGXGC' })
  })
  it('is found in two files by their names', () => {
    expect(matched(offers([upload('p', '鱼峰区_DLTBGXGC.geojson', 'x'), upload('u', '鱼峰区_DLTBGX.geojson', 'x')]), form)).toEqual({ update: 'u/', process: 'p/' })
  })
  it('leaves a layer of another name to choose', () => {
    expect(matched(offers([upload('u', 'patches.geojson', 'x')]), form)).toEqual({ update: null, process: null })
  })
  it('is of the last day of its year', () => {
    expect(dayOf(form, 2026)).toBe('2026-12-31')
  })
})
