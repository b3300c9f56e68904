/**
 * What can go wrong, as the page shows it: what, why, what to do and the code. The server answers with
 * application/problem+json in the language asked for; everything that has no such body (no network, a proxy's page, an
 * abort) is given one of the page's own codes, whose sentences stand in the message files under `problem`.
 */
export interface Problem {
  code: string
  what: string
  why?: string
  todo?: string
  where?: string
  status: number
  incident?: string
  parts: ProblemPart[]
}

export interface ProblemPart {
  code: string
  what: string
  todo?: string
  where?: string
  severity?: string
  coordinate?: number[]
}

export class ApiFailure extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

/** The page's own codes; the sentences are `problem.<code>.what` and `.todo`. */
export type OwnCode = 'offline' | 'slow' | 'forbidden' | 'session-ended' | 'too-large' | 'not-found' | 'server' | 'unexpected'

export function ownCode(status: number): OwnCode {
  if (status === 0) return 'offline'
  if (status === 401) return 'session-ended'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  if (status === 413) return 'too-large'
  if (status >= 500) return 'server'
  return 'unexpected'
}

const text = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value === '' ? undefined : value
  if (value === null || value === undefined) return undefined
  return placeText(value as Record<string, unknown>)
}

/** A place given as members (file, line, plot, ring, point) in one line. */
function placeText(place: Record<string, unknown>): string | undefined {
  const parts = ['file', 'line', 'plot', 'ring', 'point']
    .filter((key) => place[key] !== null && place[key] !== undefined)
    .map((key) => (key === 'file' ? String(place[key]) : `${key} ${String(place[key])}`))
  return parts.length === 0 ? undefined : parts.join(' · ')
}

function part(value: Record<string, unknown>): ProblemPart {
  return {
    code: String(value.code ?? ''),
    what: String(value.what ?? value.detail ?? value.title ?? value.code ?? ''),
    todo: text(value.todo),
    where: text(value.where),
    severity: text(value.severity),
    coordinate: Array.isArray(value.coordinate) ? (value.coordinate as number[]) : undefined,
  }
}

/** Warnings and errors beside an accepted input, as the server lists them. */
export function partsOf(values: unknown): ProblemPart[] {
  return Array.isArray(values) ? values.map((v) => part(v as Record<string, unknown>)) : []
}

/** The detail where it says more than the title with a count behind it. */
function whyOf(title: string | undefined, detail: string | undefined): string | undefined {
  if (title === undefined || detail === undefined) return undefined
  return detail.startsWith(title) ? undefined : detail
}

/**
 * @param status the HTTP status, 0 when there was no answer
 * @param body the parsed body, or null
 */
export function problemOf(status: number, body: unknown): Problem {
  const b = (body ?? {}) as Record<string, unknown>
  if (typeof b.code !== 'string') return { code: ownCode(status), what: '', status, parts: [] }
  return {
    code: b.code,
    what: text(b.title) ?? text(b.detail) ?? b.code,
    why: whyOf(text(b.title), text(b.detail)),
    todo: text(b.todo),
    where: text(b.where),
    status,
    incident: text(b.incident),
    parts: partsOf(b.problems),
  }
}

export function problemFrom(error: unknown): Problem {
  if (error instanceof ApiFailure) return error.problem
  return { code: 'unexpected', what: '', why: error instanceof Error ? error.message : undefined, status: -1, parts: [] }
}

/** Whether the server asks which coordinate system a file is in. */
export function asksForCrs(problem: Problem): boolean {
  const codes = [problem.code, ...problem.parts.map((p) => p.code)]
  return codes.some((code) => /\b(crs|zone)-(unknown|missing)$/.test(code))
}
