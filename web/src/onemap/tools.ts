import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Geometry } from '../conformity/types'
import { resolutionAt } from './projection'

export type Tool = 'pan' | 'identify' | 'draw' | 'edit' | 'move' | 'split' | 'hole' | 'length' | 'area'

/** What lies over the map beside the hand's own tool. */
export type Panel = '' | 'versions' | 'plate'

/** What the hand does on the map, where the map is, and where it shall go. */
export const useTools = defineStore('tools', () => {
  const tool = ref<Tool>('pan')
  const pointer = shallowRef<[number, number] | null>(null)
  const center = shallowRef<[number, number]>([109.41, 24.33])
  const zoom = ref(12)
  const scale = ref(0)
  /** Degrees a pixel, and the latitude at which scales are taken: that of the city. */
  const resolution = ref(resolutionAt(12))
  const latitude = ref(24.33)
  /** Part of the map's height that a sheet hides. */
  const covered = ref(0)
  /** The outline of the feature that is looked at. */
  const marked = shallowRef<Geometry | null>(null)
  /** The place that was asked about, and the feature chosen of what is there, such as DLTB.12. */
  const asked = shallowRef<[number, number] | null>(null)
  const feature = ref('')
  const panel = ref<Panel>('')
  /** The layer of the class table that lies open below the map; empty when none does. */
  const table = ref('')
  const tilesFailed = ref(false)
  /** Each new object is one order to the map. */
  const order = shallowRef<{ to: 'place'; center: [number, number]; zoom?: number } | { to: 'home' } | { to: 'site' } | { to: 'rule'; rule: string; feature?: number | null } | { to: 'finish' } | { to: 'corner'; at: [number, number] } | { to: 'undo' } | { to: 'zoom'; by: number } | { to: 'marked' } | { to: 'restart' } | null>(null)
  return { tool, pointer, center, zoom, scale, resolution, latitude, covered, marked, asked, feature, panel, table, tilesFailed, order }
})
