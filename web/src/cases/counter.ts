import type { Problem } from '../shell/problem'
import type { Word } from '../shell/words'

const HOLDS = (what: string, title: Word | undefined): boolean => title !== undefined && (typeof title === 'string' ? what.includes(title) : what.includes(title.zh) || what.includes(title.en))

/**
 * Sentences beside the fields that they speak of: by the place that a refused application names (`form.name`, `/name`), or by the
 * title that the sentence says.
 */
export function fieldErrors(problem: Problem | null, titles: Record<string, Word> = {}): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const part of problem?.parts ?? []) {
    const placed = /^(?:form[.:/ ]+|\/)?([\w.-]+)$/.exec(part.where ?? '')?.[1]
    const field = placed ?? Object.keys(titles).find((name) => HOLDS(part.what, titles[name]))
    if (field !== undefined && errors[field] === undefined) errors[field] = part.what
  }
  return errors
}
