/** Arrows go from button to button of a table whose cells carry `data-grid`; Enter and Space are the buttons' own. */
export function gridKeys(event: KeyboardEvent): void {
  const by: Record<string, [number, number]> = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }
  const step = by[event.key]
  const from = event.target
  if (step === undefined || !(from instanceof HTMLElement) || from.dataset.grid === undefined) return
  const row = from.closest('tr')
  const cells = (tr: Element | null | undefined): HTMLElement[] => [...(tr?.querySelectorAll<HTMLElement>('[data-grid]') ?? [])]
  const at = cells(row).indexOf(from)
  const rows = [...(row?.parentElement?.children ?? [])].filter((tr) => cells(tr).length > 0)
  const next = cells(rows[rows.indexOf(row as Element) + step[0]])[at + step[1]]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
