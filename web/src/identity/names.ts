import { reactive, type ShallowRef, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { call } from '../shell/http'
import type { Tree } from './own'

interface DivisionLine {
  code: string
  zh: string
  en: string
}

export interface Names {
  unit(id: string): string
  post(id: string): string
  /** A post in its unit. */
  held(unit: string, post: string): string
  role(id: string): string
  division(code: string): string
  counties(): readonly DivisionLine[]
}

/** Names of units, posts, roles and divisions in the page's language; what is not known is called by its id. */
export function useNames(tree: ShallowRef<Tree | null>): Names {
  const { t, te, locale } = useI18n()
  const divisions = reactive<Record<string, DivisionLine>>({})
  const asked = new Set<string>()
  const word = (one: { zh: string; en: string } | undefined, id: string): string => (one === undefined ? id : locale.value === 'en' ? one.en : one.zh)

  async function below(code: string): Promise<void> {
    if (asked.has(code)) return
    asked.add(code)
    const found = await call<DivisionLine[]>(`/api/divisions?below=${code}`).catch(() => [])
    for (const one of found) divisions[one.code] = one
  }
  const city = (): string => `${tree.value?.units[0]?.division ?? ''}00`

  watchEffect(() => {
    if (tree.value !== null) void below(city())
  })

  const unit = (id: string): string => word(tree.value?.units.find((u) => u.id === id), id)
  const post = (id: string): string => word(tree.value?.posts.find((p) => p.id === id), id)

  return {
    unit,
    post,
    held: (inUnit, held) => t('people.held', { unit: unit(inUnit), post: post(held) }),
    role: (id) => (te(`role.${id}`) ? t(`role.${id}`) : id),
    division(code) {
      if (code === '' || code === city()) return t('people.whole-city')
      if (code.length > 6) void below(code.slice(0, code.length === 9 ? 6 : 9))
      return word(divisions[code], code)
    },
    counties: () => Object.values(divisions).filter((one) => one.code.length === 6),
  }
}
