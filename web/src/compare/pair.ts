import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { ShownLayer } from '../onemap/CityMap'

/** How two versions stand to each other on the screen: a slide between them, two maps, or one through the other. */
export const VIEWS = ['swipe', 'side', 'through'] as const
export type View = (typeof VIEWS)[number]

/** One of two versions that are looked at together. */
export interface PairSide {
  layers: readonly ShownLayer[]
  /** Short hash of the register: part of a tile's address. */
  register: string
  title: string
  asOf: string
  /** An instant; null: not released, so nobody knows it. */
  known: string | null
  source: string
}

/** The view that an address names; a slide where it names none that exists. */
export function viewOf(text: unknown): View {
  return VIEWS.find((view) => view === text) ?? 'swipe'
}

/** The view after this one, in the order of the switch. */
export function viewAfter(view: View): View {
  return VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length] ?? 'swipe'
}

/** The view, remembered in the address. */
export function useView(): WritableComputedRef<View> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => viewOf(route.query.view),
    set: (view) => void router.replace({ query: { ...route.query, view: view === 'swipe' ? undefined : view } }),
  })
}

/** Where a slide or an opacity goes on a key, of 100; null where the key is none of theirs. */
export function slid(key: string, at: number): number | null {
  const by: Record<string, number> = { ArrowLeft: -2, ArrowDown: -2, ArrowRight: 2, ArrowUp: 2, PageDown: -10, PageUp: 10, Home: -100, End: 100 }
  const step = by[key]
  return step === undefined ? null : Math.min(100, Math.max(0, at + step))
}
