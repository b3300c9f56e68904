import type { RuleLine } from './types'

/** The chapters of the handbook's table, by the letter of a row; X is what stands in another chapter. */
export const CHAPTERS = ['E', 'P', 'U', 'Z', 'D', 'H', 'N', 'M', 'C', 'X'] as const
export type Chapter = (typeof CHAPTERS)[number]

export function chapterOf(rule: Pick<RuleLine, 'row' | 'id'>): Chapter {
  if (rule.id.startsWith('conversion-')) return 'C'
  const letter = rule.row.slice(0, 1) as Chapter
  return CHAPTERS.includes(letter) ? letter : 'X'
}

/** Rules by chapter, in the order of the rows; empty chapters are left out. */
export function byChapter(rules: readonly RuleLine[]): { chapter: Chapter; rules: RuleLine[] }[] {
  return CHAPTERS.map((chapter) => ({
    chapter,
    rules: rules.filter((r) => chapterOf(r) === chapter).sort((a, b) => a.row.localeCompare(b.row) || a.id.localeCompare(b.id)),
  })).filter((c) => c.rules.length > 0)
}
