import { asks, type Given, type Upload } from './uploads'

/** A yearly change package as the server says it: the layer that has it, from which day, and how its two layers are called. */
export interface YearlyForm {
  layer: string
  day: string
  update: string
  process: string
}

export const PACKAGE_ROLES = ['update', 'process'] as const
export type PackageRole = (typeof PACKAGE_ROLES)[number]

/** One layer of a file that was sent: what a role of the package may be given. */
export interface Offered extends Given {
  key: string
  /** As people see it: the layer's name, or the file's where it holds one. */
  text: string
  features: number | null
}

/** Every layer of the files, in their order. */
export function offers(uploads: readonly Upload[]): Offered[] {
  return uploads.flatMap((u): Offered[] =>
    asks(u)
      ? u.layers.map((l) => ({ key: `${u.id}/${l.name}`, upload: u.id, layer: l.name, name: u.name, text: l.name, features: l.features }))
      : [{ key: `${u.id}/`, upload: u.id, layer: '', name: u.name, text: u.name, features: u.layers[0]?.features ?? null }],
  )
}

function plain(text: string): string {
  return text.replace(/\.[^.]+$/, '').toUpperCase()
}

/** Which of them is which by its name: exactly, else by its ending; what has no name of either is left to choose. */
export function matched(all: readonly Offered[], form: Pick<YearlyForm, 'update' | 'process'>): Record<PackageRole, string | null> {
  const find = (wanted: string, not: string): string | null => {
    const named = (o: Offered): string => plain(o.text)
    const exact = all.find((o) => named(o) === wanted.toUpperCase())
    const within = all.find((o) => named(o).includes(wanted.toUpperCase()) && !(not.toUpperCase().includes(wanted.toUpperCase()) && named(o).includes(not.toUpperCase())))
    return (exact ?? within)?.key ?? null
  }
  return { update: find(form.update, form.process), process: find(form.process, '') }
}

/** The day of a year's package. */
export function dayOf(form: YearlyForm, year: number): string {
  return `${year}-${form.day}`
}
