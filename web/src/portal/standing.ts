import type { Correction } from '../shell/correction'
import type { Clock, Material, Row, Step } from './types'

/** The colour of a case's state, always beside its word. */
export function toneOf(row: Pick<Row, 'state' | 'asked'>): 'ok' | 'w' | 'a' | 'n' | 'xl' {
  if (row.asked) return 'w'
  if (row.state === 'ISSUED' || row.state === 'APPROVED' || row.state === 'ARCHIVED') return 'ok'
  if (row.state === 'REFUSED' || row.state === 'NOT_ACCEPTED') return 'xl'
  if (row.state === 'DRAFT' || row.state === 'WITHDRAWN' || row.state === 'TERMINATED') return 'n'
  return 'a'
}

/** How much of the promised days is used, percent of the bar. */
export function usedShare(clock: Clock): number {
  return clock.limit <= 0 ? 0 : Math.min(100, Math.max(0, Math.round((100 * clock.used) / clock.limit)))
}

/** The step that the head of the page speaks of: one that waits for the bureau, else any open one. */
export function holding(steps: readonly Step[]): Step | null {
  return steps.find((s) => s.kind !== 'CORRECT') ?? steps[0] ?? null
}

/** Ends of files that a material takes, for a file field. */
export function accepted(forms: readonly string[]): string {
  return forms.map((f) => (f === 'jpg' ? '.jpg,.jpeg,image/jpeg' : f === 'png' ? '.png,image/png' : `.${f}`)).join(',')
}

export function takesPhotos(forms: readonly string[]): boolean {
  return forms.includes('jpg') || forms.includes('png')
}

/** A material that was to come later: the case may go on, but nothing is handed out without it. A signed promise owes none. */
export function isOwed(material: Pick<Material, 'state' | 'promise'>): boolean {
  return material.state === 'PROMISED' && material.promise === null
}

/** Whether a material may be given or exchanged: in a correction that names what to correct, those named and those that are missing. */
export function isOpen(material: Pick<Material, 'id' | 'source' | 'state'>, correction: Correction | null): boolean {
  if (material.source === 'SITE') return false
  return correction === null || correction.materials.includes(material.id) || material.state === 'MISSING'
}
