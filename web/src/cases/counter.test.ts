import { describe, expect, it } from 'vitest'
import { fieldErrors } from './counter'

const part = (where: string | undefined, what: string) => ({ code: 'c', what, where })

describe('what is wrong with an application', () => {
  it('stands beside its field, the first sentence of each', () => {
    const problem = { code: 'cases.incomplete', what: '', status: 422, parts: [part('form.floors', '层数最多 3'), part('form.floors', '另一句'), part('/height', '高度缺少'), part('material a b', '缺少'), part(undefined, '整体')] }
    expect(fieldErrors(problem)).toEqual({ floors: '层数最多 3', height: '高度缺少' })
  })

  it('is found by the title that its sentence says, in either language', () => {
    const problem = { code: 'cases.incomplete', what: '', status: 422, parts: [part(undefined, '还没有填：建筑面积。'), part(undefined, 'Height: at most 15.')] }
    expect(fieldErrors(problem, { floorArea: { zh: '建筑面积', en: 'Floor area' }, height: { zh: '建筑高度', en: 'Height' } })).toEqual({ floorArea: '还没有填：建筑面积。', height: 'Height: at most 15.' })
  })

  it('is nothing without a problem', () => {
    expect(fieldErrors(null)).toEqual({})
  })
})
