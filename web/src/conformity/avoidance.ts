import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useSession } from '../identity/session'
import { call } from '../shell/http'
import { type Problem, problemFrom } from '../shell/problem'
import { useSite } from './site'
import type { Geometry, Plot } from './types'

/** The pen has to rest so long before ways out are looked for. */
const REST_MS = 700

export interface Proposal {
  legalArea: string
  conclusion: string
  /** Whether nothing fails any more. */
  clear: boolean
  fails: string[]
  parts: string[]
  plots: { number: string; name: string; use: string; geodetic: Geometry }[]
}

export interface Avoidance {
  rules: string[]
  area: string
  most: number
  shift: { outcome: 'found' | 'none' | 'undecided'; distance?: number; bearing?: number } | null
  moved: Proposal | null
  cutOut: Proposal | null
}

export type Way = 'moved' | 'cutOut'

const POINTS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const

/** The eighth of the compass of a bearing in degrees from north. */
export function point(bearing: number): (typeof POINTS)[number] {
  return POINTS[Math.round(bearing / 45) % 8] ?? 'n'
}

/** Ways out of the conflicts of the site on the desk (最小避让), looked for while the hand rests. */
export const useAvoidance = defineStore('avoidance', () => {
  const site = useSite()
  const session = useSession()
  const answer = shallowRef<Avoidance | null>(null)
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  /** The way that is shown on the map before it is taken. */
  const looked = ref<Way | null>(null)
  let timer: ReturnType<typeof setTimeout> | null = null
  let flight: AbortController | null = null

  const fails = computed(() => site.phase === 'set' && site.moving === null && site.sketch === null && (site.review?.findings.some((f) => f.verdict === 'FAIL') ?? false))
  /** The way to recommend: the one that clears and keeps the area; else what clears by losing some. */
  const best = computed<Way | null>(() => (answer.value?.moved?.clear === true ? 'moved' : answer.value?.cutOut?.clear === true ? 'cutOut' : null))
  const outline = computed<Geometry[]>(() => (looked.value === null ? [] : answer.value?.[looked.value]?.plots.map((p) => p.geodetic) ?? []))

  function stop(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    flight?.abort()
    flight = null
    busy.value = false
    looked.value = null
    answer.value = null
    problem.value = null
  }

  async function find(): Promise<void> {
    const mine = (flight = new AbortController())
    busy.value = true
    try {
      answer.value = await call<Avoidance>('/api/sites/avoidance', { method: 'POST', json: site.request(), signal: mine.signal })
    } catch (error) {
      if (!mine.signal.aborted) problem.value = problemFrom(error)
    } finally {
      if (flight === mine) busy.value = false
    }
  }

  /** Puts a proposal in the place of the site, as one step of undo. */
  function adopt(way: Way): void {
    const proposal = answer.value?.[way]
    if (proposal === null || proposal === undefined) return
    const plots: Plot[] = proposal.plots.map(({ number, name, use, geodetic }) => ({ number, name, use, geometry: geodetic }))
    site.step({ plots, file: null })
  }

  watch(() => site.review, () => {
    stop()
    if (fails.value && session.may('conformity:review:live')) timer = setTimeout(() => void find(), REST_MS)
  })

  return { answer, busy, problem, looked, fails, best, outline, find, adopt }
})
