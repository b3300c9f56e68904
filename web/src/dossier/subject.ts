import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Plot } from '../conformity/types'

/** Whose dossier is asked for. */
export type Subject =
  | { kind: 'point'; at: [number, number] }
  | { kind: 'feature'; layer: string; hash: string; feature: number }
  | { kind: 'site'; name: string; plots: Plot[] }

/** A subject as a part of an address; a drawn area has none, because it is nowhere but on this desk. */
export function tagOf(subject: Subject | null): string {
  if (subject === null || subject.kind === 'site') return ''
  if (subject.kind === 'point') return `${subject.at[0].toFixed(6)},${subject.at[1].toFixed(6)}`
  return `${subject.layer}/${subject.hash}/${subject.feature}`
}

export function subjectOf(tag: string): Subject | null {
  const point = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(tag)
  if (point !== null) return { kind: 'point', at: [Number(point[1]), Number(point[2])] }
  const feature = /^([A-Z0-9]+)\/([0-9a-f]{64})\/(\d+)$/.exec(tag)
  if (feature === null) return null
  return { kind: 'feature', layer: feature[1] ?? '', hash: feature[2] ?? '', feature: Number(feature[3]) }
}

/** The body of the question. */
export function bodyOf(subject: Subject, asOf: string, known: string): Record<string, unknown> {
  const clocks = { ...(asOf === '' ? {} : { asOf }), ...(known === '' ? {} : { known }) }
  switch (subject.kind) {
    case 'point':
      return { point: subject.at, ...clocks }
    case 'feature':
      return { feature: { layer: subject.layer, hash: subject.hash, feature: subject.feature }, ...clocks }
    case 'site':
      return { name: subject.name, crs: 'EPSG:4490', plots: subject.plots, ...clocks }
  }
}

/** The page of a subject on its own; empty for a drawn area. */
export function pageOf(subject: Subject): string {
  if (subject.kind === 'point') return `/place?lon=${subject.at[0].toFixed(6)}&lat=${subject.at[1].toFixed(6)}`
  return subject.kind === 'feature' ? `/feature/${subject.layer}/${subject.hash}/${subject.feature}` : ''
}

/** The dossier that is open on the desk, and whether the next click on the map opens one. */
export const useDossier = defineStore('dossier', () => {
  const subject = shallowRef<Subject | null>(null)
  const picking = ref(false)
  const tag = computed(() => tagOf(subject.value))
  function open(of: Subject): void {
    subject.value = of
    picking.value = false
  }
  function close(): void {
    subject.value = null
    picking.value = false
  }
  return { subject, picking, tag, open, close }
})
