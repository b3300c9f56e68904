import { defineStore } from 'pinia'
import { computed, onBeforeUnmount, reactive, ref, shallowRef, watch } from 'vue'
import { useLayers } from '../onemap/layers'
import { call } from '../shell/http'
import { asksForCrs, partsOf, type Problem, type ProblemPart, problemFrom } from '../shell/problem'
import { begin, type History, push, redo as forth, undo as back } from './editing/history'
import { asOneFile } from './editing/parts'
import { bodyOf, Live, type UploadedFile } from './live'
import type { Geometry, Plot, Project, Review, ReviewRequest, SiteAnswer } from './types'

/** A project of which nothing but its kind is stated. */
const blank = (): Project => ({
  kind: 'batch', purpose: '1001', level: 'ordinary', appliedOn: null, documents: [], activity: undefined, newConstruction: undefined,
  listItem: undefined, conversion: undefined, mining: undefined, months: undefined, boundaryChange: undefined, figures: undefined, plotFigures: undefined,
})

export type Phase = 'empty' | 'drawing' | 'set'

/** All that a step of undo gives back. */
export interface Work {
  plots: Plot[]
  name: string
  project: Project
  file: UploadedFile | null
  warnings: ProblemPart[]
}

const copyOf = (project: Project): Project => ({ ...project, documents: [...project.documents] })

/** The site on the desk: its plots, its project, and the verdict that follows it. */
export const useSite = defineStore('site', () => {
  const layers = useLayers()
  const plots = shallowRef<Plot[]>([])
  const sketch = shallowRef<Geometry | null>(null)
  /** The plots while the hand drags; null when it rests. */
  const moving = shallowRef<Plot[] | null>(null)
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
  /** When the hand made the movement of which the review speaks. */
  const judgedSince = ref<number | null>(null)
  /** Rises when another site is put on the desk. */
  const opened = ref(0)
  /** How many views show single pieces: then they are asked for while the hand moves, too. */
  const piecesShown = ref(0)
  /** Rises when the map shall show the whole site. */
  const shows = ref(0)

  const history = shallowRef<History<Work>>(begin({ plots: [], name: '', project: blank(), file: null, warnings: [] }))
  const canUndo = computed(() => history.value.past.length > 0)
  const canRedo = computed(() => history.value.future.length > 0)

  const live = new Live({
    busy: (isSlow) => {
      busy.value = true
      slow.value = isSlow
    },
    answered: (answer, roundTrip, ask, current) => {
      judgedSince.value = ask.since ?? null
      busy.value = !current
      slow.value = false
      problem.value = null
      review.value = answer
      millis.value = Math.round(answer.millis ?? roundTrip)
    },
    failed: (failure, current) => {
      busy.value = !current
      slow.value = false
      problem.value = failure
      review.value = null
    },
  })

  const judged = computed<Plot[]>(() => {
    const now = moving.value ?? plots.value
    if (sketch.value === null) return now
    const number = String(now.length + 1)
    return [...now, { number, name: '', use: project.purpose, geometry: sketch.value }]
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
    } else {
      busy.value = true
      const moves = moving.value !== null || sketch.value !== null
      live.ask({ request: request(), file: moves ? null : file.value, brief: moves && piecesShown.value === 0, since: performance.now() })
    }
  }

  /** Shows a state without making a step of it. */
  function show(work: Work): void {
    plots.value = work.plots
    name.value = work.name
    Object.assign(project, blank(), copyOf(work.project))
    file.value = work.file
    warnings.value = work.warnings
    sketch.value = moving.value = null
    phase.value = work.plots.length > 0 ? 'set' : 'empty'
    asked.value = null
  }

  /** One step of undo; steps of one key in a row are one. */
  function step(change: Partial<Work>, key = ''): void {
    history.value = push(history.value, { ...history.value.present, ...change }, key)
    show(history.value.present)
    judge()
  }

  function undo(): void {
    if (!canUndo.value) return
    history.value = back(history.value)
    show(history.value.present)
    judge()
  }

  function redo(): void {
    if (!canRedo.value) return
    history.value = forth(history.value)
    show(history.value.present)
    judge()
  }

  function clear(): void {
    opened.value += 1
    pointed.value = null
    if (history.value.present.plots.length > 0) step({ plots: [], name: '', file: null, warnings: [] })
    else {
      show({ ...history.value.present, plots: [], name: '', file: null, warnings: [] })
      judge()
    }
  }

  /** What the hand or the keyboard made of the plots. A file is no longer what is judged. */
  function drawn(list: Plot[], key = ''): void {
    const was = history.value.present.plots
    if (list.length === was.length && list.every((plot, i) => plot === was[i])) {
      // the hand came back to where it was: no step, but what was painted on the way goes
      moving.value = null
      return judge()
    }
    step({ plots: list, file: null }, key)
  }

  /** While a corner is dragged: judged and painted, no step of undo yet. */
  function dragged(list: Plot[]): void {
    moving.value = list
    judge()
  }

  function sketched(geometry: Geometry | null): void {
    sketch.value = geometry
    judge()
  }

  /** What was said of another site must not stand beside this one. */
  function another(): void {
    opened.value += 1
    live.clear()
    review.value = null
    problem.value = null
    pointed.value = null
  }

  /** Puts given plots on the desk, as from the samples or a draft. */
  function place(list: Plot[], title: string, of: Partial<Project>): void {
    another()
    shows.value += 1
    step({ plots: list, name: title, project: { ...blank(), ...of }, file: null, warnings: [] })
  }

  /** Puts work of an earlier time on the desk, as one step. */
  function put(work: Work): void {
    another()
    shows.value += 1
    step(work)
  }

  /** Reads one file, or the loose parts of one shapefile. */
  async function read(given: File | File[], crs: string | null = null): Promise<void> {
    reading.value = true
    problem.value = null
    asked.value = null
    const chosen = Array.isArray(given) ? await asOneFile(given) : given
    const form = new FormData()
    form.append('file', chosen)
    if (crs !== null) form.append('crs', crs)
    try {
      const answer = await call<SiteAnswer>('/api/sites', { method: 'POST', form })
      another()
      shows.value += 1
      step({
        plots: answer.plots,
        name: chosen.name.replace(/\.[^.]+$/, ''),
        file: { file: chosen, crs, readIn: answer.crs, sha256: answer.sha256 },
        warnings: partsOf(answer.warnings),
      })
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

  watch(() => layers.answer, () => {
    if (phase.value === 'set') judge()
  })
  /** What is written in the form is a step too; one form, one step. */
  watch([() => copyOf(project), name], ([now, title]) => {
    const was = history.value.present
    if (JSON.stringify(now) === JSON.stringify(was.project) && title === was.name) return
    history.value = push(history.value, { ...was, project: now, name: title }, 'form')
    if (phase.value === 'set') judge()
  })

  return {
    plots, sketch, phase, name, project, file, review, millis, busy, slow, problem, warnings, asked, reading, storing,
    stored, pointed, opened, shows, piecesShown, judged, judgedSince, moving, history, canUndo, canRedo, judge, clear, drawn, dragged, sketched, place, put, read,
    store, request, step, undo, redo,
  }
})

/** For a view that shows single pieces: while it stands, the verdict comes with them. */
export function usePieces(): void {
  const site = useSite()
  site.piecesShown += 1
  if (site.piecesShown === 1 && (site.moving !== null || site.sketch !== null)) site.judge()
  onBeforeUnmount(() => (site.piecesShown -= 1))
}
