import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { useLayers } from '../onemap/layers'
import { call } from '../shell/http'
import { asksForCrs, partsOf, type Problem, type ProblemPart, problemFrom } from '../shell/problem'
import { bodyOf, Live, type UploadedFile } from './live'
import type { Geometry, Plot, Project, Review, ReviewRequest, SiteAnswer } from './types'

/** A project of which nothing but its kind is stated. */
const blank = (): Project => ({
  kind: 'batch', purpose: '1001', level: 'ordinary', appliedOn: null, documents: [], activity: undefined, newConstruction: undefined,
  listItem: undefined, conversion: undefined, mining: undefined, months: undefined, boundaryChange: undefined, figures: undefined, plotFigures: undefined,
})

export type Phase = 'empty' | 'drawing' | 'set'

/** The site on the desk: its plots, its project, and the verdict that follows it. */
export const useSite = defineStore('site', () => {
  const layers = useLayers()
  const plots = shallowRef<Plot[]>([])
  const sketch = shallowRef<Geometry | null>(null)
  const phase = ref<Phase>('empty')
  const name = ref('')
  const project = reactive<Project>(blank())
  const file = shallowRef<UploadedFile | null>(null)
  const review = shallowRef<Review | null>(null)
  const millis = ref<number | null>(null)
  const busy = ref(false)
  const slow = ref(false)
  const problem = shallowRef<Problem | null>(null)
  const warnings = shallowRef<ProblemPart[]>([])
  /** A file whose coordinate system is asked for. */
  const asked = shallowRef<{ file: File; problem: Problem } | null>(null)
  const reading = ref(false)
  const storing = ref(false)
  const stored = shallowRef<Review | null>(null)
  /** The finding that is pointed at, on the map or in the panel. */
  const pointed = ref<string | null>(null)
  /** Rises when the map shall show the whole site. */
  const shows = ref(0)

  const live = new Live({
    busy: (isSlow) => {
      busy.value = true
      slow.value = isSlow
    },
    answered: (answer, roundTrip) => {
      busy.value = slow.value = false
      problem.value = null
      review.value = answer
      millis.value = Math.round(answer.millis ?? roundTrip)
    },
    failed: (failure) => {
      busy.value = slow.value = false
      problem.value = failure
      review.value = null
    },
  })

  const judged = computed<Plot[]>(() => {
    if (sketch.value === null) return plots.value
    const number = String(plots.value.length + 1)
    return [...plots.value, { number, name: '', use: project.purpose, geometry: sketch.value }]
  })

  function request(): ReviewRequest {
    const clean = { ...project, appliedOn: project.appliedOn === '' ? null : project.appliedOn, documents: [...project.documents] }
    const ask: ReviewRequest = { name: name.value, crs: 'EPSG:4490', plots: judged.value, project: clean }
    if (layers.asOf !== '') ask.asOf = layers.asOf
    if (layers.known !== '') ask.known = layers.known
    return ask
  }

  function judge(): void {
    stored.value = null
    if (judged.value.length === 0) {
      live.clear()
      review.value = null
      problem.value = null
      busy.value = slow.value = false
    } else live.ask({ request: request(), file: file.value })
  }

  function clear(): void {
    plots.value = []
    sketch.value = null
    file.value = null
    phase.value = 'empty'
    warnings.value = []
    asked.value = null
    pointed.value = null
    name.value = ''
    judge()
  }

  function drawn(list: Plot[]): void {
    plots.value = list
    sketch.value = null
    file.value = null
    phase.value = list.length > 0 ? 'set' : 'empty'
    judge()
  }

  function sketched(geometry: Geometry | null): void {
    sketch.value = geometry
    judge()
  }

  /** Puts given plots on the desk, as from the samples. */
  function place(list: Plot[], title: string, of: Partial<Project>): void {
    clear()
    name.value = title
    Object.assign(project, blank(), of)
    plots.value = list
    phase.value = 'set'
    shows.value += 1
    judge()
  }

  async function read(chosen: File, crs: string | null = null): Promise<void> {
    reading.value = true
    problem.value = null
    asked.value = null
    const form = new FormData()
    form.append('file', chosen)
    if (crs !== null) form.append('crs', crs)
    try {
      const answer = await call<SiteAnswer>('/api/sites', { method: 'POST', form })
      clear()
      name.value = chosen.name.replace(/\.[^.]+$/, '')
      plots.value = answer.plots
      warnings.value = partsOf(answer.warnings)
      file.value = { file: chosen, crs, readIn: answer.crs, sha256: answer.sha256 }
      phase.value = 'set'
      shows.value += 1
      judge()
    } catch (error) {
      const failure = problemFrom(error)
      if (crs === null && asksForCrs(failure)) asked.value = { file: chosen, problem: failure }
      else {
        clear()
        problem.value = failure
      }
    } finally {
      reading.value = false
    }
  }

  async function store(): Promise<void> {
    storing.value = true
    try {
      const body = request()
      stored.value = await call<Review>('/api/reviews', { method: 'POST', ...bodyOf(body, file.value) })
    } catch (error) {
      problem.value = problemFrom(error)
    } finally {
      storing.value = false
    }
  }

  watch([() => ({ ...project }), () => layers.answer], () => {
    if (phase.value === 'set') judge()
  })

  return {
    plots, sketch, phase, name, project, file, review, millis, busy, slow, problem, warnings, asked, reading, storing,
    stored, pointed, shows, judged, judge, clear, drawn, sketched, place, read, store, request,
  }
})
