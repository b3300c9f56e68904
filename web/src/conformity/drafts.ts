import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { call } from '../shell/http'
import { type Problem, problemFrom } from '../shell/problem'
import { useSite, type Work } from './site'
import type { Plot, Project } from './types'

export interface DraftLine {
  id: string
  name: string
  version: number
  plots: number
  savedAt: string
}

interface DraftAnswer extends DraftLine {
  plots: never
}

/** The account's drafts on the server, and which of them lies on the desk. */
export const useDrafts = defineStore('drafts', () => {
  const site = useSite()
  const list = shallowRef<DraftLine[] | null>(null)
  const current = shallowRef<DraftLine | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  /** Opens the dialog. */
  const asking = ref(false)
  /** The state that the server has; what is on the desk beyond it is not saved. */
  const kept = shallowRef<Work | null>(null)
  const dirty = computed(() => current.value !== null && kept.value !== site.history.present)
  /** Another window has saved over the version that lies here. */
  const changed = computed(() => problem.value?.code === 'draft.changed')

  async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
    busy.value = true
    problem.value = null
    try {
      return await work()
    } catch (error) {
      problem.value = problemFrom(error)
      return null
    } finally {
      busy.value = false
    }
  }

  const content = (name: string): { name: string; plots: Plot[]; project: Project } => ({ name, plots: site.plots, project: { ...site.project, documents: [...site.project.documents] } })

  async function load(): Promise<void> {
    const answer = await attempt(() => call<{ items: DraftLine[] }>('/api/drafts'))
    if (answer !== null) list.value = answer.items
  }

  function hold(line: DraftLine | null, work: Work | null): void {
    current.value = line
    kept.value = work
  }

  /** A new draft under a name. */
  async function saveAs(name: string): Promise<boolean> {
    const work = site.history.present
    const line = await attempt(() => call<DraftLine>('/api/drafts', { method: 'POST', json: content(name) }))
    if (line === null) return false
    hold(line, work)
    await load()
    return true
  }

  /** Over the draft that lies here; a newer version elsewhere is told, and nothing is lost. */
  async function save(): Promise<boolean> {
    const now = current.value
    if (now === null) return false
    const work = site.history.present
    const line = await attempt(() => call<DraftLine>(`/api/drafts/${now.id}`, { method: 'PUT', json: { ...content(now.name), version: now.version } }))
    if (line === null) return false
    hold(line, work)
    await load()
    return true
  }

  async function open(id: string): Promise<boolean> {
    const draft = await attempt(() => call<Omit<DraftAnswer, 'plots'> & { plots: Plot[]; project: Partial<Project> }>(`/api/drafts/${id}`))
    if (draft === null) return false
    site.place(draft.plots, draft.name, draft.project)
    hold({ id: draft.id, name: draft.name, version: draft.version, savedAt: draft.savedAt, plots: draft.plots.length }, site.history.present)
    return true
  }

  async function rename(line: DraftLine, name: string): Promise<boolean> {
    const renamed = await attempt(() => call<DraftLine>(`/api/drafts/${line.id}/name`, { method: 'PUT', json: { name, version: line.version } }))
    if (renamed === null) return false
    if (current.value?.id === line.id) current.value = renamed
    await load()
    return true
  }

  async function remove(line: DraftLine): Promise<boolean> {
    const gone = await attempt(async () => {
      await call<null>(`/api/drafts/${line.id}?version=${line.version}`, { method: 'DELETE' })
      return true
    })
    if (gone === null) return false
    if (current.value?.id === line.id) hold(null, null)
    await load()
    return true
  }

  /** A draft is saved over only with what was made of it: another site on the desk is no version of it. */
  watch(() => site.opened, () => hold(null, null), { flush: 'sync' })

  return { list, current, problem, busy, asking, dirty, changed, load, saveAs, save, open, rename, remove, hold }
})
