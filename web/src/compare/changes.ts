import { useI18n } from 'vue-i18n'
import { ref, shallowRef, watch, type Ref } from 'vue'
import type { Geometry } from '../conformity/types'
import type { ClassInfo } from '../onemap/layers'
import { call } from '../shell/http'
import { type Problem, problemFrom } from '../shell/problem'
import type { Measured } from './extent'

export const CHANGE_KINDS = ['ADDED', 'REMOVED', 'RESHAPED', 'REVALUED'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** A feature in one of two versions. */
export interface FeatureState extends Measured {
  /** Its class; empty where the layer has none. */
  code: string
  /** Nothing where its shape is empty. */
  bounds?: [number, number, number, number]
  /** Only when it is asked for to be drawn. */
  outline?: Geometry
}

/** A feature that is not as it was. */
export interface ChangedFeature {
  key: string
  change: ChangeKind
  before?: FeatureState
  after?: FeatureState
}

export interface ChangesInBox {
  /** False: only the largest are given. */
  complete: boolean
  features: ChangedFeature[]
}

export interface ChangesPage {
  total: number
  next: number | null
  features: ChangedFeature[]
}

/** Where the changes between two versions are asked for. */
export interface ChangeSource {
  inBox(box: readonly number[]): Promise<ChangesInBox>
  page(wanted: { change: string; code: string | null; after: number }): Promise<ChangesPage>
}

const PAGE = 100

/** @param fixed what each question says besides: the versions' hashes, or nothing where the address says it all */
export function changeSource(address: string, fixed: Record<string, string> = {}): ChangeSource {
  return {
    inBox: (box) => call<ChangesInBox>(`${address}?${new URLSearchParams({ ...fixed, box: box.map((v) => v.toFixed(7)).join(',') })}`, { background: true }),
    page: ({ change, code, after }) => call<ChangesPage>(`${address}/list?${new URLSearchParams({ ...fixed, limit: String(PAGE), after: String(after), ...(change === '' ? {} : { change }), ...(code === null ? {} : { code }) })}`),
  }
}

/** The ground of a changed feature, before and after together; null where it has none. */
export function placeOf(feature: ChangedFeature): [number, number, number, number] | null {
  const boxes = [feature.before?.bounds, feature.after?.bounds].filter((b) => b !== undefined)
  if (boxes.length === 0) return null
  return [Math.min(...boxes.map((b) => b[0])), Math.min(...boxes.map((b) => b[1])), Math.max(...boxes.map((b) => b[2])), Math.max(...boxes.map((b) => b[3]))]
}

/** A little ground around a place, so that one can see where it is. */
export function around(bounds: readonly number[]): number[] {
  const [w = 0, s = 0, e = 0, n = 0] = bounds
  const grow = Math.max(0.0002, 0.6 * Math.max(e - w, n - s))
  return [w - grow, s - grow, e + grow, n + grow]
}

/** The class names of a scheme in the page's language; the codes where there are none. */
export function useClassNames(scheme: Ref<string | null>): (code: string) => string {
  const { t, locale } = useI18n()
  const names = shallowRef<Record<string, ClassInfo>>({})
  watch(scheme, async (wanted) => {
    if (wanted === null) return
    const list = await call<ClassInfo[]>(`/api/classes/${wanted}`).catch(() => [])
    names.value = Object.fromEntries(list.map((c) => [c.code, c]))
  }, { immediate: true })
  return (code) => {
    if (code === '') return t('intake.no-class')
    const found = names.value[code]
    return found === undefined ? code : locale.value === 'en' ? (found.en ?? found.name) : found.name
  }
}

/** The changed features page by page, narrowed to a kind and a class. */
export function useChangePages(source: Ref<ChangeSource>) {
  const change = ref<ChangeKind | ''>('')
  const code = ref<string | null>(null)
  const rows = shallowRef<ChangedFeature[]>([])
  const total = ref<number | null>(null)
  const next = ref<number | null>(0)
  const loading = ref(false)
  const problem = shallowRef<Problem | null>(null)
  let asking = 0

  async function more(): Promise<void> {
    if (next.value === null || loading.value) return
    const mine = ++asking
    loading.value = true
    try {
      const page = await source.value.page({ change: change.value, code: code.value, after: next.value })
      if (mine !== asking) return
      rows.value = [...rows.value, ...page.features]
      total.value = page.total
      next.value = page.next
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
    rows.value = []
    total.value = null
    next.value = 0
    problem.value = null
    void more()
  }
  return { change, code, rows, total, next, loading, problem, more, again }
}
