import { defineStore } from 'pinia'
import { ref } from 'vue'

const STORED = 'cuntu.portal.large'

function stored(): boolean {
  try {
    return localStorage.getItem(STORED) === '1'
  } catch {
    return false
  }
}

/** Large type for the whole portal (大字版), kept on the device. */
export const useLarge = defineStore('portal-large', () => {
  const on = ref(stored())
  function toggle(): void {
    on.value = !on.value
    try {
      localStorage.setItem(STORED, on.value ? '1' : '0')
    } catch {
      // it holds until the page is closed
    }
  }
  return { on, toggle }
})
