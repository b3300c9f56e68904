import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { call, wire } from '../shell/http'
import { type Problem, problemFrom } from '../shell/problem'

export interface FieldInfo {
  code: string
  zh: string
  en: string
  type: string
}

export interface SnapshotInfo {
  hash: string
  inForceFrom: string
  knownFrom: string
  features: number
  bounds: [number, number, number, number] | null
  invented: boolean
  source?: string | null
}

export interface LayerInfo {
  code: string
  group: string
  zh: string
  en: string
  kind: string
  owner?: string | null
  required: boolean
  fields: FieldInfo[]
  classScheme?: string | null
  classField?: string | null
  snapshot: SnapshotInfo | null
  reason: string | null
}

export interface LayersAnswer {
  asOf: string
  known: string | null
  layers: LayerInfo[]
}

export interface ClassInfo {
  code: string
  name: string
  l1?: string
  l1Name?: string
  threeWay?: string
}

export const GROUPS = ['survey', 'control-line', 'plan', 'risk', 'management'] as const
const FIRST_SHOWN = ['DLTB', 'YJJBNTBHTB', 'STBHHX', 'CZKFBJ']

async function fingerprint(layers: LayerInfo[]): Promise<string> {
  if (globalThis.crypto?.subtle === undefined) return ''
  const text = layers.filter((l) => l.snapshot !== null).map((l) => `${l.code}=${l.snapshot?.hash}`).sort().join('\n')
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes.slice(0, 4), (b) => b.toString(16).padStart(2, '0')).join('')
}

/** The register's layers at the two clocks, and which of them are shown. */
export const useLayers = defineStore('layers', () => {
  const answer = shallowRef<LayersAnswer | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const shown = ref<string[]>([...FIRST_SHOWN])
  /** Chosen dates; empty means today and everything known. */
  const asOf = ref('')
  const known = ref('')
  const baseline = ref('')
  const classes = shallowRef<Record<string, Record<string, ClassInfo>>>({})
  /** English names of classes by scheme; the schemes themselves are Chinese. Fetched only by a page in English. */
  const english = shallowRef<Record<string, Record<string, string>>>({})
  const loading = ref(false)
  const layers = computed(() => answer.value?.layers ?? [])
  const count = computed(() => layers.value.filter((l) => l.snapshot !== null).length)
  const byCode = computed(() => new Map(layers.value.map((l) => [l.code, l])))

  async function load(): Promise<void> {
    loading.value = true
    const query = new URLSearchParams()
    if (asOf.value !== '') query.set('asOf', asOf.value)
    if (known.value !== '') query.set('known', known.value)
    const tail = query.size > 0 ? `?${query}` : ''
    try {
      answer.value = await call<LayersAnswer>(`/api/layers${tail}`)
      problem.value = null
      baseline.value = await fingerprint(answer.value.layers)
      void loadClasses()
    } catch (error) {
      problem.value = problemFrom(error)
    } finally {
      loading.value = false
    }
  }

  async function loadClasses(): Promise<void> {
    if (wire.language === 'en') english.value = (await import('../shell/messages/classes.en.json')).default
    const schemes = new Set(layers.value.map((l) => l.classScheme).filter((s): s is string => typeof s === 'string'))
    for (const scheme of [...schemes].filter((s) => classes.value[s] === undefined)) {
      try {
        const list = await call<ClassInfo[]>(`/api/classes/${scheme}`)
        classes.value = { ...classes.value, [scheme]: Object.fromEntries(list.map((c) => [c.code, c])) }
      } catch {
        // The codes are shown without their names.
      }
    }
  }

  /** A class's name in the page's language; the Chinese one where no other is known, empty for an unknown code. */
  function className(scheme: string, code: string): string {
    const own = classes.value[scheme]?.[code]?.name ?? ''
    return wire.language === 'en' ? (english.value[scheme]?.[code.replace(/K$/, '')] ?? own) : own
  }

  /** The name of a scheme's first level, such as 耕地 for 01. */
  function firstLevelName(scheme: string, level: string): string {
    const own = Object.values(classes.value[scheme] ?? {}).find((c) => c.l1 === level)?.l1Name ?? level
    return wire.language === 'en' ? (english.value[`${scheme} level 1`]?.[level] ?? own) : own
  }

  function toggle(code: string): void {
    shown.value = shown.value.includes(code) ? shown.value.filter((c) => c !== code) : [...shown.value, code]
  }

  return { answer, problem, shown, asOf, known, baseline, classes, loading, layers, count, byCode, load, className, firstLevelName, toggle }
})
