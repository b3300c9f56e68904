import type { Site } from './types'

/** What was filled in and may not have reached the server yet. */
export interface Kept {
  name: string
  form: Record<string, unknown>
  site: Site | null
  /** Whether the server has it. */
  sent: boolean
  at: string
}

const PREFIX = 'cuntu.portal.draft.'

/** Keeps a draft on this device until the server has it; a browser that keeps nothing goes on without. */
export function keep(id: string, draft: Kept): void {
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify(draft))
  } catch {
    // the draft is on the page, and the server is asked to keep it
  }
}

export function kept(id: string): Kept | null {
  try {
    const text = localStorage.getItem(PREFIX + id)
    return text === null ? null : (JSON.parse(text) as Kept)
  } catch {
    return null
  }
}

export function forget(id: string): void {
  try {
    localStorage.removeItem(PREFIX + id)
  } catch {
    // nothing was kept
  }
}

const SEEN = 'cuntu.portal.seen.'

/** The last answer of an address, for when there is no network; of this session alone. */
export function remember(path: string, answer: unknown): void {
  try {
    sessionStorage.setItem(SEEN + path, JSON.stringify({ at: new Date().toISOString(), answer }))
  } catch {
    // too large, or nothing is kept: without a network there is nothing to show
  }
}

export function remembered<T>(path: string): { at: string; answer: T } | null {
  try {
    const text = sessionStorage.getItem(SEEN + path)
    return text === null ? null : (JSON.parse(text) as { at: string; answer: T })
  } catch {
    return null
  }
}
