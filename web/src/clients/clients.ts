import type { Client, ClientTerms } from './types'

/** The message key of a permission: `conformity:review:read` is `clients.scope.conformity-review-read`. */
export function scopeKey(permission: string): string {
  return `clients.scope.${permission.replaceAll(':', '-')}`
}

/** What is done most comes first. */
const NOUNS = ['review', 'batch', 'site', 'place', 'layer']
const MODULES = ['conformity', 'onemap', 'dossier', 'rules', 'search', 'tasks']

/** Permissions by their module, in the order of the desk's menu; what is not known comes last. */
export function byModule(scopes: readonly string[]): { module: string; scopes: string[] }[] {
  const place = (module: string): number => (MODULES.indexOf(module) + MODULES.length + 1) % (MODULES.length + 1)
  const groups = new Map<string, string[]>()
  for (const scope of scopes) {
    const module = scope.split(':')[0] ?? ''
    groups.set(module, [...(groups.get(module) ?? []), scope])
  }
  const first = (scope: string): number => (NOUNS.indexOf(scope.split(':')[1] ?? '') + NOUNS.length + 1) % (NOUNS.length + 1)
  return [...groups].map(([module, list]) => ({ module, scopes: list.sort((a, b) => first(a) - first(b)) })).sort((a, b) => place(a.module) - place(b.module))
}

/** Addresses as they are typed: one a line, or with commas and blanks between. */
export function addressesOf(text: string): string[] {
  return text.split(/[\s,;，；、]+/).filter((part) => part !== '')
}

/** What a form begins with: the whole city, inner records, a year. */
export function blank(division: string, today: string): ClientTerms {
  return { name: '', unit: '', purpose: '', scopes: [], division, level: 2, quota: 60, addresses: [], expiresOn: `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`.replace('-02-29', '-02-28') }
}

export function termsOf(client: Client): ClientTerms {
  const { name, unit, purpose, scopes, division, level, quota, addresses, expiresOn } = client
  return { name, unit, purpose, scopes: [...scopes], division, level, quota, addresses: [...addresses], expiresOn }
}

/** Names of fields that are empty or cannot be: said beside them before the server is asked. */
export function missing(terms: ClientTerms): string[] {
  const wrong = (['name', 'unit', 'purpose'] as const).filter((field) => terms[field].trim() === '') as string[]
  if (terms.scopes.length === 0) wrong.push('scopes')
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(terms.division)) wrong.push('division')
  if (!Number.isInteger(terms.quota) || terms.quota < 1 || terms.quota > 6000) wrong.push('quota')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(terms.expiresOn)) wrong.push('expires')
  return wrong
}

/** Days until a client's last day is over, on the bureau's calendar. */
export function daysLeft(expiresOn: string, today: string): number {
  return Math.round((Date.parse(`${expiresOn}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000)
}

/** How a program gets its token, ready to be pasted into a terminal; the secret is asked for and stays out of its history. */
export function curl(endpoint: string, id: string): string {
  return `curl -u '${id}' \\\n  -d grant_type=client_credentials \\\n  ${endpoint}`
}
