import { defineStore } from 'pinia'
import { ref } from 'vue'

const KEY = 'cuntu.tour'

function seenBy(): string[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as string[]
  } catch {
    return []
  }
}

/** The help beside the page, and the tour of the first visit. */
export const useHelp = defineStore('help', () => {
  const shown = ref(false)
  /** A page that was asked for by name; empty: that of the screen. */
  const asked = ref('')
  /** Whether all keys are listed. */
  const keys = ref(false)
  const tour = ref<'off' | 'offered' | 'on'>('off')

  function toggle(): void {
    shown.value = !shown.value
    asked.value = ''
  }
  /** Offers the tour once to each account on this browser; `*` stands for everybody. */
  function offer(user: string): void {
    const seen = seenBy()
    if (tour.value === 'off' && !seen.includes(user) && !seen.includes('*')) tour.value = 'offered'
  }
  function start(): void {
    shown.value = false
    tour.value = 'on'
  }
  function end(user: string): void {
    tour.value = 'off'
    try {
      localStorage.setItem(KEY, JSON.stringify([...new Set([...seenBy(), user])]))
    } catch {
      // A browser that keeps nothing offers it again.
    }
  }
  return { shown, asked, keys, tour, toggle, offer, start, end }
})
