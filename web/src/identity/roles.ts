/** What the server says of roles. */
export interface Role {
  id: string
  zh: string
  en: string
  duty: 'business' | 'system' | 'security' | 'audit'
  permissions: string[]
}

export interface Grant {
  id: string
  holder: string
  holderName: string
  role: string
  division: string
  level: number
  from: string
  to: string | null
}

export interface MatrixLine {
  method: string
  path: string
  permission: string
  fresh: boolean
  roles: string[]
}
