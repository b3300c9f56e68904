import { describe, expect, it } from 'vitest'
import { NAME, openFields } from './correction'
import type { FormSchema } from './schemaForm'

const schema: FormSchema = {
  type: 'object',
  properties: {
    storeys: { type: 'integer' },
    oldHouse: { type: 'string', enum: ['return', 'rebuild'] },
    since: { type: 'string', format: 'date', 'x-when': { oldHouse: 'rebuild' } },
    proof: { type: 'string', 'x-when': { since: '1990-01-01' } },
    members: { type: 'integer' },
  },
}

describe('the fields of a correction', () => {
  it('are those named, and what waits for them', () => {
    expect(openFields(schema, { fields: ['oldHouse'], materials: [] })).toEqual(['oldHouse', 'since', 'proof'])
    expect(openFields(schema, { fields: ['members', NAME], materials: [] })).toEqual(['members'])
  })
  it('are none where papers alone are asked', () => {
    expect(openFields(schema, { fields: [], materials: ['plan'] })).toEqual([])
  })
})
