import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { call } from '../shell/http'
import { bureauTime } from '../shell/time'
import { useLayers } from './layers'

export interface VersionInfo {
  layer: string
  hash: string
  inForceFrom: string
  inForceTo: string | null
  knownFrom: string
  invented: boolean
  source: string
}

export interface MomentsAnswer {
  today: string
  known: string | null
  versions: VersionInfo[]
  instants: string[]
}

/** Instants that fall into one minute of the city's clock, by the last of them: what a delivery of many layers looks like. */
export interface KnownGroup {
  at: string
  text: string
}

const DAY = 86_400_000
export const dayOf = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY)
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

export function knownGroups(instants: readonly string[]): KnownGroup[] {
  const groups = new Map<string, string>()
  for (const at of instants) groups.set(bureauTime(at), at)
  return [...groups].map(([text, at]) => ({ at, text }))
}

/** The days on which a version of these layers came into force, ascending, none twice. */
export function releaseDates(versions: readonly VersionInfo[], layers: readonly string[]): string[] {
  return [...new Set(versions.filter((v) => layers.includes(v.layer)).map((v) => v.inForceFrom))].sort()
}

/** The slider's first and last day: whole years from the first version, four years at least, to today. */
export function span(dates: readonly string[], today: string): { first: number; last: number } {
  const year = Number(today.slice(0, 4))
  const earliest = Math.min(year - 3, ...dates.map((d) => Number(d.slice(0, 4))))
  const latest = dates[dates.length - 1] ?? today
  return { first: dayOf(`${earliest}-01-01`), last: Math.max(dayOf(today), dayOf(latest)) }
}

/** Marks at the new years, thinned so that no more than seven carry their number. */
export function yearTicks(first: number, last: number): { day: number; label: string }[] {
  const from = Number(dateOf(first).slice(0, 4))
  const to = Number(dateOf(last).slice(0, 4))
  const step = Math.ceil((to - from + 1) / 7)
  return Array.from({ length: to - from + 1 }, (_, i) => ({ day: dayOf(`${from + i}-01-01`), label: (to - from - i) % step === 0 ? String(from + i) : '' }))
}

/** The next or the previous of some days, or the day itself when there is none. */
export function neighbour(dates: readonly string[], date: string, by: 1 | -1): string {
  return (by === 1 ? dates.find((d) => d > date) : [...dates].reverse().find((d) => d < date)) ?? date
}

/** A day that is dragged close to a version's first day is that day. */
export function snapped(day: number, dates: readonly string[], reach: number): string {
  const near = dates.map(dayOf).reduce((best, d) => (Math.abs(d - day) < Math.abs(best - day) ? d : best), Number.POSITIVE_INFINITY)
  return dateOf(Math.abs(near - day) <= reach ? near : day)
}

/** What the two clocks can be set to. */
export const useMoments = defineStore('moments', () => {
  const layers = useLayers()
  const answer = shallowRef<MomentsAnswer | null>(null)
  const dates = computed(() => releaseDates(answer.value?.versions ?? [], layers.shown))
  const groups = computed(() => knownGroups(answer.value?.instants ?? []))
  const today = computed(() => answer.value?.today ?? layers.answer?.asOf ?? '')

  async function load(): Promise<void> {
    const tail = layers.known === '' ? '' : `?known=${encodeURIComponent(layers.known)}`
    try {
      answer.value = await call<MomentsAnswer>(`/api/moments${tail}`)
    } catch {
      // The clocks can still be typed in; what is wrong with them is told by the layers' own answer.
    }
  }
  return { answer, dates, groups, today, load }
})
