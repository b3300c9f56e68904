/**
 * What of the desk stands in the address, so that a copied link shows the same picture: a short text for each thing, in
 * both directions. Pure; what cannot be read is left out, never guessed.
 */
export interface LayerChoice {
  code: string
  on: boolean
  /** Percent, 10 to 100. */
  opacity: number
}

export interface Moment {
  /** A date, or empty: today. */
  asOf: string
  /** A date or an instant, or empty: everything known. */
  known: string
}

export interface SwipeState extends Moment {
  /** Where the divider stands, percent of the map's width. */
  at: number
}

export const LEAST_OPACITY = 10
const DATE = /^\d{4}-\d{2}-\d{2}$/
const KNOWN = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/

const isSubsequence = (part: readonly string[], whole: readonly string[]): boolean => {
  let from = 0
  for (const code of part) {
    const found = whole.indexOf(code, from)
    if (found < 0) return false
    from = found + 1
  }
  return true
}

/**
 * The layers from the top of the pile down: `DLTB`, with opacity `DLTB~60`, hidden but changed `-DLTB~60`. A hidden layer
 * that was not changed is named only where the pile is not in its usual order.
 */
export function layersText(choices: readonly LayerChoice[], usual: readonly string[]): string {
  const own = !isSubsequence(choices.map((c) => c.code), usual)
  return choices
    .filter((c) => own || c.on || c.opacity !== 100)
    .map((c) => `${c.on ? '' : '-'}${c.code}${c.opacity === 100 ? '' : `~${c.opacity}`}`)
    .join(',')
}

/** The choices of a text, over the usual pile: layers that the text does not name are hidden and keep their usual place. */
export function layersOf(text: string, usual: readonly string[]): LayerChoice[] {
  const named = new Map<string, LayerChoice>()
  for (const part of text.split(',')) {
    const found = /^(-?)([A-Z0-9]{1,20})(?:~(\d{1,3}))?$/.exec(part)
    if (found === null || !usual.includes(found[2] ?? '')) continue
    const opacity = Math.min(100, Math.max(LEAST_OPACITY, Number(found[3] ?? 100)))
    named.set(found[2] ?? '', { code: found[2] ?? '', on: found[1] === '', opacity })
  }
  const rest = (code: string): LayerChoice => named.get(code) ?? { code, on: false, opacity: 100 }
  if (isSubsequence([...named.keys()], usual)) return usual.map(rest)
  const out = [...named.values()]
  usual.forEach((code, i) => {
    if (named.has(code)) return
    const before = usual.slice(0, i).reverse().find((c) => out.some((o) => o.code === c))
    out.splice(before === undefined ? 0 : out.findIndex((o) => o.code === before) + 1, 0, rest(code))
  })
  return out
}

export function swipeText(swipe: SwipeState | null): string | undefined {
  return swipe === null ? undefined : `${swipe.asOf},${swipe.known},${Math.round(swipe.at)}`
}

export function swipeOf(text: string): SwipeState | null {
  const [asOf = '', known = '', at = ''] = text.split(',')
  if (text === '' || (asOf !== '' && !DATE.test(asOf)) || (known !== '' && !KNOWN.test(known)) || !/^\d{1,3}$/.test(at)) return null
  return { asOf, known, at: Math.min(100, Number(at)) }
}

export function momentOf(asOf: string, known: string): Moment {
  return { asOf: DATE.test(asOf) ? asOf : '', known: KNOWN.test(known) ? known : '' }
}

export function pointText(at: readonly number[] | null): string | undefined {
  return at === null ? undefined : at.map((v) => v.toFixed(7)).join(',')
}

/** A place as written, or null. */
export function pointOf(text: string): [number, number] | null {
  const parts = text.split(',').map((p) => (p === '' ? Number.NaN : Number(p)))
  const [lon, lat] = parts
  if (parts.length !== 2 || lon === undefined || lat === undefined || !(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) return null
  return [lon, lat]
}
