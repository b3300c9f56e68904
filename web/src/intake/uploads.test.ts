import { describe, expect, it } from 'vitest'
import { asks, proposal, type Upload } from './uploads'

function upload(naming: Upload['naming'], ...names: string[]): Upload {
  return { keptUntil: "2026-11-28T00:00:00Z", id: 'u', name: 'a.gpkg', size: 1, naming, layers: names.map((name) => ({ name, features: 1, geometry: 'AREA', proposed: name.toUpperCase() === 'DLTB' })) }
}

describe('which layer of a file is meant', () => {
  it('is not asked when there is one', () => {
    expect(asks(upload('NEEDED', 'roads'))).toBe(false)
    expect(proposal(upload('NEEDED', 'roads'))).toBe('')
    expect(asks(upload('NONE'))).toBe(false)
  })

  it('is the one with the name of the register, when there is one', () => {
    expect(proposal(upload('NEEDED', 'XZQ', 'dltb'))).toBe('dltb')
  })

  it('is left open when none has that name', () => {
    expect(proposal(upload('NEEDED', 'XZQ', 'roads'))).toBeNull()
  })

  it('is the whole of a drawing unless one is chosen', () => {
    expect(proposal(upload('OPTIONAL', '0', 'PARCEL'))).toBe('')
  })
})
