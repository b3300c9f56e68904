import { describe, expect, it } from 'vitest'
import { readSamples } from './showcase'

const square = { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] }
const raw = {
  features: [
    { id: '02', properties: { id: '02', name: '配套产业园', name_en: 'Suppliers', expect: '不符合', expect_en: 'fails', use: '1001', project: { kind: 'batch', purpose: '1001', appliedOn: '2026-11-20', documents: [] } }, geometry: square },
    { id: '14', properties: { id: '14', name: '两块地' }, geometry: square },
    { id: '14', properties: { id: '14', name: '两块地' }, geometry: square },
  ],
}

describe('the sample sites', () => {
  it('speak the page’s language', () => {
    expect(readSamples(raw, 'zh')[0]).toMatchObject({ name: '配套产业园', about: '不符合' })
    expect(readSamples(raw, 'en')[0]).toMatchObject({ name: 'Suppliers', about: 'fails' })
  })
  it('bring their project', () => expect(readSamples(raw, 'zh')[0]?.project).toEqual({ kind: 'batch', purpose: '1001', appliedOn: '2026-11-20', documents: [] }))
  it('of one number are the plots of one site', () => expect(readSamples(raw, 'zh').map((s) => s.plots.length)).toEqual([1, 2]))
  it('are none when the demo has none', () => expect(readSamples(null, 'zh')).toEqual([]))
})
