import { describe, expect, it } from 'vitest'
import { allFields, asks, besideFields, fieldsOf, missing, pruned, type FormSchema } from './schemaForm'

const schema: FormSchema = {
  type: 'object',
  required: ['storeys', 'oldHouse'],
  properties: {
    storeys: { type: 'integer', minimum: 1, maximum: 3, 'x-title': { zh: '盖几层', en: 'Storeys' } },
    oldHouse: { type: 'string', enum: ['return', 'rebuild'], 'x-title': { zh: '老屋怎么办', en: 'The old house' }, 'x-options': { return: { zh: '拆了还地', en: 'Pull it down' }, rebuild: { zh: '原址翻建', en: 'Rebuild' } } },
    since: { type: 'string', format: 'date', 'x-title': { zh: '哪年建的', en: 'Built' }, 'x-when': { oldHouse: 'rebuild' } },
    area: { type: 'number', 'x-title': { zh: '面积', en: 'Area' }, 'x-from': 'site:area' },
    household: { type: 'object', required: ['members'], properties: { members: { type: 'integer', minimum: 1, 'x-title': { zh: '几口人', en: 'Members' } } }, 'x-title': { zh: '家庭', en: 'Household' } },
  },
}

describe('a form by its schema', () => {
  it('asks nothing that the platform knows', () => {
    expect(fieldsOf(schema).map((f) => f.name)).toEqual(['storeys', 'oldHouse', 'since', 'household'])
    expect(allFields(schema).find((f) => f.name === 'area')?.from).toBe('site:area')
  })
  it('has few choices as buttons and small numbers as steps', () => {
    expect(fieldsOf(schema).map((f) => f.kind)).toEqual(['steps', 'buttons', 'date', 'group'])
  })
  it('asks a field only when what it waits for is said, and forgets it otherwise', () => {
    const since = fieldsOf(schema)[2]!
    expect(asks(since, { oldHouse: 'return' })).toBe(false)
    expect(asks(since, { oldHouse: 'rebuild' })).toBe(true)
    expect(pruned(schema, { oldHouse: 'return', since: '1990-01-01' })).toEqual({ oldHouse: 'return' })
  })
  it('says what is missing by its path, in groups too', () => {
    expect(missing(schema, { storeys: 2 }, '要填')).toEqual({ oldHouse: '要填', 'household/members': '要填' })
  })
  it('puts problems beside their fields by path or by title', () => {
    const part = (what: string, where?: string) => ({ code: 'x', what, where })
    const { errors, rest } = besideFields(schema, [part('wrong', 'form.storeys'), part('“几口人”没有填。'), part('site missing')])
    expect(errors).toEqual({ storeys: 'wrong', 'household/members': '“几口人”没有填。' })
    expect(rest.map((r) => r.what)).toEqual(['site missing'])
  })
})
