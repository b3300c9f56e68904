import { defineStore } from 'pinia'
import { ref } from 'vue'
import { call } from '../shell/http'

/** The proof of who one is that a sensitive act asks for: one dialog for all acts that wait for it. */
export const useFresh = defineStore('fresh', () => {
  const asking = ref(false)
  let waiting: ((proved: boolean) => void)[] = []

  /** Opens the dialog; true once the person has proved who they are. */
  function ask(): Promise<boolean> {
    asking.value = true
    return new Promise((done) => waiting.push(done))
  }

  async function prove(password: string, code: string): Promise<void> {
    await call<void>('/api/session/fresh', { method: 'POST', json: { password, code }, signingIn: true })
    end(true)
  }

  function end(proved: boolean): void {
    asking.value = false
    const all = waiting
    waiting = []
    for (const done of all) done(proved)
  }

  return { asking, ask, prove, end }
})
