import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useLayers } from '../onemap/layers'

/** What the page is asked for, kept in its address: a link shows a colleague the same. */
export interface Asked {
  view: ComputedRef<string>
  layer: ComputedRef<string>
  division: ComputedRef<string>
  level: ComputedRef<string>
  columns: ComputedRef<string>
  owner: ComputedRef<string>
  town: ComputedRef<string>
  from: ComputedRef<string>
  /** The figure that is opened: row, column, or both ends of a flow. */
  row: ComputedRef<string>
  key: ComputedRef<string>
  to: ComputedRef<string>
  clocks: ComputedRef<Record<string, string>>
  set(change: Record<string, string | null>): void
}

export function useAsked(): Asked {
  const route = useRoute()
  const router = useRouter()
  const layers = useLayers()
  const one = (name: string, otherwise = ''): ComputedRef<string> => computed(() => (typeof route.query[name] === 'string' && route.query[name] !== '' ? route.query[name] : otherwise))
  return {
    view: one('view', 'table'),
    layer: one('layer', 'DLTB'),
    division: one('division'),
    level: one('level'),
    columns: one('columns', 'FIRST'),
    owner: one('owner'),
    town: one('town'),
    from: one('from'),
    row: one('row'),
    key: one('key'),
    to: one('to'),
    clocks: computed(() => ({ ...(layers.asOf === '' ? {} : { asOf: layers.asOf }), ...(layers.known === '' ? {} : { known: layers.known }) })),
    set(change) {
      const query = { ...route.query }
      for (const [name, value] of Object.entries(change)) {
        if (value === null || value === '') delete query[name]
        else query[name] = value
      }
      void router.replace({ query })
    },
  }
}

/** The parameters of a request, without those that say nothing. */
export function params(given: Record<string, string | number | boolean | null | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) if (value !== null && value !== undefined && value !== '') query.set(name, String(value))
  return query.toString()
}
