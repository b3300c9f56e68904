import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { call } from '../shell/http'
import { useLayers } from './layers'
import { layersOf, layersText } from './viewState'

/** A named view over the layers (一张图), declared in the city's files. */
export interface NamedMap {
  id: string
  name: { zh: string; en: string }
  about: { zh: string; en: string }
  layers: { code: string; opacity: number; on: boolean }[]
  /** Whether it has layers that this reader may not see. */
  hidden: boolean
  asOf: string | null
}

/** A map's layers as an address says them. */
export function mapText(map: NamedMap): string {
  return map.layers.map((l) => `${l.on ? '' : '-'}${l.code}${l.opacity === 100 ? '' : `~${l.opacity}`}`).join(',')
}

/** The map that shows just what is shown: a pile that somebody has changed is nobody's map. */
export function mapOf(maps: readonly NamedMap[], text: string, usual: readonly string[]): NamedMap | null {
  return maps.find((m) => layersText(layersOf(mapText(m), usual), usual) === text) ?? null
}

export const useMaps = defineStore('maps', () => {
  const layers = useLayers()
  const list = shallowRef<NamedMap[]>([])
  let under: Promise<void> | null = null
  const chosen = computed(() => (layers.pile.length === 0 ? null : mapOf(list.value, layers.text, layers.usual)))

  function load(): Promise<void> {
    under ??= call<NamedMap[]>('/api/maps').then((found) => {
      list.value = found
    }, () => {
      // The layers can still be chosen one by one; the next look asks again.
      under = null
    })
    return under
  }

  async function take(id: string): Promise<void> {
    await load()
    const map = list.value.find((m) => m.id === id)
    if (map === undefined) return
    layers.restore(mapText(map))
    if (map.asOf !== null && map.asOf !== layers.asOf) {
      layers.asOf = map.asOf
      void layers.load()
    }
  }
  return { list, chosen, load, take }
})
