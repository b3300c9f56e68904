/** What was, what is, and what was taken back; without end as long as the page is open. */
export interface History<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  /** What the last step was; steps of one key in a row are one step. */
  readonly key: string
}

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], key: '' }
}

/** @param key joins this step with the one before when that had the same; empty for a step of its own */
export function push<T>(history: History<T>, next: T, key = ''): History<T> {
  if (next === history.present) return history
  const joins = key !== '' && key === history.key
  return { past: joins ? history.past : [...history.past, history.present], present: next, future: [], key }
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past[history.past.length - 1]
  if (before === undefined) return history
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], key: '' }
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...rest] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future: rest, key: '' }
}
