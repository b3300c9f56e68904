import { useI18n } from 'vue-i18n'
import { useLayers } from '../onemap/layers'

/** The words of a project that rules read; names stand in the message files. */
export const KINDS = ['batch', 'single', 'temporary']
export const LEVELS = ['ordinary', 'provincial-major', 'national-major']
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
