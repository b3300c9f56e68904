import { call } from '../shell/http'
import { type Problem, problemFrom } from '../shell/problem'
import type { Review, ReviewRequest } from './types'

/** The shortest time between two questions while the pen moves. */
export const PACE_MS = 12
/** A question older than this is given up as soon as a newer one waits. */
export const PATIENCE_MS = 1500
/** After this an unanswered question is called slow. */
export const SLOW_MS = 2500

export interface UploadedFile {
  file: File
  /** The system that the user named; null when the file says it itself. */
  crs: string | null
  /** The system in which its vertices were read. */
  readIn: string
  sha256: string
}

export interface LiveAsk {
  request: ReviewRequest
  /** The uploaded file itself, while its plots have not been changed on the map: its own vertices are what is judged. */
  file?: UploadedFile | null
  /** When the hand moved, in the page's own time. */
  since?: number
}

export interface LiveListener {
  busy(slow: boolean): void
  answered(review: Review, roundTripMillis: number, ask: LiveAsk): void
  failed(problem: Problem): void
}

type Post = (ask: LiveAsk, signal: AbortSignal) => Promise<Review>

/** A drawing goes as JSON; a file goes as it is, with the request beside it, so that it keeps its coordinate system. */
export function bodyOf(request: ReviewRequest, uploaded: UploadedFile | null | undefined): { json: unknown } | { form: FormData } {
  if (uploaded === null || uploaded === undefined) return { json: request }
  const { plots: _plots, crs: _crs, ...rest } = request
  const form = new FormData()
  form.append('file', uploaded.file)
  const named = uploaded.crs === null ? rest : { ...rest, crs: uploaded.crs }
  form.append('request', JSON.stringify(named))
  return { form }
}

export function postLive(ask: LiveAsk, signal: AbortSignal): Promise<Review> {
  return call<Review>('/api/reviews/live', { method: 'POST', ...bodyOf(ask.request, ask.file), signal })
}

/**
 * Keeps the verdict with the pen: one question on its way, the newest waiting behind it, everything between dropped. A
 * question is given up only when it is older than {@link PATIENCE_MS} and a newer one waits, or when the site is gone;
 * aborting each one for the next would leave a slow line without any answer while the hand moves.
 */
export class Live {
  private flight: { abort: AbortController; since: number } | null = null
  private waiting: LiveAsk | null = null
  private timer: ReturnType<typeof setTimeout> | null = null
  private slowTimer: ReturnType<typeof setTimeout> | null = null
  private lastSent = -Infinity

  constructor(
    private readonly listener: LiveListener,
    private readonly post: Post = postLive,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  ask(ask: LiveAsk): void {
    this.waiting = ask
    if (this.flight !== null && this.clock() - this.flight.since > PATIENCE_MS) this.drop()
    this.plan()
  }

  /** The site is gone: nothing that is still on its way may speak of it. */
  clear(): void {
    this.waiting = null
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    this.drop()
  }

  private drop(): void {
    this.flight?.abort.abort()
    this.flight = null
    if (this.slowTimer !== null) clearTimeout(this.slowTimer)
    this.slowTimer = null
  }

  private plan(): void {
    if (this.flight !== null || this.timer !== null || this.waiting === null) return
    const wait = Math.max(0, this.lastSent + PACE_MS - this.clock())
    this.timer = setTimeout(() => {
      this.timer = null
      void this.send()
    }, wait)
  }

  private async send(): Promise<void> {
    const ask = this.waiting
    if (ask === null) return
    this.waiting = null
    const flight = { abort: new AbortController(), since: this.clock() }
    this.flight = flight
    this.lastSent = flight.since
    this.listener.busy(false)
    this.slowTimer = setTimeout(() => this.listener.busy(true), SLOW_MS)
    try {
      const review = await this.post(ask, flight.abort.signal)
      if (this.flight === flight) this.listener.answered(review, this.clock() - flight.since, ask)
    } catch (error) {
      if (this.flight === flight) this.listener.failed(problemFrom(error))
    } finally {
      if (this.flight === flight) this.drop()
      this.plan()
    }
  }
}
