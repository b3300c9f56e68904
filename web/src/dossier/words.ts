import { useI18n } from 'vue-i18n'
import { useLayers } from '../onemap/layers'

/** Classes, fields and kinds of ground in the page's language. */
export function useDossierWords() {
  const { t, te, locale } = useI18n()
  const layers = useLayers()

  function className(layer: string, cls: string): string {
    const scheme = layers.byCode.get(layer)?.classScheme
    const name = typeof scheme === 'string' && cls !== '' ? layers.className(scheme, cls) : ''
    return name === '' ? cls : name
  }
  function layerName(code: string): string {
    const layer = layers.byCode.get(code)
    return layer === undefined ? code : locale.value === 'en' ? layer.en : layer.zh
  }
  function fieldName(layer: string, code: string): string {
    const field = layers.byCode.get(layer)?.fields.find((f) => f.code === code)
    return field === undefined ? code : locale.value === 'en' ? field.en : field.zh
  }
  /** What an item is called: its own name, else its class, else its number, else what kind of ground it is. */
  function title(layer: string, item: { kind: string; name: string; cls: string; code: string }): string {
    if (item.kind !== 'piece') return t(`dossier.kind.${item.kind}`)
    return item.name || className(layer, item.cls) || item.code || t('dossier.unnamed')
  }
  /** One side of a change. */
  function state(layer: string, key: string): string {
    if (key === '') return t('dossier.none-there')
    return key === '+' ? t('dossier.in-layer') : className(layer, key)
  }
  const reason = (code: string | null): string => (code !== null && te(`mark.${code}`) ? t(`mark.${code}`) : t('mark.no-snapshot'))
  return { className, layerName, fieldName, title, state, reason }
}
