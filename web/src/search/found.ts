import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Geometry } from '../conformity/types'
import { call } from '../shell/http'

/** What the map shall show: a place that was found, or a feature that a table points at. */
export interface Found {
  title: string
  more: string
  at: [number, number] | null
  bounds: [number, number, number, number] | null
  /** Its outline is fetched when it is a feature, or a group of features with one value. */
  layer?: string
  hash?: string
  feature?: number
  field?: string
  value?: string
}

/** What was found lies on the map until it is put away. */
export const useFound = defineStore('found', () => {
  const shown = shallowRef<Found | null>(null)
  const outline = shallowRef<Geometry | null>(null)
  /** Rises when the map shall go there. */
  const goes = ref(0)
  let asking = 0

  async function show(found: Found): Promise<void> {
    const mine = ++asking
    shown.value = found
    outline.value = null
    goes.value += 1
    if (found.layer === undefined || found.hash === undefined) return
    const base = `/api/outlines/${found.layer}/${found.hash}`
    const path = found.feature === undefined ? `${base}?${new URLSearchParams({ field: found.field ?? '', value: found.value ?? '' })}` : `${base}/${found.feature}`
    try {
      const answer = await call<{ geometry: Geometry }>(path)
      if (mine === asking) outline.value = answer.geometry
    } catch {
      // The map goes there all the same; the outline is only shown where it can be had.
    }
  }
  function clear(): void {
    asking += 1
    shown.value = outline.value = null
  }
  return { shown, outline, goes, show, clear }
})
