import { areaText, cents, PLACES, stepsText, type Unit } from '../shell/area'
import { say } from '../shell/words'
import type { Article, Finding, LayerAnswer, Review, Verdict } from './types'

export interface Numbered {
  finding: Finding
  /** 1, 2, 3 … for what is shown on map, panel and report; null for what has no number. */
  number: number | null
}

const ORDER: Verdict[] = ['FAIL', 'CONDITIONAL', 'INFO', 'NOT_ANSWERED', 'PASS']

/** Findings in the order of their weight; those that take ground are numbered. */
export function numbered(review: Review): Numbered[] {
  const list = [...review.findings].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict))
  let next = 0
  return list.map((finding) => {
    const counts = finding.verdict === 'FAIL' || finding.verdict === 'CONDITIONAL' || finding.verdict === 'INFO'
    return { finding, number: counts ? ++next : null }
  })
}

/** Whether it passes because stated documents prove it. */
export function isProved(finding: Finding): boolean {
  return finding.verdict === 'PASS' && (finding.papers?.length ?? 0) > 0
}

/** How many pieces it takes; while the hand moves that is all that is known of them. */
export function takenBy(finding: Finding): number {
  return finding.pieces?.length ?? finding.taken ?? 0
}

export function countOf(review: Review, verdict: Verdict): number {
  return review.findings.filter((f) => f.verdict === verdict).length
}

export function unanswered(review: Review): LayerAnswer[] {
  return review.layers.filter((l) => l.answer === 'NOT_ANSWERED')
}

export function articles(finding: Finding): Article[] {
  if (finding.article === null || finding.article === undefined) return []
  return Array.isArray(finding.article) ? finding.article : [finding.article]
}

export function unverified(article: Article): boolean {
  return String(article.status ?? '').toLowerCase() === 'unverified'
}

/** The finding's area in a unit: hectares as the report prints them, so that page and paper say the same figure. */
export function findingArea(finding: Finding, unit: Unit): string {
  const printed = /^(\d+)\.(\d{4})$/.exec(finding.hectares ?? '')
  if (unit === 'm2' || printed === null) return areaText(finding.area, unit)
  const steps = Number(printed[1]) * 10000 + Number(printed[2])
  return stepsText(unit === 'mu' ? steps * 15 : steps, PLACES[unit])
}

/** The area with slivers, which no rule reads, in m² where it is another; empty where it is the same. */
export function withSlivers(finding: Finding): string {
  const more = finding.areaWithSlivers
  return more === null || more === undefined || more === finding.area ? '' : areaText(more, 'm2')
}

/** Share of the site in hundredths of a percent: the server's, which adds up with the others to 100.00. */
export function sharePercent(finding: Finding, whole: number): number {
  const given = cents(finding.share)
  const area = cents(finding.area)
  if (given !== null) return given
  return area === null || whole <= 0 ? 0 : Math.round((area * 10000) / whole)
}

export function titleOf(finding: Finding, lang: string): string {
  return say(finding.title, lang) || finding.rule
}

/** The class of the tag and the card for a verdict; colour is never alone, the tag says the word. */
export function tone(verdict: Verdict): string {
  switch (verdict) {
    case 'FAIL': return 'x'
    case 'CONDITIONAL': return 'w'
    case 'NOT_ANSWERED': return 'q'
    case 'INFO': return 'n'
    case 'PASS': return 'ok'
  }
}
