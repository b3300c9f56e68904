import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Live, type LiveAsk, type LiveListener, PATIENCE_MS } from './live'
import type { Review } from './types'

const ask = (name: string): LiveAsk => ({
  request: { name, crs: 'EPSG:4490', plots: [], project: { kind: '', purpose: '', level: '', documents: [] } },
})

describe('the verdict that follows the pen', () => {
  let sent: { name: string; answer: () => void; signal: AbortSignal }[]
  let answered: string[]
  let current: boolean[]
  let live: Live
  let now: number

  beforeEach(() => {
    vi.useFakeTimers()
    now = 0
    sent = []
    answered = []
    current = []
    const listener: LiveListener = {
      busy: () => {},
      answered: (r, _millis, _ask, newest) => {
        answered.push(String(r.id))
        current.push(newest)
      },
      failed: () => {},
    }
    const post = (a: LiveAsk, signal: AbortSignal) =>
      new Promise<Review>((resolve) => {
        const name = a.request.name ?? ''
        sent.push({ name, signal, answer: () => resolve({ id: name } as unknown as Review) })
      })
    live = new Live(listener, post, () => now)
  })
  afterEach(() => vi.useRealTimers())

  const pass = async (ms: number) => {
    now += ms
    await vi.advanceTimersByTimeAsync(ms)
  }

  it('has two on their way, asks the newest next and drops what lies between', async () => {
    live.ask(ask('a'))
    await pass(0)
    live.ask(ask('b'))
    await pass(20)
    live.ask(ask('c'))
    live.ask(ask('d'))
    await pass(20)
    expect(sent.map((s) => s.name)).toEqual(['a', 'b'])
    sent[0]?.answer()
    await pass(100)
    expect(sent.map((s) => s.name)).toEqual(['a', 'b', 'd'])
    expect(answered).toEqual(['a'])
  })

  it('shows no answer after a newer one, and says which one is the newest', async () => {
    live.ask(ask('a'))
    await pass(0)
    live.ask(ask('b'))
    await pass(20)
    sent[1]?.answer()
    await pass(0)
    sent[0]?.answer()
    await pass(0)
    expect(answered).toEqual(['b'])
    expect(current).toEqual([true])
  })

  it('an answer while a newer question is on its way is not the last word', async () => {
    live.ask(ask('a'))
    await pass(0)
    live.ask(ask('b'))
    await pass(20)
    sent[0]?.answer()
    await pass(0)
    expect(current).toEqual([false])
    sent[1]?.answer()
    await pass(0)
    expect(current).toEqual([false, true])
  })

  it('asks in the very step of the hand when nothing holds it back', () => {
    live.ask(ask('a'))
    expect(sent.map((s) => s.name)).toEqual(['a'])
  })

  it('gives up an old question for a newer one', async () => {
    live.ask(ask('a'))
    await pass(0)
    await pass(PATIENCE_MS + 1)
    live.ask(ask('b'))
    await pass(100)
    expect(sent[0]?.signal.aborted).toBe(true)
    sent[1]?.answer()
    await pass(0)
    expect(answered).toEqual(['b'])
  })

  it('says nothing of a site that is gone', async () => {
    live.ask(ask('a'))
    await pass(0)
    live.clear()
    sent[0]?.answer()
    await pass(0)
    expect(answered).toEqual([])
  })
})
