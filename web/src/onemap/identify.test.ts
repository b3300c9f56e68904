import { describe, expect, it } from 'vitest'
import { entries, type Found, type FoundLayer, stepped } from './identify'
import type { LayerInfo } from './layers'

const info = (code: string, group: string): [string, LayerInfo] => [code, { code, group, zh: '', en: '', kind: '', geometry: 'AREA', required: false, fields: [], snapshot: null, reason: null }]
const layer = (code: string, ...features: number[]): FoundLayer => ({
  layer: code, answer: 'CONCERNED', reason: null, snapshot: null, found: features.length, features: features.map((feature) => ({ feature, values: {}, area: '1.00', length: null })),
})
const found: Found = { lon: 0, lat: 0, asOf: '', known: null, leaf: '', layers: [layer('GHFQ', 4), layer('DLTB', 7, 9), layer('CKQ')] }
const list = entries(found, ['survey', 'plan'], new Map([info('GHFQ', 'plan'), info('DLTB', 'survey'), info('CKQ', 'management')]))

describe('what lies at a point', () => {
  it('is listed by group, every feature of every layer', () => {
    expect(list.map((e) => e.key)).toEqual(['DLTB.7', 'DLTB.9', 'GHFQ.4'])
  })

  it('is gone through one by one and ends at its ends', () => {
    expect(stepped(list, 'DLTB.7', 1)).toBe('DLTB.9')
    expect(stepped(list, 'GHFQ.4', 1)).toBe('GHFQ.4')
    expect(stepped(list, 'DLTB.7', -1)).toBe('DLTB.7')
    expect(stepped(list, '', 1)).toBe('DLTB.7')
    expect(stepped([], 'DLTB.7', 1)).toBe('')
  })
})
