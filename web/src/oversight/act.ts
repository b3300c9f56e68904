import { useI18n } from 'vue-i18n'

/** Families of acts that the list is narrowed to. */
export const FAMILIES = ['onemap:*', 'conformity:*', 'dossier:*', 'search:*', 'files:*', 'identity:*', 'clients:*', 'backup:*', 'operations:*', 'audit:*'] as const

/** An act in words; one that has none as it is written. */
export function useActs() {
  const { t, te } = useI18n()
  const key = (act: string): string => `log.act.${act.replace(/:/g, '-')}`
  function act(written: string): string {
    if (te(key(written))) return t(key(written))
    const [module, noun, verb] = written.split(':')
    const parts = [te(`log.module.${module}`) ? t(`log.module.${module}`) : module, noun, te(`log.verb.${verb}`) ? t(`log.verb.${verb}`) : verb]
    return parts.join(' · ')
  }
  /** What an act was about, in words where the log has a code: everything, or why a session ended. */
  function object(act: string, written: string): string {
    if (written === 'all') return t('log.why.all')
    const [, account, why] = act === 'identity:session:end' ? (/^(\S+) (\w+)$/.exec(written) ?? []) : []
    return account !== undefined && te(`log.why.${why}`) ? `${account} · ${t(`log.why.${why}`)}` : written
  }
  return { act, object }
}

/** A number of the log with thin spaces between thousands. */
export function numbered(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '\u2009')
}

export function clockTime(at: string): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return at
  const millis = /\.(\d{3})/.exec(at)?.[1] ?? '000'
  return `${date.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })}.${millis}`
}
