import { useI18n } from 'vue-i18n'
import { useLayers } from '../onemap/layers'
import type { Project, Review } from './types'

/** The words of a project that rules read; names stand in the message files. */
export const KINDS = ['batch', 'single', 'temporary']
export const LEVELS = ['ordinary', 'provincial-major', 'national-major']
export const CONVERSIONS = ['forest', 'garden', 'grass', 'pond', 'facility'] as const
export const MININGS = ['strategic', 'geothermal', 'renewal', 'underground', 'other'] as const
/** What may stand outside the urban boundary. */
export const ITEMS = ['transport', 'energy', 'water', 'military', 'security', 'religious', 'funeral', 'disaster', 'reserve', 'park', 'scenic', 'rural', 'livelihood'] as const
/** The project's figures that the detailed plan limits. */
export const FIGURES = ['floorAreaRatio', 'density', 'green', 'height', 'useShare'] as const
const FACTS = ['activity', 'newConstruction', 'listItem', 'conversion', 'mining', 'months', 'boundaryChange'] as const

export function isFigure(fact: string): fact is (typeof FIGURES)[number] {
  return (FIGURES as readonly string[]).includes(fact)
}

/** The facts that the form shows: those that findings wait for, and those that are stated already. */
export function factsToShow(project: Project, review: Review | null): string[] {
  const asked = new Set((review?.findings ?? []).flatMap((f) => f.asks ?? []))
  const stated = [...FACTS.filter((f) => project[f] !== undefined && project[f] !== ''),
    ...FIGURES.filter((f) => project.figures?.[f] !== undefined || Object.values(project.plotFigures ?? {}).some((of) => of[f] !== undefined))]
  return [...FACTS, ...FIGURES].filter((f) => asked.has(f) || (stated as string[]).includes(f))
}

/** A short list of YDYH2023; a file or a sample may bring another code. */
export const PURPOSES = ['0701', '0703', '0801', '0804', '0806', '0901', '1001', '1002', '1101', '1201', '1202', '1301', '1303', '1401', '1506', '0601', '0602']

/** Names of a project's codes: from the message files, of uses from the city's class scheme; an unknown code is its own name. */
export function useProjectWords() {
  const { t, te } = useI18n()
  const layers = useLayers()
  const named = (group: string, code: string): string => {
    const key = `${group}.${code === '' ? 'none' : code}`
    return te(key) ? t(key) : code
  }
  return {
    kindName: (code: string) => named('kind', code),
    levelName: (code: string) => named('level', code),
    purposeName: (code: string) => (te(`purpose.${code}`) ? t(`purpose.${code}`) : layers.className('YDYH2023', code)),
  }
}

/** The choices, with the present one among them whatever it is. */
export function withPresent(choices: readonly string[], present: string): string[] {
  return present === '' || choices.includes(present) ? [...choices] : [present, ...choices]
}
