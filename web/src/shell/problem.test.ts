import { describe, expect, it } from 'vitest'
import { ApiFailure, asksForCrs, ownCode, partsOf, problemFrom, problemOf } from './problem'

describe('an answer that is a problem', () => {
  it('keeps code, what, why and what to do', () => {
    const problem = problemOf(422, {
      type: 'about:blank',
      title: '界址文件没有读进来',
      status: 422,
      code: 'format.txt.unclosed',
      detail: '第 27 行,地块 2 首尾没有闭合',
      todo: '补上闭合点',
      where: '第 27 行',
      problems: [{ code: 'format.txt.unclosed', what: '没有闭合', severity: 'REFUSED', coordinate: [1, 2] }],
    })
    expect(problem).toMatchObject({ code: 'format.txt.unclosed', what: '界址文件没有读进来', todo: '补上闭合点', where: '第 27 行' })
    expect(problem.parts[0]).toMatchObject({ what: '没有闭合', coordinate: [1, 2] })
  })

  it('without a body gets a code of the page by its status', () => {
    expect([0, 401, 403, 404, 413, 503, 400].map(ownCode)).toEqual([
      'offline', 'session-ended', 'forbidden', 'not-found', 'too-large', 'server', 'unexpected',
    ])
    expect(problemOf(502, '<html>')).toMatchObject({ code: 'server', parts: [] })
  })

  it('carries the incident number', () => {
    expect(problemOf(500, { code: 'unexpected', title: 'x', incident: 'A1' }).incident).toBe('A1')
  })

  it('names a place given as members', () => {
    expect(partsOf([{ code: 'a', what: 'b', where: { file: 'x.txt', line: 4 } }])[0]?.where).toBe('x.txt · line 4')
  })

  it('tells a question for the coordinate system from other refusals', () => {
    expect(asksForCrs(problemOf(422, { code: 'format.crs-unknown', title: 'x' }))).toBe(true)
    expect(asksForCrs(problemOf(422, { code: 'format.txt.no-plots', title: 'x' }))).toBe(false)
  })

  it('is found in what was thrown', () => {
    const problem = problemOf(403, null)
    expect(problemFrom(new ApiFailure(problem))).toBe(problem)
    expect(problemFrom(new Error('x'))).toMatchObject({ code: 'unexpected', why: 'x' })
  })
})
