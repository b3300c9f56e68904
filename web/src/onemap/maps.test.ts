import { describe, expect, it } from 'vitest'
import { mapOf, mapText, type NamedMap } from './maps'
import { layersOf, layersText } from './viewState'

const usual = ['LINE', 'ZONE', 'PLOT', 'GROUND']
const map = (id: string, ...layers: [string, number, boolean][]): NamedMap => ({
  id, name: { zh: id, en: id }, about: { zh: '', en: '' }, hidden: false, asOf: null,
  layers: layers.map(([code, opacity, on]) => ({ code, opacity, on })),
})
const plan = map('plan', ['ZONE', 70, true], ['LINE', 100, true], ['PLOT', 100, false])
const survey = map('survey', ['GROUND', 100, true])
const shown = (text: string): string => layersText(layersOf(text, usual), usual)

describe('a named map', () => {
  it('is written as an address writes layers, from the top down', () => {
    expect(mapText(plan)).toBe('ZONE~70,LINE,-PLOT')
  })

  it('is known again by what it shows', () => {
    expect(mapOf([survey, plan], shown(mapText(plan)), usual)?.id).toBe('plan')
    expect(mapOf([survey, plan], shown('GROUND'), usual)?.id).toBe('survey')
  })

  it('is no longer that map when a layer was changed', () => {
    expect(mapOf([survey, plan], shown('ZONE~60,LINE,-PLOT'), usual)).toBeNull()
  })
})
