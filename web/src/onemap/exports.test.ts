import { describe, expect, it } from 'vitest'
import { conditionsOf, isOver, sizeText } from './exports'

describe('exports', () => {
  it('writes conditions as the server reads them', () => {
    expect(conditionsOf([{ field: 'DLBM', value: ' 01* ' }, { field: 'BZ', value: '' }, { field: '', value: 'x' }])).toEqual(['DLBM=01*', 'BZ='])
  })
  it('says a size in the unit that is read at a glance', () => {
    expect([900, 1_500, 2_340_000].map(sizeText)).toEqual(['900 B', '1.5 kB', '2.3 MB'])
  })
  it('watches until an end', () => {
    const task = { id: '', done: 0, total: null, result: null, problems: [] }
    expect((['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const).map((state) => isOver({ ...task, state }))).toEqual([false, false, true, true, true])
  })
})
