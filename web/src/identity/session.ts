import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { call } from '../shell/http'
import { type Problem, problemFrom } from '../shell/problem'
import type { Word } from '../shell/words'

export interface User {
  id: string
  name: string
  unit?: string | null
  roles: string[]
  permissions: string[]
  grants?: Grant[]
}

/** A role as somebody holds it: where, up to which classification, and who lent it. */
export interface Grant {
  role: string
  part: { division: string; level: number }
  lentBy: string | null
}

export interface City {
  code: string
  name: Word
  bounds: [number, number, number, number]
  center: [number, number]
}

interface SessionAnswer {
  user: User | null
  city: City | null
  demo: boolean
  version: string
  /** What must be done before anything else. */
  pending: 'password' | 'second-factor' | null
  /** Whether the home waits for its first persons. */
  setup: boolean
  /** Whether the browser showed a client certificate. */
  certificate: boolean
}

/** Who works here and in which city. */
export const useSession = defineStore('session', () => {
  const answer = shallowRef<SessionAnswer | null>(null)
  const problem = shallowRef<Problem | null>(null)
  /** Set when the server ended a session that the page still held. */
  const ended = ref(false)
  /** Whose work is still in this window after the session ended. */
  let owner: string | null = null
  const user = computed(() => answer.value?.user ?? null)
  const city = computed(() => answer.value?.city ?? null)
  const demo = computed(() => answer.value?.demo ?? false)
  const version = computed(() => answer.value?.version ?? '')
  const pending = computed(() => answer.value?.pending ?? null)
  const setup = computed(() => answer.value?.setup ?? false)
  const certificate = computed(() => answer.value?.certificate ?? false)

  /** Whether the user holds a right such as `conformity:review:create`; a star in what is held stands for any word. */
  function may(right: string): boolean {
    const words = right.split(':')
    return (user.value?.permissions ?? []).some((held) => {
      const parts = held.split(':')
      return parts.length === words.length && parts.every((part, i) => part === '*' || part === words[i])
    })
  }

  async function load(again = false): Promise<void> {
    if (answer.value !== null && !again) return
    try {
      answer.value = await call<SessionAnswer>('/api/session', { signingIn: true })
      problem.value = null
    } catch (error) {
      problem.value = problemFrom(error)
    }
  }

  /** @returns whether what is in this window is somebody else's work, which must go before anything is shown */
  async function signIn(name: string, password: string, code?: string): Promise<boolean> {
    return enter('/api/session', { user: name, password, code })
  }

  /** With the client certificate that the browser showed. */
  async function signInByCertificate(): Promise<boolean> {
    return enter('/api/session/certificate', {})
  }

  async function enter(path: string, json: unknown): Promise<boolean> {
    answer.value = await call<SessionAnswer>(path, { method: 'POST', json, signingIn: true })
    ended.value = false
    const others = owner !== null && owner !== user.value?.id
    owner = null
    return others
  }

  async function signOut(): Promise<void> {
    await call<void>('/api/session', { method: 'DELETE', signingIn: true }).catch(() => undefined)
    forget(false)
    await load(true)
  }

  function forget(byServer: boolean): void {
    // A second refused request finds nobody signed in any more, and the session has ended all the same.
    ended.value = byServer && (ended.value || user.value !== null)
    owner = user.value?.id ?? owner
    if (answer.value !== null) answer.value = { ...answer.value, user: null }
  }

  return { user, city, demo, version, pending, setup, certificate, problem, ended, may, load, signIn, signInByCertificate, signOut, forget }
})
