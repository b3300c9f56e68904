import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whether the browser has a network and the server answers. */
export const useNet = defineStore('net', () => {
  const online = ref(navigator.onLine)
  const reachable = ref(true)
  return { online, reachable }
})
