import { defineStore } from 'pinia'
import { ref } from 'vue'
import { call } from '../shell/http'
import type { Notice } from './types'

const FRESH_MS = 30_000

/** What stands in the bar above every page: how many cases wait for the person, and what they are to be told. */
export const useStanding = defineStore('standing', () => {
  const waiting = ref<number | null>(null)
  const notices = ref<Notice[]>([])
  let asked = -Infinity

  async function load(cases: boolean, again = false): Promise<void> {
    if (!again && performance.now() - asked < FRESH_MS) return
    asked = performance.now()
    const [inbox, told] = await Promise.all([
      cases ? call<{ waiting: number }>('/api/cases/waiting', { background: true }).catch(() => null) : null,
      call<{ items: Notice[] }>('/api/notices', { background: true }).catch(() => null),
    ])
    if (inbox !== null) waiting.value = inbox.waiting
    if (told !== null) notices.value = told.items
  }

  async function read(notice: Notice): Promise<void> {
    const told = await call<{ items: Notice[] }>(`/api/notices/${encodeURIComponent(notice.id)}/read`, { method: 'POST' }).catch(() => null)
    if (told !== null) notices.value = told.items
  }

  return { waiting, notices, load, read }
})

export function isUnread(notice: Notice): boolean {
  return notice.readAt === null
}
