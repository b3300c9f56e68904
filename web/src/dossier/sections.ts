import type { Dossier, DossierLayer } from './types'

/** The sections of a dossier in the order in which they are read; a group of the register that is new comes last. */
export const SECTIONS = ['survey', 'management', 'control-line', 'plan', 'risk'] as const

export interface Section {
  group: string
  says: DossierLayer[]
  clear: DossierLayer[]
}

export function silentOf(dossier: Dossier): DossierLayer[] {
  return dossier.layers.filter((l) => l.answer === 'NOT_ANSWERED')
}

/** What each group says; a layer that answers for a part of the place only is listed with what it has. */
export function sectionsOf(dossier: Dossier): Section[] {
  const groups = [...new Set([...SECTIONS, ...dossier.layers.map((l) => l.group)])]
  return groups
    .map((group) => {
      const own = dossier.layers.filter((l) => l.group === group)
      return {
        group,
        says: own.filter((l) => l.answer === 'CONCERNED' || (l.answer === 'NOT_ANSWERED' && l.items.some((i) => i.kind === 'piece'))),
        clear: own.filter((l) => l.answer === 'CLEAR'),
      }
    })
    .filter((s) => s.says.length + s.clear.length > 0)
}

/** Nothing is stored of this place: no layer has a snapshot that says anything. */
export function isEmpty(dossier: Dossier): boolean {
  return dossier.layers.every((l) => l.snapshot === null) && (dossier.reviews ?? []).length === 0
}

const SEVERE = ['FAIL', 'NOT_ANSWERED', 'CONDITIONAL', 'INFO', 'PASS']

/** Rules by what they find here, else by what they say in general; those that find nothing come last. */
export function rulesOf(dossier: Dossier): Dossier['rules'] {
  const rank = (r: Dossier['rules'][number]): number => SEVERE.indexOf(r.finds ?? (dossier.subject.kind === 'point' ? r.verdict : 'INFO'))
  return [...dossier.rules].sort((a, b) => rank(a) - rank(b))
}
