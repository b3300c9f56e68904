import { computed, onBeforeUnmount, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { type LocationQuery, useRoute, useRouter } from 'vue-router'
import { subjectOf, useDossier } from '../dossier/subject'
import { useLayers } from './layers'
import { useMaps } from './maps'
import { type Panel, useTools } from './tools'
import { going } from '../shell/going'
import { momentOf, pointOf, pointText, swipeOf, swipeText } from './viewState'

const PANELS: readonly Panel[] = ['versions', 'plate']
const REST_MS = 400

const one = (query: LocationQuery, name: string): string => String(query[name] ?? '')

/**
 * Keeps the desk and its address alike. What is stepped through (moments, a place that is asked about, a panel) is a step of
 * the browser's history; where the map is and how its layers look only replaces the present one.
 */
export function useAddress(): void {
  const { locale } = useI18n()
  const route = useRoute()
  const router = useRouter()
  const layers = useLayers()
  const maps = useMaps()
  const tools = useTools()
  const dossier = useDossier()
  let written = ''
  let steps = ''
  let timer: ReturnType<typeof setTimeout> | null = null

  const step = computed(() => ({
    t: layers.asOf || undefined,
    k: layers.known || undefined,
    i: pointText(tools.asked),
    d: dossier.tag || undefined,
    p: tools.panel || undefined,
    s: layers.swipe === null ? undefined : `${layers.swipe.asOf},${layers.swipe.known}`,
  }))
  const query = computed(() => ({
    c: tools.center.map((v) => v.toFixed(6)).join(','),
    z: tools.zoom.toFixed(2),
    // one of the city's maps says all its layers by its name
    layers: maps.chosen !== null ? undefined : layers.pile.length > 0 ? layers.text : layers.shown.join(','),
    map: maps.chosen?.id,
    ...step.value,
    s: swipeText(layers.swipe),
    f: tools.feature && tools.asked !== null ? tools.feature : undefined,
    lang: locale.value,
  }))
  const textOf = (given: Record<string, unknown>): string =>
    JSON.stringify(Object.entries(given).filter(([, v]) => v !== undefined).map(([k, v]) => [k, String(v)]).sort())

  function read(given: LocationQuery): void {
    const asked = one(given, 'layers')
    if (asked !== '') layers.restore(asked)
    else if (one(given, 'map') !== '') void maps.take(one(given, 'map'))
    const moment = momentOf(one(given, 't'), one(given, 'k'))
    const moved = moment.asOf !== layers.asOf || moment.known !== layers.known
    layers.asOf = moment.asOf
    layers.known = moment.known
    const swipe = swipeOf(one(given, 's'))
    const turned = swipe?.asOf !== layers.swipe?.asOf || swipe?.known !== layers.swipe?.known
    layers.swipe = swipe
    const at = pointOf(one(given, 'i'))
    if (pointText(at) !== pointText(tools.asked)) tools.asked = at
    tools.feature = one(given, 'f')
    const subject = subjectOf(one(given, 'd'))
    if (subject !== null && one(given, 'd') !== dossier.tag) dossier.open(subject)
    else if (subject === null && dossier.tag !== '') dossier.close()
    tools.panel = PANELS.find((p) => p === one(given, 'p')) ?? ''
    if (moved || layers.answer === null) void layers.load()
    if (turned) void layers.loadOther()
  }

  function write(push: boolean): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (route.name !== 'desk' || (going.to !== null && going.to !== 'desk')) return
    steps = textOf(step.value)
    if (textOf(query.value) === written) return
    written = textOf(query.value)
    void router[push ? 'push' : 'replace']({ query: query.value })
  }

  read(route.query)
  written = textOf(route.query)
  steps = textOf(step.value)

  watch(query, () => {
    if (textOf(step.value) !== steps) write(true)
    else {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => write(false), REST_MS)
    }
  })
  /** Back and Forward, and a link that was pasted; a link without a place keeps what is on the desk. */
  watch(() => route.query, (given) => {
    if (route.name !== 'desk' || textOf(given) === written) return
    written = textOf(given)
    if (one(given, 'layers') === '' && one(given, 'c') === '' && one(given, 'map') === '') return write(false)
    read(given)
    steps = textOf(step.value)
    const center = pointOf(one(given, 'c'))
    const zoom = Number(one(given, 'z'))
    if (center !== null && zoom > 0) tools.order = { to: 'place', center, zoom }
  })
  onBeforeUnmount(() => {
    if (timer !== null) clearTimeout(timer)
  })
}
