export type ClientState = 'ACTIVE' | 'EXPIRED' | 'REVOKED'

export interface ClientSecret {
  madeAt: string
  madeBy: string
  /** Null until it is rotated. */
  validUntil: string | null
}

/** What is asked for when a client is registered or changed. */
export interface ClientTerms {
  name: string
  unit: string
  purpose: string
  scopes: string[]
  division: string
  level: number
  quota: number
  addresses: string[]
  /** The last day it serves, such as 2027-06-30. */
  expiresOn: string
}

export interface Client extends ClientTerms {
  id: string
  state: ClientState
  createdAt: string
  createdBy: string
  revokedAt: string | null
  revokedBy: string | null
  lastUsedAt: string | null
  secrets: ClientSecret[]
}

export interface ClientsAnswer {
  items: Client[]
  /** Permissions that can be given. */
  scopes: string[]
  /** The city's own code. */
  division: string
  tokenEndpoint: string
  tokenMinutes: number
  overlapHours: number
  lastDay: string
}

/** What came of it: the client as it is now; null: a proposal that another person decides. */
export interface Said {
  client: Client | null
}

/** A secret, shown this once. */
export interface Made {
  client: Client
  secret: string
  proof: string
}
