import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { call } from '../shell/http'
import type { DocumentType } from './types'

/** The city's types of documents that prove an exception; fetched once, when the first is named. */
export const useDocuments = defineStore('documents', () => {
  const types = shallowRef<Record<string, DocumentType>>({})
  let asked = false

  async function load(): Promise<void> {
    if (asked) return
    asked = true
    try {
      const list = await call<DocumentType[]>('/api/rules/documents')
      types.value = Object.fromEntries(list.map((d) => [d.id, d]))
    } catch {
      asked = false
    }
  }

  return { types, load }
})
