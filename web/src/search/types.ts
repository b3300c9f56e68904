/** What the search finds, as the server says it. */
export interface SearchHit {
  noun: string
  id: string
  name: string
  en: string
  under: string
  code: string
  at: [number, number] | null
  bounds: [number, number, number, number] | null
  facts: Record<string, string>
  score: number
}

export interface SearchGroup {
  noun: string
  hits: SearchHit[]
  more: boolean
}

export interface SearchAnswer {
  text: string
  groups: SearchGroup[]
  /** Layers whose names are not in the index yet. */
  filling: string[]
  millis: number
}
