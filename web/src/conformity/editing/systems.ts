import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useSession } from '../../identity/session'
import { centralMeridian, DEGREES, type Ground, groundOf, type System, zoneSystem } from './typed'

/** The systems of the city's ground with their names, zones with their number first. */
export function useSystems(): { ground: ComputedRef<Ground>; zones: ComputedRef<System[]>; nameOf: (s: System) => string } {
  const { t } = useI18n()
  const session = useSession()
  const ground = computed(() => groundOf(session.city?.bounds ?? []))
  const zones = computed(() => [
    ...ground.value.zones3.map((z) => zoneSystem(z, 3, true)),
    ...ground.value.zones3.map((z) => zoneSystem(z, 3, false)),
    ...ground.value.zones6.map((z) => zoneSystem(z, 6, true)),
    ...ground.value.zones6.map((z) => zoneSystem(z, 6, false)),
  ])
  const nameOf = (s: System): string =>
    s.crs === DEGREES.crs ? t('crs.degrees') : t(s.prefixed ? 'crs.prefixed' : 'crs.bare', { width: s.width, zone: s.zone, cm: centralMeridian(s) })
  return { ground, zones, nameOf }
}
