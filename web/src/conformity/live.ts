import { call } from '../shell/http'
import { type Problem, problemFrom } from '../shell/problem'
import type { Review, ReviewRequest } from './types'

/** The shortest time between two questions while the pen moves. */
export const PACE_MS = 12
/** How many questions are on their way at once. */
export const AT_ONCE = 2
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
  /** For a hand that moves: figures and outlines, without single pieces, tables and fingerprint. */
  brief?: boolean
  /** When the hand moved, in the page's own time. */
  since?: number
}

export interface LiveListener {
  busy(slow: boolean): void
  /** @param current whether nothing newer has been asked meanwhile */
  answered(review: Review, roundTripMillis: number, ask: LiveAsk, current: boolean): void
  failed(problem: Problem, current: boolean): void
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
  return call<Review>('/api/reviews/live', { method: 'POST', ...bodyOf(ask.request, ask.file), minimal: ask.brief === true, signal })
}

interface Flight {
  abort: AbortController
  since: number
}

/**
 * Keeps the verdict with the pen: at most {@link AT_ONCE} questions on their way, the newest waiting behind them, everything
 * between dropped. One question alone would let the pen wait for half a round trip before it is even asked. An answer that
 * comes after a newer one is not shown. A question is given up only when it is older than {@link PATIENCE_MS} and a newer one
 * waits, or when the site is gone; aborting each one for the next would leave a slow line without any answer while the hand
 * moves.
 */
export class Live {
  /** Oldest first. */
  private flights: Flight[] = []
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
    const oldest = this.flights[0]
    if (oldest !== undefined && this.clock() - oldest.since > PATIENCE_MS) {
      oldest.abort.abort()
      this.land(oldest)
    }
    this.plan()
  }

  /** The site is gone: nothing that is still on its way may speak of it. */
  clear(): void {
    this.waiting = null
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    for (const flight of this.flights) flight.abort.abort()
    this.flights = []
    this.hurry()
  }

  /** A flight is over, and so are those that were sent before it: they know less. */
  private land(flight: Flight): void {
    this.flights = this.flights.slice(this.flights.indexOf(flight) + 1)
    this.hurry()
  }

  /** Calls the oldest question slow when its time is over. */
  private hurry(): void {
    if (this.slowTimer !== null) clearTimeout(this.slowTimer)
    const oldest = this.flights[0]
    this.slowTimer = oldest === undefined ? null : setTimeout(() => this.listener.busy(true), Math.max(0, oldest.since + SLOW_MS - this.clock()))
  }

  private plan(): void {
    if (this.flights.length >= AT_ONCE || this.timer !== null || this.waiting === null) return
    const wait = this.lastSent + PACE_MS - this.clock()
    // a timer of no time would come after the frame that the hand's movement paints
    if (wait <= 0) void this.send()
    else
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
    this.flights.push(flight)
    this.lastSent = flight.since
    this.listener.busy(false)
    this.hurry()
    this.plan()
    try {
      const review = await this.post(ask, flight.abort.signal)
      if (this.over(flight)) this.listener.answered(review, this.clock() - flight.since, ask, this.current())
    } catch (error) {
      if (this.over(flight)) this.listener.failed(problemFrom(error), this.current())
    } finally {
      this.plan()
    }
  }

  /** Whether a flight was still wanted; it is not any more. */
  private over(flight: Flight): boolean {
    if (!this.flights.includes(flight)) return false
    this.land(flight)
    return true
  }

  /** Whether nothing newer is asked or waits to be. */
  private current(): boolean {
    return this.flights.length === 0 && this.waiting === null
  }
}
