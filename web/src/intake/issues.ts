import { computed, type Ref, ref, shallowRef, watch } from 'vue'
import { call } from '../shell/http'
import { type Problem, problemFrom } from '../shell/problem'
import type { Issue, IssuesAnswer, Round } from './types'

const PAGE = 200
/** Rounds are compared issue by issue up to so many; beyond, by their counts. */
const MOST_COMPARED = 4000

/** The issues of a round's check, read page by page as they are wanted. */
export function useIssues(round: Ref<Round | null>, rule: Ref<string>, kind: Ref<string>) {
  const issues = shallowRef<Issue[]>([])
  const next = ref<number | null>(null)
  const loading = ref(false)
  const problem = shallowRef<Problem | null>(null)
  let asking = 0
  const run = computed(() => round.value?.run ?? null)

  async function more(): Promise<void> {
    if (run.value === null || loading.value) return
    loading.value = true
    const mine = ++asking
    const query = new URLSearchParams({ limit: String(PAGE), ...(rule.value === '' ? {} : { rule: rule.value }), ...(kind.value === '' ? {} : { kind: kind.value }), ...(next.value === null ? {} : { after: String(next.value) }) })
    try {
      const answer = await call<IssuesAnswer>(`/api/quality/runs/${run.value}/issues?${query}`)
      if (mine !== asking) return
      issues.value = [...issues.value, ...answer.issues]
      next.value = answer.next
      problem.value = null
    } catch (error) {
      if (mine === asking) problem.value = problemFrom(error)
    } finally {
      if (mine === asking) loading.value = false
    }
  }
  function again(): void {
    asking += 1
    loading.value = false
    issues.value = []
    next.value = null
    problem.value = null
    const found = round.value
    if (run.value !== null && found !== null && (found.refusing ?? 0) + (found.warnings ?? 0) > 0) void more()
  }
  watch([run, rule, kind], again, { immediate: true })
  return { issues, next, loading, problem, more, again }
}

/** All issues of a run, or null when there are too many to compare one by one. */
export async function allIssues(round: Round): Promise<Issue[] | null> {
  if (round.run === null || (round.refusing ?? 0) + (round.warnings ?? 0) > MOST_COMPARED) return null
  const all: Issue[] = []
  let after: number | null = null
  do {
    const query: string = new URLSearchParams({ limit: String(PAGE), ...(after === null ? {} : { after: String(after) }) }).toString()
    const answer: IssuesAnswer = await call<IssuesAnswer>(`/api/quality/runs/${round.run}/issues?${query}`, { background: true })
    all.push(...answer.issues)
    after = answer.next
  } while (after !== null && all.length <= MOST_COMPARED)
  return all
}
