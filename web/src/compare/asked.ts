import type { ReviewRequest } from '../conformity/types'
import type { Side } from './types'

/** A site from the desk that is to be compared, too large for an address; it lives as long as the window. */
const held = new Map<string, ReviewRequest>()

export function hold(request: ReviewRequest): string {
  const key = `desk-${held.size + 1}`
  held.set(key, request)
  return key
}

/**
 * A side from the address: `r-0123abcd`, with other clocks `r-0123abcd@2024-06-30`, under other rules `r-0123abcd~2025-01-01`,
 * or a site that was held. Null when it is none of these.
 */
export function sideOf(text: string): Side | null {
  const request = held.get(text)
  if (request !== undefined) return { request }
  const found = /^(r-[0-9a-f]{8})(?:@(\d{4}-\d{2}-\d{2}))?(?:~(\d{4}-\d{2}-\d{2}))?$/.exec(text)
  if (found === null) return null
  const [, review, asOf, rulesAt] = found
  return { review, ...(asOf === undefined ? {} : { asOf }), ...(rulesAt === undefined ? {} : { rulesAt }) }
}

export function textOf(review: string, asOf: string, rulesAt: string): string {
  return review + (asOf === '' ? '' : `@${asOf}`) + (rulesAt === '' ? '' : `~${rulesAt}`)
}
