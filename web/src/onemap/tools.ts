import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Hit } from './CityMap'

export type Tool = 'pan' | 'identify' | 'draw' | 'edit' | 'move' | 'split' | 'hole'

/** What the hand does on the map, where the map is, and where it shall go. */
export const useTools = defineStore('tools', () => {
  const tool = ref<Tool>('pan')
  const pointer = shallowRef<[number, number] | null>(null)
  const center = shallowRef<[number, number]>([109.41, 24.33])
  const zoom = ref(12)
  const scale = ref(0)
  /** Part of the map's height that a sheet hides. */
  const covered = ref(0)
  /** The feature that is looked at. */
  const marked = shallowRef<Hit | null>(null)
  const tilesFailed = ref(false)
  /** Each new object is one order to the map. */
  const order = shallowRef<{ to: 'place'; center: [number, number]; zoom?: number } | { to: 'home' } | { to: 'site' } | { to: 'rule'; rule: string; feature?: number | null } | { to: 'finish' } | { to: 'corner'; at: [number, number] } | { to: 'undo' } | { to: 'zoom'; by: number } | null>(null)
  return { tool, pointer, center, zoom, scale, covered, marked, tilesFailed, order }
})
