import type { Geometry, Plot, Project } from './types'

export interface Sample {
  id: string
  name: string
  about: string
  plots: Plot[]
  project: Partial<Project>
}

type Raw = Record<string, unknown>

const word = (value: unknown, lang: string): string => {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  const w = value as Raw
  return String((lang === 'en' ? (w.en ?? w.zh) : (w.zh ?? w.en)) ?? '')
}
const named = (p: Raw, key: string, lang: string): string =>
  word(p[`${key}_${lang}`], lang) || word(p[key], lang)

function projectOf(p: Raw): Partial<Project> {
  const given = (typeof p.project === 'object' && p.project !== null ? p.project : p) as Raw
  const project: Partial<Project> = {}
  for (const key of ['kind', 'purpose', 'level', 'appliedOn'] as const) {
    const value = given[key]
    if (typeof value === 'string' && value !== '') project[key] = value
  }
  if (Array.isArray(given.documents)) project.documents = given.documents as Project['documents']
  for (const key of ['activity', 'newConstruction', 'listItem', 'conversion', 'mining', 'months', 'boundaryChange', 'figures', 'plotFigures'] as const)
    if (given[key] !== undefined && given[key] !== null) Object.assign(project, { [key]: given[key] })
  return project
}

/** The demo's sites: features of one `id` (or of none) are the plots of one sample, in their order. */
export function readSamples(raw: unknown, lang: string): Sample[] {
  const features = (raw as { features?: unknown } | null)?.features
  if (!Array.isArray(features)) return []
  const samples = new Map<string, Sample>()
  ;(features as { id?: unknown; properties?: Raw | null; geometry: Geometry }[]).forEach((feature, i) => {
    const p = feature.properties ?? {}
    const id = String(p.site ?? p.id ?? feature.id ?? p.number ?? i + 1)
    const sample = samples.get(id) ?? {
      id,
      name: named(p, 'name', lang) || id,
      about: named(p, 'expect', lang) || named(p, 'about', lang),
      plots: [],
      project: projectOf(p),
    }
    const number = String(sample.plots.length + 1)
    sample.plots.push({ number, name: word(p.plot, lang) || sample.name, use: String(p.use ?? sample.project.purpose ?? ''), geometry: feature.geometry })
    samples.set(id, sample)
  })
  return [...samples.values()]
}
