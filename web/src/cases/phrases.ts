/** 常用语: sentences that a person writes often, kept in this browser under the person's account. */
const MOST = 30
const key = (account: string): string => `cuntu.phrases.${account}`

export function phrasesOf(account: string): string[] {
  try {
    const kept = JSON.parse(localStorage.getItem(key(account)) ?? '[]') as unknown
    return Array.isArray(kept) ? kept.filter((p): p is string => typeof p === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

export function keepPhrases(account: string, phrases: readonly string[]): void {
  try {
    localStorage.setItem(key(account), JSON.stringify(phrases.slice(0, MOST)))
  } catch {
    // a browser that keeps nothing offers none the next time
  }
}

/** The list with a sentence in front, without the empty and the same. */
export function withPhrase(phrases: readonly string[], words: string): string[] {
  const clean = words.trim()
  return clean === '' ? [...phrases] : [clean, ...phrases.filter((p) => p !== clean)].slice(0, MOST)
}
