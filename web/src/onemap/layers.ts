import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { call, wire } from '../shell/http'
import { type Problem, problemFrom } from '../shell/problem'
import { lookOf } from './looks'
import type { Scales } from './scales'
import { type LayerChoice, layersOf, layersText, type SwipeState } from './viewState'

export interface FieldInfo {
  code: string
  zh: string
  en: string
  type: string
}

export interface SnapshotInfo {
  hash: string
  inForceFrom: string
  inForceTo?: string | null
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
  geometry: 'AREA' | 'LINE' | 'POINT'
  owner?: string | null
  required: boolean
  fields: FieldInfo[]
  classScheme?: string | null
  classField?: string | null
  scales?: Scales | null
  snapshot: SnapshotInfo | null
  reason: string | null
}

export interface LayersAnswer {
  asOf: string
  known: string | null
  /** Short hash of the register: part of a tile's address. */
  register: string
  layers: LayerInfo[]
}

export interface ClassInfo {
  code: string
  name: string
  en?: string
  l1?: string
  l1Name?: string
  l1En?: string
  threeWay?: string
}

export const GROUPS = ['survey', 'control-line', 'plan', 'risk', 'management'] as const
const FIRST_SHOWN = ['DLTB', 'YJJBNTBHTB', 'STBHHX', 'CZKFBJ']

/** The usual pile, from the top down: lines over grounds, as the looks say. */
export function usualPile(layers: readonly LayerInfo[]): string[] {
  return layers.map((l) => l.code).reverse().sort((a, b) => lookOf(b).order - lookOf(a).order)
}

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
  /** Every layer of the register from the top of the pile down; empty until the register has come. */
  const pile = ref<LayerChoice[]>([])
  /** What an address asked for before the register had come. */
  let wanted: string | null = null
  const early = ref<string[]>([...FIRST_SHOWN])
  const shown = computed<string[]>({
    get: () => (pile.value.length === 0 ? early.value : pile.value.filter((c) => c.on).map((c) => c.code)),
    set: (codes) => {
      early.value = [...codes]
      pile.value = pile.value.map((c) => ({ ...c, on: codes.includes(c.code) }))
    },
  })
  /** Chosen dates; empty means today and everything known. */
  const asOf = ref('')
  const known = ref('')
  const baseline = ref('')
  const classes = shallowRef<Record<string, Record<string, ClassInfo>>>({})
  const loading = ref(false)
  const layers = computed(() => answer.value?.layers ?? [])
  const count = computed(() => layers.value.filter((l) => l.snapshot !== null).length)
  const byCode = computed(() => new Map(layers.value.map((l) => [l.code, l])))

  /** The second moment of a swipe, on the left of its divider, and what was in force then. */
  const swipe = ref<SwipeState | null>(null)
  const other = shallowRef<LayersAnswer | null>(null)
  let asking = 0
  let askingOther = 0

  const usual = computed(() => usualPile(layers.value))
  const text = computed(() => layersText(pile.value, usual.value))

  const query = (moment: { asOf: string; known: string }): string => {
    const params = new URLSearchParams()
    if (moment.asOf !== '') params.set('asOf', moment.asOf)
    if (moment.known !== '') params.set('known', moment.known)
    return params.size > 0 ? `?${params}` : ''
  }

  /** What is being asked for; a second asker of the same waits for the first one's answer. */
  let under: { query: string; done: Promise<void> } | null = null

  function load(): Promise<void> {
    const asked = query({ asOf: asOf.value, known: known.value })
    if (under?.query === asked) return under.done
    const mine = { query: asked, done: fetched(asked).finally(() => under === mine && (under = null)) }
    under = mine
    return mine.done
  }

  async function fetched(asked: string): Promise<void> {
    loading.value = true
    const mine = ++asking
    try {
      const found = await call<LayersAnswer>(`/api/layers${asked}`)
      if (mine !== asking) return
      answer.value = found
      problem.value = null
      piled()
      baseline.value = await fingerprint(found.layers)
      void loadClasses()
    } catch (error) {
      if (mine === asking) problem.value = problemFrom(error)
    } finally {
      if (mine === asking) loading.value = false
    }
  }

  /** What was in force at the swipe's moment; the desk's own layers stay when it cannot be had. */
  async function loadOther(): Promise<void> {
    const mine = ++askingOther
    const moment = swipe.value
    if (moment === null) {
      other.value = null
      return
    }
    try {
      const found = await call<LayersAnswer>(`/api/layers${query(moment)}`)
      if (mine === askingOther && swipe.value !== null) other.value = found
    } catch (error) {
      problem.value = problemFrom(error)
    }
  }

  function piled(): void {
    if (wanted !== null) pile.value = layersOf(wanted, usual.value)
    else if (pile.value.length === 0) pile.value = usual.value.map((code) => ({ code, on: early.value.includes(code), opacity: 100 }))
    else pile.value = layersOf(layersText(pile.value, usual.value), usual.value)
    wanted = null
  }

  /** The layers as an address says them, now or when the register has come. */
  function restore(asked: string): void {
    wanted = asked
    if (layers.value.length > 0) piled()
    else early.value = asked.split(',').filter((part) => !part.startsWith('-')).map((part) => part.replace(/~\d+$/, ''))
  }

  const choiceOf = (code: string): LayerChoice | undefined => pile.value.find((c) => c.code === code)

  function fade(code: string, opacity: number): void {
    pile.value = pile.value.map((c) => (c.code === code ? { ...c, opacity } : c))
  }

  /** Puts a layer directly above another one that is shown, or below the last when none is given. */
  function put(code: string, above: string | null): void {
    const moved = choiceOf(code)
    if (moved === undefined || code === above) return
    const rest = pile.value.filter((c) => c.code !== code)
    const at = above === null ? rest.length : rest.findIndex((c) => c.code === above)
    rest.splice(at < 0 ? rest.length : at, 0, moved)
    pile.value = rest
  }

  /** One step up (−1) or down (+1) among the layers that are shown. */
  function shift(code: string, by: 1 | -1): void {
    const at = shown.value.indexOf(code)
    const next = shown.value[at + by]
    if (at < 0 || next === undefined) return
    if (by === -1) put(code, next)
    else put(next, code)
  }

  async function loadClasses(): Promise<void> {
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

  /** A class's name in the page's language; empty for an unknown code. */
  function className(scheme: string, code: string): string {
    const own = classes.value[scheme]?.[code]
    return (wire.language === 'en' ? own?.en : own?.name) ?? ''
  }

  /** The name of a scheme's first level, such as 耕地 for 01. */
  function firstLevelName(scheme: string, level: string): string {
    const own = Object.values(classes.value[scheme] ?? {}).find((c) => c.l1 === level)
    return (wire.language === 'en' ? own?.l1En : own?.l1Name) ?? level
  }

  function toggle(code: string): void {
    shown.value = shown.value.includes(code) ? shown.value.filter((c) => c !== code) : [...shown.value, code]
  }

  return {
    answer, problem, shown, pile, usual, text, asOf, known, baseline, classes, loading, layers, count, byCode, swipe, other,
    load, loadOther, restore, choiceOf, fade, put, shift, className, firstLevelName, toggle,
  }
})
