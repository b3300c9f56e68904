export type FreshState = 'FRESH' | 'IRREGULAR' | 'DUE_SOON' | 'OVERDUE' | 'MISSING'

export interface CountyFresh {
  division: string
  state: FreshState
  inForceFrom: string | null
  dueOn: string | null
}

export interface Fresh {
  state: FreshState
  dueOn: string | null
  staleFrom: string | null
  counties: CountyFresh[]
}

export interface Scored {
  run: string
  value: number
  passed: boolean
  refusing: number
  warnings: number
  at: string
}

export interface Ground {
  ground: string
  covered: string
  counties: { division: string; ground: string; covered: string }[] | null
}

export interface Unit {
  id: string
  zh: string
  en: string
}

export interface Entry {
  layer: string
  zh: string
  en: string
  group: string
  kind: string
  geometry: 'AREA' | 'LINE' | 'POINT'
  classification: number
  required: boolean
  unit: Unit
  resourceCode: string
  standard: string
  cycle: string
  every: string
  core: number
  share: 'UNCONDITIONAL' | 'CONDITIONAL' | 'NONE'
  open: boolean
  snapshot: { hash: string; inForceFrom: string; inForceTo: string | null; knownFrom: string; invented: boolean; source: string } | null
  reason: string | null
  freshness: Fresh
  score: Scored | null
  coverage: Ground | null
  features: number | null
}

export interface Named {
  zh: string
  en: string
}

export interface Division extends Named {
  code: string
}

export interface EntriesAnswer {
  asOf: string
  known: string | null
  counties: Division[]
  entries: Entry[]
}

export interface Other extends Named {
  layer: string
}

export interface Act {
  id: string
  act: 'RELEASE' | 'CORRECTION' | 'END' | 'WITHDRAWAL'
  hash: string | null
  inForceFrom: string | null
  inForceTo: string | null
  target: string | null
  knownFrom: string
  features: number
  invented: boolean
  source: string
  by: string
  inForce: boolean
  standing: boolean
  withdrawn: boolean
  score: Scored | null
}

export interface WholeEntry {
  asOf: string
  known: string | null
  entry: Entry
  description: Named
  provider: string
  providerName: Named
  resourceGroup: Named
  formats: string[]
  shareDetail: { kind: string; condition: Named | null; ways: string[] }
  openDetail: { open: boolean; condition: Named | null }
  freshnessPeriod: string | null
  fields: { code: string; zh: string; en: string; type: string }[]
  classScheme: string | null
  parents: Other[]
  children: Other[]
  related: Other[]
  acts: Act[]
  leaf: string
}

export interface CountyOutline extends Division {
  outline: { type: 'MultiPolygon'; coordinates: [number, number][][][] }
}

export type ItemState = 'COLLECTED' | 'NOT_DELIVERED' | 'OLD_VERSION' | 'PARTLY_COVERED' | 'LATE' | 'UNCHECKED' | 'BELOW_SCORE'

export interface Figures {
  due: number
  delivered: number
  onTime: number
  passed: number
  collected: number
  rate: string | null
  timely: string | null
  passing: string | null
}

export interface RateItem {
  layer: string
  division: string
  from: string
  to: string
  dueOn: string
  state: ItemState
  inForceFrom: string | null
  deliveredAt: string | null
  onTime: boolean
  score: number | null
}

export interface RateAnswer {
  asOf: string
  known: string | null
  leastScore: number
  leastCoverage: string
  dueFrom: string
  since: string | null
  city: Figures
  datasets: (Named & { layer: string; weight: number; figures: Figures })[]
  counties: (Named & { division: string; figures: Figures })[]
  items: RateItem[]
}

export interface Notice extends Named {
  id: string
  layer: string
  kind: 'DUE_SOON' | 'OVERDUE'
  dueOn: string
  unit: Unit
  divisions: string[]
  madeAt: string
  open: boolean
}
