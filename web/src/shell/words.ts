/** A word that comes from the server's data in both languages, or in the one that was asked for. */
export type Word = string | { zh: string; en: string }

export function say(word: Word | null | undefined, lang: string): string {
  if (word === null || word === undefined) return ''
  if (typeof word === 'string') return word
  return lang === 'en' ? word.en || word.zh : word.zh || word.en
}

/** Names one after another, as the language puts them. */
export function listed(names: readonly string[], locale: string): string {
  return names.join(locale === 'en' ? ', ' : '、')
}
