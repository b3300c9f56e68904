import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useSite } from '../site'
import type { Geometry } from '../types'
import { check } from './checks'
import { addHole, cornerAt, type Edited, insertCorner, mergePlots, moveAll, moveCorner, type Refused, removeCorner, removeRing, splitAll } from './edit'
import { type CornerRef, type Point, shapeOf } from './shapes'

/** What the pen is on: a layer's code, a corner or edge of the site itself, or nothing. */
export type Snapped = { layer: string } | { own: true } | null

/** What the hand does to the site: the chosen corner, what the pen snaps to, and every edit as a step of undo. */
export const useEditing = defineStore('editing', () => {
  const site = useSite()
  const corner = shallowRef<CornerRef | null>(null)
  /** Plots ticked in the table, by position. */
  const picked = ref<number[]>([])
  const magnet = ref(true)
  const snapped = shallowRef<Snapped>(null)
  /** Why there is nothing to snap to: zoomed out too far, or more boundaries than are given. */
  const magnetIdle = ref<'far' | 'many' | 'failed' | null>(null)
  const refused = ref<Refused | null>(null)
  const faults = computed(() => (site.phase === 'empty' && site.sketch === null ? [] : check(site.judged)))
  const at = computed<Point | null>(() => (corner.value === null ? null : (cornerAt(site.moving ?? site.plots, corner.value) ?? null)))
  /** The table of corners shall be shown, and take the focus on the chosen one; the table takes it back. */
  const toTable = ref(false)
  /** Opens the dialog for typed and pasted coordinates. */
  const typing = ref(false)
  /** Lines that were pasted elsewhere and go into that dialog. */
  const given = ref('')

  function done(edited: Edited, key = ''): boolean {
    if ('refused' in edited) {
      refused.value = edited.refused
      return false
    }
    refused.value = null
    site.drawn(edited.plots, key)
    return true
  }

  function choose(ref_: CornerRef | null): void {
    corner.value = ref_
    refused.value = null
  }

  const ringAt = (r: CornerRef): Point[] => shapeOf(site.plots[r.plot]?.geometry ?? { type: '', coordinates: [] })[r.polygon]?.[r.ring] ?? []

  /** All corners in their order: what Page keys go through. */
  function walk(by: number): void {
    const all = site.plots.flatMap((plot, p) => shapeOf(plot.geometry).flatMap((polygon, g) => polygon.flatMap((ring, r) => ring.map((_, c): CornerRef => ({ plot: p, polygon: g, ring: r, corner: c })))))
    const now = corner.value
    const i = now === null ? -1 : all.findIndex((r) => r.plot === now.plot && r.polygon === now.polygon && r.ring === now.ring && r.corner === now.corner)
    choose(all[i === -1 ? (by > 0 ? 0 : all.length - 1) : (i + by + all.length) % all.length] ?? null)
  }

  const keyOf = (r: CornerRef): string => `corner ${r.plot}.${r.polygon}.${r.ring}.${r.corner}`

  function moveTo(to: Point, key = ''): void {
    const now = corner.value
    if (now !== null) site.drawn(moveCorner(site.plots, now, to), key)
  }

  /** By so many degrees; steps of one corner in a row are one step of undo. */
  function nudge(dLon: number, dLat: number): void {
    const [now, from] = [corner.value, at.value]
    if (now !== null && from !== null) moveTo([from[0] + dLon, from[1] + dLat], keyOf(now))
  }

  function shift(dLon: number, dLat: number): void {
    site.drawn(moveAll(site.plots, dLon, dLat), 'whole')
  }

  function insertAfter(to?: Point, key = ''): void {
    const now = corner.value
    if (now === null) return
    const ring = ringAt(now)
    const [a, b] = [ring[now.corner], ring[(now.corner + 1) % ring.length]]
    if (a === undefined || b === undefined) return
    site.drawn(insertCorner(site.plots, now, to ?? [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]), key)
    choose({ ...now, corner: now.corner + 1 })
  }

  function remove(of: CornerRef | null = corner.value): void {
    if (of === null || !done(removeCorner(site.plots, of))) return
    if (corner.value !== null) choose({ ...of, corner: Math.max(0, of.corner - 1) })
  }

  /** The hole, or the outer ring and with it the plot, of the chosen corner. */
  function dropRing(): void {
    if (corner.value === null) return
    const next = removeRing(site.plots, corner.value)
    choose(null)
    site.drawn(next)
  }

  function removePlot(i: number): void {
    choose(null)
    picked.value = []
    site.drawn(site.plots.filter((_, at_) => at_ !== i))
  }

  function name(i: number, change: { name?: string; use?: string; number?: string }): void {
    site.drawn(site.plots.map((plot, at_) => (at_ === i ? { ...plot, ...change } : plot)), `name ${i}`)
  }

  function split(line: readonly Point[]): boolean {
    return done(splitAll(site.plots, line))
  }

  /** The ticked plots, or all when none is ticked. */
  function merge(): boolean {
    const which = picked.value.length > 0 ? picked.value : site.plots.map((_, i) => i)
    if (!done(mergePlots(site.plots, which))) return false
    picked.value = []
    choose(null)
    return true
  }

  function hole(drawn: Geometry): boolean {
    return done(addHole(site.plots, drawn))
  }

  /** A corner that is no longer there is not chosen. */
  watch(() => site.plots, (plots) => {
    if (corner.value !== null && cornerAt(plots, corner.value) === undefined) corner.value = null
    picked.value = picked.value.filter((i) => i < plots.length)
    refused.value = null
  })

  return {
    corner, at, picked, magnet, snapped, magnetIdle, refused, faults, typing, given, toTable,
    choose, walk, moveTo, nudge, shift, insertAfter, remove, dropRing, removePlot, name, split, merge, hole,
  }
})
