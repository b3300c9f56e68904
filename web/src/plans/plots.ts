import type { Geometry } from '../conformity/types'
import { areaText } from '../shell/area'
import { say, type Word } from '../shell/words'

export type Operator = 'AT_MOST' | 'AT_LEAST' | 'RANGE' | 'NONE' | 'UNREADABLE'
export type Answer = 'CONCERNED' | 'CLEAR' | 'NOT_ANSWERED'

export interface Limit {
  operator: Operator
  value: string | null
  least: string | null
}

export interface Version {
  hash: string
  inForceFrom: string
  knownFrom: string
  source: string
  invented: boolean
}

/** Areas are decimal strings in m²; null: the plan sets no such limit. */
export interface Figures {
  mostFloor: string | null
  leastFloor: string | null
  mostBase: string | null
  leastBase: string | null
  mostGreen: string | null
  leastGreen: string | null
}

export interface OnLine {
  type: string
  typeName: Word
  name: string
  area: string
  metres: number
  setback: string | null
  setbackStatus: string | null
}

export interface Control {
  layer: string
  layerName: Word
  answer: Answer
  reason: string | null
  version: Version | null
  area: string
  pieces: { label: string; area: string }[]
}

export interface Change {
  field: string
  was: string
  is: string
}

export interface Plot {
  feature: number
  unit: string
  number: string
  status: 'APPROVED' | 'IN_PREPARATION' | 'UNKNOWN'
  statusSaid: string
  use: string
  useName: Word
  compatible: { code: string; name: Word }[]
  compatibleMost: string | null
  ratio: Limit
  density: Limit
  green: Limit
  height: Limit
  legal: string
  stated: string | null
  statedDiffers: boolean
  figures: Figures
  divisionNames: Word[]
  linesReason: string | null
  lines: OnLine[]
  controls: Control[]
  history: { version: Version; present: boolean; changes: Change[] }[]
  geometry: Geometry | null
  box: number[]
}

export interface Governing {
  layer: string
  layerName: Word
  answer: Answer
  reason: string | null
  version: Version | null
  value: string
  rule: { zh: string; en: string; article: Article } | null
}

export interface Article {
  doc: string
  clause: string
  status: string
}

export interface Card {
  asOf: string
  known: string | null
  answer: Answer
  reason: string | null
  version: Version | null
  plots: Plot[]
  governing: Governing[]
}

export interface FoundPlot {
  feature: number
  unit: string
  number: string
  use: string
  box: number[]
}

type Say = (key: string, named?: Record<string, unknown>) => string

/** A limit in signs: ≤ 2.2; in words where there is none. */
export function limitText(limit: Limit, t: Say): string {
  switch (limit.operator) {
    case 'AT_MOST':
      return `≤ ${limit.value}`
    case 'AT_LEAST':
      return `≥ ${limit.value}`
    case 'RANGE':
      return `${limit.least} – ${limit.value}`
    case 'NONE':
      return t('plots.not-set')
    case 'UNREADABLE':
      return t('answer.NOT_ANSWERED')
  }
}

/** What may be built, in sentences for somebody who reads no plan; each says a thing, and what is not known is said too. */
export function sentences(plot: Plot, t: Say, lang: string): string[] {
  const m2 = (area: string | null): string => areaText(area, 'm2')
  const said: string[] = []
  said.push(t('plots.say.use', { use: say(plot.useName, lang), code: plot.use }))
  if (plot.status === 'IN_PREPARATION') said.push(t('plots.say.preparing'))
  if (plot.status === 'UNKNOWN') said.push(t('plots.say.unsure', { status: plot.statusSaid === '' ? '–' : plot.statusSaid }))
  const uses = plot.compatible.map((c) => say(c.name, lang)).join(lang === 'en' ? ', ' : '、')
  if (uses !== '') said.push(t(plot.compatibleMost === null ? 'plots.say.compatible' : 'plots.say.compatible-most', { uses, most: plot.compatibleMost ?? '' }))
  if (plot.figures.mostFloor !== null) said.push(t('plots.say.floor', { area: m2(plot.figures.mostFloor), ratio: plot.ratio.value ?? '' }))
  if (plot.figures.leastFloor !== null) said.push(t('plots.say.least-floor', { area: m2(plot.figures.leastFloor), ratio: plot.ratio.operator === 'AT_LEAST' ? (plot.ratio.value ?? '') : (plot.ratio.least ?? '') }))
  if (plot.figures.mostBase !== null) said.push(t('plots.say.base', { area: m2(plot.figures.mostBase), density: plot.density.value ?? '' }))
  if (plot.figures.leastGreen !== null) said.push(t('plots.say.green', { area: m2(plot.figures.leastGreen), green: plot.green.value ?? '' }))
  if (plot.height.operator === 'AT_MOST') said.push(t('plots.say.height', { height: plot.height.value ?? '' }))
  const limits = [['ratio', plot.ratio], ['density', plot.density], ['green', plot.green], ['height', plot.height]] as const
  const none = limits.filter(([, l]) => l.operator === 'NONE').map(([key]) => t(`plots.${key}`))
  if (none.length > 0) said.push(t('plots.say.none', { what: none.join(lang === 'en' ? ', ' : '、') }))
  const unread = limits.filter(([, l]) => l.operator === 'UNREADABLE').map(([key]) => t(`plots.${key}`))
  if (unread.length > 0) said.push(t('plots.say.unreadable', { what: unread.join(lang === 'en' ? ', ' : '、') }))
  const on = plot.lines.filter((l) => l.area !== '0.00')
  if (plot.linesReason !== null) said.push(t('plots.say.lines-silent'))
  for (const type of [...new Set(on.map((l) => say(l.typeName, lang)))]) said.push(t('plots.say.line', { line: type }))
  const met = plot.controls.filter((c) => c.answer === 'CONCERNED' && c.layer !== 'CZKFBJ').map((c) => say(c.layerName, lang))
  if (met.length > 0) said.push(t('plots.say.controls', { what: met.join(lang === 'en' ? ', ' : '、') }))
  const silent = plot.controls.filter((c) => c.answer === 'NOT_ANSWERED').map((c) => say(c.layerName, lang))
  if (silent.length > 0) said.push(t('plots.say.silent', { what: silent.join(lang === 'en' ? ', ' : '、') }))
  return said
}

/** A place typed as two numbers, longitude first; null when it is none. */
export function placeTyped(text: string): [number, number] | null {
  const found = /^\s*(\d{2,3}(?:\.\d+)?)\s*[,，\s]\s*(\d{1,2}(?:\.\d+)?)\s*$/.exec(text)
  if (found === null) return null
  const [lon, lat] = [Number(found[1]), Number(found[2])]
  return lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54 ? [lon, lat] : null
}

/** A ring typed as lines of longitude and latitude; null when a line is no place or there are fewer than three. */
export function ringTyped(text: string): Geometry | null {
  const lines = text.split(/\n/).map((line) => line.trim()).filter((line) => line !== '')
  const points = lines.map((line) => placeTyped(line.replace(/^J?\d+[,，]\s*(?=\d{2,3}\.)/i, '')))
  if (points.length < 3 || points.some((p) => p === null)) return null
  const ring = points as [number, number][]
  const first = ring[0] as [number, number]
  const last = ring[ring.length - 1] as [number, number]
  const closed = first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]
  return { type: 'Polygon', coordinates: [closed] } as Geometry
}
