/** A shown table as a file for a spreadsheet: figures without thousands separators, a dash for nothing as an empty cell. */
export function csvCell(text: string): string {
  const shown = text.trim().replace(/\s+/g, ' ')
  const plain = shown === '–' ? '' : /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(shown) ? shown.replace(/,/g, '') : shown
  // A text that a spreadsheet would take for a formula stays a text.
  const safe = /^[=+@\t]|^-(?!\d)/.test(plain) ? `'${plain}` : plain
  return /[",\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

export function csvOf(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/** Hands a shown table over as a file; the mark in front tells spreadsheets that it is UTF-8. */
export function saveTable(table: HTMLTableElement, name: string): void {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? ''))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(['\uFEFF', csvOf(rows)], { type: 'text/csv;charset=utf-8' }))
  link.download = `${name.replace(/[\\/:*?"<>|]/g, ' ').trim()}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
