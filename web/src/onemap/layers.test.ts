import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type LayerInfo, useLayers } from './layers'

const layer = (code: string): LayerInfo => ({ code, group: 'survey', zh: code, en: code, kind: 'COVERAGE', geometry: 'AREA', required: false, fields: [], snapshot: null, reason: null })
const answer = { asOf: '2026-11-26', known: null, register: '01234567', layers: ['DLTB', 'GHFQ', 'STBHHX', 'CZKFBJ'].map(layer) }

describe('the pile of layers', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    vi.stubGlobal('document', { cookie: '' })
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json' } })))
  })

  it('has lines over grounds and shows the first ones', async () => {
    const layers = useLayers()
    await layers.load()
    expect(layers.pile.map((c) => c.code)).toEqual(['CZKFBJ', 'STBHHX', 'GHFQ', 'DLTB'])
    expect(layers.shown).toEqual(['CZKFBJ', 'STBHHX', 'DLTB'])
  })

  it('takes what an address asked for before the register came', async () => {
    const layers = useLayers()
    layers.restore('DLTB~40,CZKFBJ,-STBHHX,-GHFQ')
    await layers.load()
    expect(layers.shown).toEqual(['DLTB', 'CZKFBJ'])
    expect(layers.choiceOf('DLTB')?.opacity).toBe(40)
    expect(layers.text).toBe('DLTB~40,CZKFBJ,-STBHHX,-GHFQ')
  })

  it('moves a layer by one among those that are shown, past hidden ones', async () => {
    const layers = useLayers()
    await layers.load()
    layers.shift('DLTB', -1)
    expect(layers.shown).toEqual(['CZKFBJ', 'DLTB', 'STBHHX'])
    layers.shift('CZKFBJ', 1)
    expect(layers.shown).toEqual(['DLTB', 'CZKFBJ', 'STBHHX'])
    layers.shift('DLTB', -1)
    expect(layers.shown).toEqual(['DLTB', 'CZKFBJ', 'STBHHX'])
  })

  it('keeps order and opacity when another moment is loaded', async () => {
    const layers = useLayers()
    await layers.load()
    layers.shift('DLTB', -1)
    layers.fade('DLTB', 50)
    await layers.load()
    expect(layers.shown).toEqual(['CZKFBJ', 'DLTB', 'STBHHX'])
    expect(layers.choiceOf('DLTB')?.opacity).toBe(50)
  })
})
