import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

/** One class of one layer: a row of the table, a bar of the chart, its patches on the map. */
export interface ClassChoice {
  layer: string
  /** The row's key: its kind and code. */
  key: string
}

/** What is pointed at and what is chosen, shared by map, table and chart. */
export const useSelection = defineStore('selection', () => {
  const hovered = ref<ClassChoice | null>(null)
  const chosen = ref<ClassChoice | null>(null)
  const shown = computed(() => hovered.value ?? chosen.value)

  function choose(choice: ClassChoice | null): void {
    const same = choice !== null && chosen.value?.layer === choice.layer && chosen.value.key === choice.key
    chosen.value = same ? null : choice
  }
  function is(layer: string, key: string): boolean {
    return shown.value?.layer === layer && shown.value.key === key
  }
  function clear(): void {
    hovered.value = chosen.value = null
  }
  return { hovered, chosen, shown, choose, is, clear }
})
