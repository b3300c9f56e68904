const KEPT = 8
const key = (user: string): string => `cuntu.search.${user}`

/** What this person searched for last in this browser, the newest first. */
export function recent(user: string): string[] {
  try {
    const found = JSON.parse(localStorage.getItem(key(user)) ?? '[]') as unknown
    return Array.isArray(found) ? found.filter((f): f is string => typeof f === 'string').slice(0, KEPT) : []
  } catch {
    return []
  }
}

export function remember(user: string, text: string): string[] {
  const now = [text, ...recent(user).filter((t) => t !== text)].slice(0, KEPT)
  keep(user, now)
  return now
}

export function forgetAll(user: string): string[] {
  keep(user, [])
  return []
}

function keep(user: string, list: string[]): void {
  try {
    localStorage.setItem(key(user), JSON.stringify(list))
  } catch {
    // Kept for this page only.
  }
}
