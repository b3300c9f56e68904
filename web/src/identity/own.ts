/** What the server says of accounts. */
export interface Held {
  id: string
  unit: string
  post: string
  from: string
  to: string | null
}

export interface Lent {
  id: string
  giver: string
  giverName: string
  taker: string
  takerName: string
  roles: string[]
  from: string
  to: string
  reason: string
}

export interface SessionLine {
  id: string
  current: boolean
  openedAt: string
  seenAt: string
  factor: string
  address: string
  agent: string
}

export interface Own {
  id: string
  name: string
  unit: string
  posts: Held[]
  roles: { role: string; division: string; level: number; lentBy: string | null }[]
  passwordSetAt: string | null
  passwordUntil: string | null
  secondFactorSince: string | null
  recoveryCodes: number
  certificate: boolean
  sessions: SessionLine[]
  lent: Lent[]
  lends: Lent[]
  limits: { shortest: number; classes: number; history: number; idleMinutes: number; hours: number; sessions: number; delegationDays: number }
}

export interface Unit {
  id: string
  zh: string
  en: string
  kind: string
  parent: string | null
  division: string
}

export interface Tree {
  units: Unit[]
  posts: { id: string; zh: string; en: string }[]
}

export interface AccountLine {
  id: string
  name: string
  unit: string
  state: 'active' | 'locked' | 'disabled' | 'unused'
  signedInAt: string | null
  posts: Held[]
}

export interface Given {
  id: string
  role: string
  division: string
  level: number
  from: string
  to: string | null
  by: string | null
}

export interface AccountWhole {
  account: AccountLine
  phone: string | null
  identityNumber: string | null
  administrator: boolean
  demo: boolean
  mustChange: boolean
  passwordSetAt: string | null
  secondFactorSince: string | null
  certificate: boolean
  openSessions: number
  createdAt: string
  roles: Given[]
  lent: Lent[]
  lends: Lent[]
}

export interface Matter {
  id: string
  kind: string
  subject: string
  content: Record<string, string>
  reason: string
  proposedBy: string
  proposedAt: string
  until: string
  state: 'OPEN' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN' | 'EXPIRED'
  decidedBy: string | null
  decidedAt: string | null
  remark: string | null
  /** Names of the accounts that it speaks of, by their ids. */
  names?: Record<string, string>
}

export interface Outcome {
  password: string | null
  matter: Matter | null
}

/** A browser as people call it: the first name in its line that is known. */
export function browserOf(agent: string): string {
  const known = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'].find((name) => agent.includes(`${name}/`))
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera' }
  const system = ['Windows', 'Android', 'iPhone', 'Mac OS', 'Linux'].find((name) => agent.includes(name))
  return [known === undefined ? '' : (names[known] ?? known), system ?? ''].filter((word) => word !== '').join(' · ')
}

/** The units below one, itself among them. */
export function subtree(units: readonly Unit[], id: string): Set<string> {
  const found = new Set([id])
  // a parent stands before its children
  for (const unit of units) if (unit.parent !== null && found.has(unit.parent)) found.add(unit.id)
  return found
}
