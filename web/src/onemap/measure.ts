import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { call } from '../shell/http'
import { type Problem, problemFrom } from '../shell/problem'

export interface Measured {
  edges: string[]
  length: string
  area: string | null
}

export type Ring = [number, number][]

/** Metres as they are read: below ten kilometres in metres, beyond in kilometres; thousands apart. */
export function lengthText(metres: string | number, places = 2): { value: string; unit: 'm' | 'km' } {
  const n = Number(metres)
  const far = n >= 10_000
  const [whole = '', part] = (far ? n / 1000 : n).toFixed(far ? 3 : places).split('.')
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return { value: part === undefined ? spaced : `${spaced}.${part}`, unit: far ? 'km' : 'm' }
}

/** What is being measured; the server's figures follow the pen, the newest question only. */
export const useMeasure = defineStore('measure', () => {
  const points = shallowRef<Ring>([])
  const closed = ref(false)
  const done = ref(false)
  const answer = shallowRef<Measured | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const lit = ref<number | null>(null)
  let asking: AbortController | null = null

  async function measure(ring: Ring, isClosed: boolean, finished: boolean): Promise<void> {
    points.value = ring
    closed.value = isClosed
    done.value = finished
    asking?.abort()
    if (ring.length < (isClosed ? 3 : 2)) {
      answer.value = problem.value = null
      return
    }
    const mine = new AbortController()
    asking = mine
    try {
      const found = await call<Measured>('/api/measure', { method: 'POST', json: { closed: isClosed, points: ring }, signal: mine.signal })
      if (asking === mine) {
        answer.value = found
        problem.value = null
      }
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return
      answer.value = null
      problem.value = problemFrom(error)
    }
  }

  function clear(): void {
    asking?.abort()
    points.value = []
    done.value = false
    answer.value = problem.value = null
    lit.value = null
  }
  return { points, closed, done, answer, problem, lit, measure, clear }
})
