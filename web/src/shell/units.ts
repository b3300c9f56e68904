import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import { type Unit, UNITS } from './area'

const STORED = 'cuntu.unit'

function stored(): Unit {
  try {
    const found = localStorage.getItem(STORED) as Unit | null
    return found !== null && UNITS.includes(found) ? found : 'ha'
  } catch {
    return 'ha'
  }
}

/** One switch for the whole page. */
export const useUnits = defineStore('units', () => {
  const unit = ref<Unit>(stored())
  watch(unit, (value) => {
    try {
      localStorage.setItem(STORED, value)
    } catch {
      // Kept for this page only.
    }
  })
  return { unit }
})
