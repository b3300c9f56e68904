import { useI18n } from 'vue-i18n'
import { useLayers } from '../onemap/layers'
import { crsWords } from './crs'
import type { SearchHit } from './types'

export interface HitWords {
  title: string
  more: string
  tag: string
}

/** A hit in the page's language: its title, what tells it from namesakes, and what kind of thing it is. */
export function useHitWords(): (hit: SearchHit) => HitWords {
  const { t, te, locale } = useI18n()
  const layers = useLayers()

  function system(code: string): string {
    const crs = crsWords(code)
    if (crs.kind === 'degrees') return t('find.crs.degrees', { name: crs.name })
    if (crs.kind === 'mercator') return t('find.crs.mercator')
    return t(`find.crs.${crs.kind}`, { width: crs.width ?? 0, zone: crs.zone ?? 0, meridian: crs.meridian ?? 0 })
  }

  function feature(hit: SearchHit): HitWords {
    const layer = layers.byCode.get(hit.facts.layer ?? '')
    const scheme = layer?.classScheme
    const cls = typeof scheme === 'string' && hit.facts.cls !== undefined && hit.facts.cls !== '' ? layers.className(scheme, hit.facts.cls) || hit.facts.cls : ''
    const own = locale.value === 'en' && hit.en !== '' ? hit.en : hit.name
    const group = hit.facts.members
    const title = own !== '' ? own : cls !== '' ? cls : hit.code
    return {
      title,
      more: [group === undefined ? '' : t('find.members', { n: group }, group), own !== '' ? cls : '', hit.code === title ? '' : hit.code, hit.under].filter((w) => w !== '').join(' · '),
      tag: layer === undefined ? (hit.facts.layer ?? '') : locale.value === 'en' ? layer.en : layer.zh,
    }
  }

  return (hit) => {
    switch (hit.noun) {
      case 'coordinate':
        return {
          title: hit.name,
          more: [...(hit.facts.systems ?? '').split(' ').map(system), hit.facts.near === 'false' ? t('find.far') : ''].filter((w) => w !== '').join(' · '),
          tag: t('find.noun.coordinate'),
        }
      case 'feature':
        return feature(hit)
      case 'layer':
        return { title: locale.value === 'en' ? hit.en : hit.name, more: [hit.code, hit.under].join(' · '), tag: t('find.noun.layer') }
      case 'review':
        return { title: hit.name || t('site.unnamed'), more: [hit.code, (hit.facts.at ?? '').slice(0, 10), hit.under].join(' · '), tag: t(`verdict.${hit.facts.conclusion ?? 'INFO'}`) }
      default:
        return { title: hit.name || hit.code, more: [hit.code, hit.under].filter((w) => w !== '').join(' · '), tag: te(`find.noun.${hit.noun}`) ? t(`find.noun.${hit.noun}`) : hit.noun }
    }
  }
}
