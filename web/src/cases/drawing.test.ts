import { describe, expect, it } from 'vitest'
import { linesOf, pathOf, shapeOf, signOf, viewOf, wordAt } from './drawing'
import type { ProcessAnswer, ProcessNode } from './types'

const node = (kind: string, x = 0): ProcessNode => ({ id: kind, kind, name: '', x, y: 10, width: 100, height: 50, state: 'OPEN' })

describe('the drawing of a process', () => {
  it('has its nodes and its bends in sight', () => {
    const answer: ProcessAnswer = { nodes: [node('userTask', 100)], edges: [{ id: 'e', from: '', to: '', name: null, bends: [40, 5, 40, 120], taken: true }], tokens: [], times: {} }
    expect(viewOf(answer)).toEqual([14, -21, 212, 175])
  })

  it('knows the shapes however their kinds are spelled', () => {
    expect(['userTask', 'USER_TASK', 'startEvent', 'end-event', 'exclusiveGateway', 'receiveTask', 'serviceTask', 'boundaryEvent'].map((k) => shapeOf(node(k)))).toEqual(['step', 'step', 'start', 'end', 'gateway', 'wait', 'service', 'timer'])
    expect(['parallelGateway', 'inclusiveGateway', 'exclusiveGateway'].map((k) => signOf(node(k)))).toEqual(['plus', 'ring', 'x'])
  })

  it('puts the word of a flow where it has most room', () => {
    const edge = { id: 'e', from: '', to: '', name: '补正', bends: [0, 0, 0, 10, 100, 10], taken: false }
    expect([pathOf(edge), wordAt(edge, '补正')]).toEqual(['M0 0L0 10L100 10', { x: 50, y: 4, anchor: 'middle' }])
  })

  it('puts the word of a flow that goes up or down beside it, and leaves out one that would lie on a step', () => {
    const flow = (bends: number[]) => ({ id: 'e', from: '', to: '', name: null, bends, taken: false })
    expect(wordAt(flow([10, 0, 10, 40]), '不予受理')).toEqual({ x: 16, y: 24, anchor: 'start' })
    expect(wordAt(flow([0, 0, 20, 0]), '受理')).toBeNull()
    // a step just above the line: the word goes under it
    expect(wordAt(flow([0, 50, 100, 50]), '不同意', [{ x: 20, y: 0, width: 60, height: 46 }])).toEqual({ x: 50, y: 65, anchor: 'middle' })
  })

  it('breaks names by letters in Chinese and by words in English', () => {
    expect(linesOf('耕地保护会审意见', 60)).toEqual(['耕地保护', '会审意见'])
    expect(linesOf('Joint opinion of farmland', 100)).toEqual(['Joint opinion', 'of farmland'])
    expect(linesOf('Joint review of geohazards', 80)).toEqual(['Joint review', 'of geohazar…'])
    expect(linesOf('建设项目用地预审与选址意见书', 60)[1]?.endsWith('…')).toBe(true)
  })
})
