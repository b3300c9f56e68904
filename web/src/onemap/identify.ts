import type { LayerInfo } from './layers'

export interface FoundFeature {
  feature: number
  values: Record<string, unknown>
  /** m²; null of lines and points. */
  area: string | null
  /** Metres, of lines; null of others. */
  length: string | null
}

export interface FoundLayer {
  layer: string
  answer: 'CONCERNED' | 'CLEAR' | 'NOT_ANSWERED'
  reason: string | null
  snapshot: { hash: string; inForceFrom: string; inForceTo: string | null; knownFrom: string; invented: boolean; source: string } | null
  features: FoundFeature[]
  found: number
}

export interface Found {
  lon: number
  lat: number
  asOf: string
  known: string | null
  layers: FoundLayer[]
  leaf: string
}

/** One feature of the list, in the order in which J and K go through it. */
export interface Entry {
  key: string
  group: string
  layer: FoundLayer
  feature: FoundFeature
}

/** The features by group of the register and, within one, in its order. */
export function entries(found: Found, groups: readonly string[], byCode: ReadonlyMap<string, LayerInfo>): Entry[] {
  const all = found.layers.flatMap((layer) =>
    layer.features.map((feature) => ({ key: `${layer.layer}.${feature.feature}`, group: byCode.get(layer.layer)?.group ?? '', layer, feature })),
  )
  const rank = (group: string): number => (groups.includes(group) ? groups.indexOf(group) : groups.length)
  return all.map((entry, i) => ({ entry, i })).sort((a, b) => rank(a.entry.group) - rank(b.entry.group) || a.i - b.i).map(({ entry }) => entry)
}

/** The entry after or before the chosen one; stays at the ends. */
export function stepped(list: readonly Entry[], key: string, by: 1 | -1): string {
  const at = list.findIndex((e) => e.key === key)
  return list[Math.min(list.length - 1, Math.max(0, at + by))]?.key ?? ''
}
