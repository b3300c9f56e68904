import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { useSession } from '../identity/session'
import { type DraftLine, useDrafts } from './drafts'
import { useSite, type Work } from './site'

/** What the browser keeps of an account's unfinished work, so that a crash or a reload loses nothing. */
export interface Saved {
  work: Work
  draft: DraftLine | null
  at: number
}

const WAIT_MS = 400
const OLDEST_MS = 30 * 24 * 3600 * 1000

function open(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const ask = indexedDB.open('cuntu', 1)
    ask.onupgradeneeded = () => ask.result.createObjectStore('work')
    ask.onsuccess = () => done(ask.result)
    ask.onerror = () => failed(ask.error ?? new Error('no database'))
  })
}

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    return await new Promise<T>((done, failed) => {
      const request = work(database.transaction('work', mode).objectStore('work'))
      request.onsuccess = () => done(request.result)
      request.onerror = () => failed(request.error ?? new Error('no work'))
    })
  } finally {
    database.close()
  }
}

/** Plain data that may be cloned: no proxies. The file of an upload goes as it is. */
function plain(work: Work): Work {
  const { file, ...rest } = work
  return { ...(JSON.parse(JSON.stringify(rest)) as Omit<Work, 'file'>), file: file === null ? null : { ...file } }
}

export const useAutosave = defineStore('autosave', () => {
  const session = useSession()
  const site = useSite()
  const drafts = useDrafts()
  /** Work of an earlier time that is not on the desk; offered, never put there unasked. */
  const offers = shallowRef<(Saved & { key: string })[]>([])
  /** When the work on the desk was last kept; null when it could not be. */
  const keptAt = shallowRef<number | null>(null)
  let timer: ReturnType<typeof setTimeout> | null = null
  let watching = false
  let looked = false

  const key = (slot: 'now' | 'before'): string => `${session.user?.id ?? ''} ${slot}`

  async function keep(): Promise<void> {
    if (session.user === null || !looked) return
    const work = site.history.present
    try {
      if (work.plots.length === 0) await within('readwrite', (s) => s.delete(key('now')))
      else await within('readwrite', (s) => s.put({ work: plain(work), draft: drafts.current === null ? null : { ...drafts.current }, at: Date.now() } satisfies Saved, key('now')))
      keptAt.value = work.plots.length === 0 ? null : Date.now()
    } catch {
      keptAt.value = null
    }
  }

  /** Looks what lies there, once a page; then keeps every step a moment after it was made. */
  async function start(): Promise<void> {
    if (watching || session.user === null) return
    watching = true
    try {
      const found = await Promise.all((['now', 'before'] as const).map(async (slot) => ({ slot, saved: (await within('readonly', (s) => s.get(key(slot)))) as Saved | undefined })))
      const fresh = found.filter((f): f is { slot: 'now' | 'before'; saved: Saved } => f.saved !== undefined && Date.now() - f.saved.at < OLDEST_MS)
      // what is taken up here is written under another name first: new work must not run over it
      const last = fresh.find((f) => f.slot === 'now')
      if (last !== undefined) {
        await within('readwrite', (s) => s.put(last.saved, key('before')))
        offers.value = [{ ...last.saved, key: key('before') }]
      } else offers.value = fresh.map((f) => ({ ...f.saved, key: key(f.slot) }))
    } catch {
      offers.value = []
    }
    looked = true
    watch([() => site.history.present, () => drafts.current], () => {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => void keep(), WAIT_MS)
    })
  }

  function restore(saved: Saved): void {
    site.put(saved.work)
    drafts.hold(saved.draft, null)
    offers.value = []
  }

  async function discard(saved: Saved & { key: string }): Promise<void> {
    offers.value = offers.value.filter((o) => o.key !== saved.key)
    await within('readwrite', (s) => s.delete(saved.key)).catch(() => undefined)
  }

  return { offers, keptAt, start, restore, discard }
})
