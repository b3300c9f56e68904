import type { WayStep } from '../lines/types'
import { type Brief, type Taken, TONES, type Version } from './types'

export interface Station {
  /** DELIVER, CHECK, a step's id, DISPLAY, APPROVE or ENTER. */
  name: string
  /** A step's own words; null where the page has them. */
  words: WayStep | null
  look: 'done' | 'now' | 'wrong' | 'later'
  /** When it was taken last in this round. */
  last: Taken | null
}

type Seen = Pick<Version, 'state' | 'round' | 'steps' | 'way' | 'stepAt' | 'stopping' | 'next' | 'displayDays'>

function lastOf(v: Seen, is: (s: Taken) => boolean): Taken | null {
  return [...v.steps].reverse().find((s) => s.round === v.round && is(s)) ?? null
}

/** The steps as they stand: delivered and checked, each that agrees, the display where there is one, the approval, in force. */
export function stations(v: Seen): Station[] {
  const over = v.state === 'IN_FORCE' || v.state === 'SUPERSEDED'
  const shown = over || v.state === 'ON_DISPLAY' || v.state === 'APPROVED'
  const checked = lastOf(v, (s) => s.step === 'CHECK')
  const list: Station[] = [{ name: 'DELIVER', words: null, look: 'done', last: lastOf(v, (s) => s.step === 'DELIVER') }]
  list.push({ name: 'CHECK', words: null, look: v.state === 'DELIVERED' ? 'now' : checked?.outcome === 'DONE' && v.stopping.length === 0 ? 'done' : checked === null ? 'later' : 'wrong', last: checked })
  v.way.forEach((step, i) => {
    const taken = lastOf(v, (s) => s.step === 'REVIEW' && s.of === step.id)
    const passed = shown || (v.state === 'UNDER_REVIEW' && i < v.stepAt)
    const look = passed ? 'done' : v.state === 'UNDER_REVIEW' && i === v.stepAt ? 'now' : taken?.outcome === 'RETURNED' && v.state === 'RETURNED' ? 'wrong' : 'later'
    list.push({ name: step.id, words: step, look, last: look === 'done' || look === 'wrong' ? taken : null })
  })
  const reviewed = v.state === 'UNDER_REVIEW' && v.stepAt >= v.way.length
  if (v.displayDays > 0) {
    const done = over || v.state === 'APPROVED' || (v.state === 'ON_DISPLAY' && v.next === 'APPROVAL')
    list.push({ name: 'DISPLAY', words: null, look: done ? 'done' : v.state === 'ON_DISPLAY' || reviewed ? 'now' : 'later', last: shown ? lastOf(v, (s) => s.step === 'DISPLAY') : null })
  }
  const approved = over || v.state === 'APPROVED'
  list.push({ name: 'APPROVE', words: null, look: approved ? 'done' : v.next === 'APPROVAL' ? 'now' : 'later', last: approved ? lastOf(v, (s) => s.step === 'APPROVE') : null })
  list.push({ name: 'ENTER', words: null, look: over ? 'done' : v.state === 'APPROVED' ? 'now' : 'later', last: over ? lastOf(v, (s) => s.step === 'ENTER') : null })
  return list
}

export interface Standing {
  /** Key of the message files, and the day that its words name. */
  label: string
  day: string
  tone: string
}

type Dated = Pick<Brief, 'version' | 'state' | 'inForceFrom'>

/** Where a version stands on a day: one that was entered may wait for its day, and the one before it holds until then. */
export function standing(v: Dated, all: readonly Dated[], day: string): Standing {
  const entered = all.filter((o) => o.state === 'IN_FORCE' || o.state === 'SUPERSEDED')
  const held = entered.filter((o) => (o.inForceFrom ?? '9') <= day).sort((a, b) => b.version - a.version)[0]
  const next = entered.find((o) => o.state === 'IN_FORCE' && (o.inForceFrom ?? '') > day)
  if (v.version === next?.version) return { label: 'plans.from-day', day: next.inForceFrom ?? '', tone: TONES.APPROVED }
  if (v.state === 'SUPERSEDED' && v.version === held?.version && next) return { label: 'plans.until-day', day: next.inForceFrom ?? '', tone: TONES.IN_FORCE }
  return { label: `plans.state.${v.state}`, day: '', tone: TONES[v.state] }
}
