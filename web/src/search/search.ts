import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { useLayers } from '../onemap/layers'
import { call } from '../shell/http'
import { type Problem, problemFrom } from '../shell/problem'
import type { SearchAnswer } from './types'

/** What is typed in the box, and what answers it. Suggestions come while one types; Enter is the act that the log keeps. */
export const useSearch = defineStore('search', () => {
  const layers = useLayers()
  const text = ref('')
  const answer = shallowRef<SearchAnswer | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  /** Whether the answer is that of an act, and of the text as it stands. */
  const acted = ref(false)
  let timer: ReturnType<typeof setTimeout> | null = null
  let asking: AbortController | null = null

  function query(): string {
    const query = new URLSearchParams({ q: text.value.trim() })
    if (layers.asOf !== '') query.set('asOf', layers.asOf)
    if (layers.known !== '') query.set('known', layers.known)
    return query.toString()
  }

  async function ask(path: string, act: boolean): Promise<boolean> {
    asking?.abort()
    const mine = new AbortController()
    asking = mine
    busy.value = true
    try {
      const found = await call<SearchAnswer>(`${path}?${query()}`, { signal: mine.signal })
      if (asking !== mine) return false
      answer.value = found
      problem.value = null
      acted.value = act
      return true
    } catch (error) {
      if (asking !== mine || (error instanceof DOMException && error.name === 'AbortError')) return false
      answer.value = null
      problem.value = problemFrom(error)
      return false
    } finally {
      if (asking === mine) busy.value = false
    }
  }

  function typed(): void {
    if (timer !== null) clearTimeout(timer)
    acted.value = false
    if (text.value.trim() === '') return empty()
    busy.value = true
    timer = setTimeout(() => void ask('/api/search/suggestions', false), 140)
  }

  /** The act itself; its answer has more than what was suggested. */
  async function act(): Promise<boolean> {
    if (timer !== null) clearTimeout(timer)
    return text.value.trim() === '' ? false : ask('/api/search', true)
  }

  /** Leaves the entry of the act when a suggestion was taken without Enter. */
  function leaveEntry(): void {
    if (acted.value || text.value.trim() === '') return
    acted.value = true
    void call(`/api/search?${query()}`).catch(() => undefined)
  }

  function empty(): void {
    if (timer !== null) clearTimeout(timer)
    asking?.abort()
    asking = null
    busy.value = false
    answer.value = null
    problem.value = null
  }
  return { text, answer, problem, busy, acted, typed, act, leaveEntry, empty }
})
