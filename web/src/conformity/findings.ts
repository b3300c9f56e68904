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

/** Share of the site in hundredths of a percent, whichever way it is given (0.0734, "7.34", 7.34 %). */
export function sharePercent(area: number | null, whole: number): number {
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
