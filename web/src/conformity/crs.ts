import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useSession } from '../identity/session'
import { zoneOf } from '../onemap/projection'

/** The systems that a file may be in. The city's zones first: 3° with and without the zone in front, then 6°, then degrees. */
export function useCrsChoices() {
  const { t } = useI18n()
  const session = useSession()
  return computed(() => {
    const [west, , east] = session.city?.bounds ?? [108.6, 24, 110.2, 26]
    const zones = [...new Set([zoneOf(west), zoneOf(east)])]
    const wide = [...new Set([Math.floor(west / 6) + 1, Math.floor(east / 6) + 1])]
    return [
      ...zones.map((z) => ({ crs: `EPSG:${4488 + z}`, text: t('crs.prefixed', { width: 3, zone: z, cm: z * 3 }) })),
      ...zones.map((z) => ({ crs: `EPSG:${4509 + z}`, text: t('crs.bare', { width: 3, zone: z, cm: z * 3 }) })),
      ...wide.map((z) => ({ crs: `EPSG:${4478 + z}`, text: t('crs.prefixed', { width: 6, zone: z, cm: z * 6 - 3 }) })),
      ...wide.map((z) => ({ crs: `EPSG:${4489 + z}`, text: t('crs.bare', { width: 6, zone: z, cm: z * 6 - 3 }) })),
      { crs: 'EPSG:4490', text: t('crs.degrees') },
      { crs: 'EPSG:4326', text: t('crs.wgs84') },
      { crs: 'EPSG:3857', text: t('crs.mercator') },
    ]
  })
}
