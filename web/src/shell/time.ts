/** An instant as the bureau's clock shows it (Asia/Shanghai), to the minute; a text that is none passes through. */
export function bureauTime(at: string | null | undefined): string {
  if (at === null || at === undefined || at === '') return '–'
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return at
  return date.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16)
}

/** Today on the bureau's calendar. */
export function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
}
