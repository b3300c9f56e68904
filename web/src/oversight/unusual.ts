export const KINDS = ['READS', 'EXPORTS', 'REFUSALS', 'DIVISIONS', 'HOURS'] as const
export type UnusualKind = (typeof KINDS)[number]

/** More acts of a person than is usual, as the server shows them. */
export interface UnusualAct {
  person: string
  name: string
  unit: string
  kind: UnusualKind
  day: string
  from: string
  to: string
  acts: number
  most: number
  noticedAt: string
  leaf: string
}

export interface Unusual {
  items: UnusualAct[]
  /** Today's figures. */
  usual: Record<UnusualKind, number>
  workingFrom: string
  workingTo: string
  weekend: boolean
  most: number
}
