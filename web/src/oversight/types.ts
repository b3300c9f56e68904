/** An entry of the proof log as the server shows it. */
export interface Entry {
  /** Null while it waits for its place. */
  number: number | null
  leaf: string
  id: string
  at: string
  actor: string
  name: string
  unit: string
  act: string
  object: string
  digest: string | null
  box: [number, number, number, number] | null
  /** Null where it is erased. */
  personal: Record<string, string | null>
}

export interface Page {
  items: Entry[]
  next: string | null
}

export type HashName = 'SM3' | 'SHA-256'

export interface SignedHead {
  head: { log: string; epoch: string; hash: HashName; start: string; size: string; root: string; at: string }
  key: string
  signature: string
}

export interface Consistency {
  first: number
  firstRoot: string
  second: number
  secondRoot: string
  path: string[]
}

/** The file proof.json: all that is needed to check one entry. */
export interface Paper {
  number: number
  hash: HashName
  leaf: string
  body: string
  canonical?: string
  inclusion: { index: number; size: number; root: string; path: string[] }
  head: SignedHead
  key?: { id: string; kind: 'SM2' | 'ED25519'; fingerprint: string; publicKey: string }
  witnessed: { head: SignedHead; consistency: Consistency }[]
}

export interface Opened {
  entry: Entry
  paper: Paper | null
  before: Consistency | null
  beforeHead: SignedHead | null
}

export interface Receipt {
  channel: string
  target: string
  total: number
  root: string
  handedAt: string
  taken: boolean
  receipt: string
}

export interface Standing {
  head: SignedHead['head']
  total: number
  waiting: number
  oldestWaiting: string | null
  alarms: string[]
  now: string
  witnesses: { channel: string; target: string }[]
  receipts: Receipt[]
}

export interface Key {
  id: string
  kind: string
  fingerprint: string
  madeAt: string
  leaf: string
  active: boolean
}

export interface Erasure {
  id: string
  reason: string
  askedBy: string
  askedByName: string
  askedAt: string
  state: 'ASKED' | 'DONE' | 'REFUSED'
  decidedBy: string | null
  decidedByName: string | null
  decidedAt: string | null
  items: number
}

export interface Seen {
  acts: number
  by: { actor: string; name: string; unit: string; acts: number }[]
  page: Page
}

export interface Place {
  noun: string
  id: string
  name: string
  en: string
  under: string
  code: string
  box: [number, number, number, number]
}

/** What an address of the log asks for; empty parts are left out. */
export interface Query {
  person: string
  act: string
  object: string
  typed: string
  about: string
  from: string
  to: string
  box: string
}

export const EMPTY: Query = { person: '', act: '', object: '', typed: '', about: '', from: '', to: '', box: '' }

export function address(path: string, query: Partial<Query>, more: Record<string, string> = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, ...more })) if (value !== '') params.set(name, value)
  const text = params.toString()
  return text === '' ? path : `${path}?${text}`
}
