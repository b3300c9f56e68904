import { describe, expect, it } from 'vitest'
import { addressOf, askedOf, board, filled, leftOf, reviewChip, tree, viewCount } from './rows'
import type { Clock, Row } from './types'

const clock = (used: number, limit: number, light: Clock['light']): Clock => ({ used, limit, left: limit - used, due: '2026-11-30', light, unknownYear: 0 })
const at = (kind: Row['kind']): Row => ({ kind }) as Row

describe('what an address asks', () => {
  it('is the inbox of the person when it says nothing', () => {
    expect(askedOf({})).toEqual({ view: 'mine', light: '', step: '', matter: '', division: '', words: '', quick: '', sort: 'due', page: 0 })
  })

  it('leaves out words that nobody knows', () => {
    expect(askedOf({ view: 'everything', light: 'PURPLE', page: '-3', sort: 'name' })).toEqual(askedOf({}))
  })

  it('is put to the server without what is empty', () => {
    expect(addressOf(askedOf({ light: 'RED', words: '智能 装备' }))).toBe('/api/cases?view=mine&light=RED&words=%E6%99%BA%E8%83%BD%20%E8%A3%85%E5%A4%87&sort=due&page=0&size=50')
  })
})

describe('the figure beside a view', () => {
  const counts = { most: 1000, views: { mine: 4200, done: 1000, all: 999 }, lights: {}, steps: {}, quick: {} }

  it('says that there are more where counting ended', () => {
    expect(viewCount(counts, 'done')).toBe('1000+')
    expect(viewCount(counts, 'all')).toBe('999')
  })

  it('is whole for what waits', () => {
    expect(viewCount(counts, 'mine')).toBe('4200')
  })

  it('is nothing before the answer', () => {
    expect(viewCount(undefined, 'done')).toBe('0')
  })
})

describe('a clock', () => {
  it('says what is left, and how much it is over', () => {
    expect(leftOf(clock(14, 20, 'YELLOW'))).toEqual({ key: 'cases.clock.left', n: 6 })
    expect(leftOf(clock(22, 20, 'RED'))).toEqual({ key: 'cases.clock.over', n: 2 })
  })

  it('that stands still says so and not what is left', () => {
    expect(leftOf(clock(8, 20, 'GREY')).key).toBe('cases.clock.suspended')
  })

  it('names the year that has no calendar', () => {
    expect(leftOf({ ...clock(3, 20, 'UNKNOWN'), due: null, unknownYear: 2028 })).toEqual({ key: 'cases.clock.unknown', n: 2028 })
  })

  it('never draws beyond its bar', () => {
    expect([filled(clock(22, 20, 'RED')), filled(clock(5, 20, 'GREEN')), filled(clock(0, 0, 'GREEN'))]).toEqual([100, 25, 100])
  })
})

describe('the review of a row', () => {
  const review = { id: 'r', conclusion: 'FAIL', conflicts: 0, notAnswered: 0 }

  it('is not clear where a layer did not answer', () => {
    expect(reviewChip({ ...review, notAnswered: 2 })).toEqual({ key: 'cases.review.open', n: 2, tone: 'q' })
  })

  it('says nothing before there is one', () => {
    expect(reviewChip(null)).toBeNull()
  })

  it('names conflicts first', () => {
    expect(reviewChip({ ...review, conflicts: 3, notAnswered: 2 })?.n).toBe(3)
  })
})

describe('the board', () => {
  it('keeps the five columns of the way and adds others when something is there', () => {
    expect(board([at('ISSUE'), at('EXAMINE'), at(null)]).map((c) => `${c.kind}:${c.rows.length}`)).toEqual(['ACCEPT:0', 'EXAMINE:1', 'JOIN:0', 'CHECK:0', 'DECIDE:0', 'ISSUE:1', ':1'])
  })
})

describe('a tree kept as text', () => {
  it('is read, and nothing when it cannot be', () => {
    expect([tree('{"a":1}'), tree({ a: 1 }), tree('{'), tree(null)]).toEqual([{ a: 1 }, { a: 1 }, null, null])
  })
})
