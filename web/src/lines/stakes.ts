import type { Word } from '../shell/words'

export type StakeState = 'SET' | 'REJECTED' | 'IN_PLACE' | 'DAMAGED' | 'LOST'
export type StakeAct = 'SET' | 'ACCEPT' | 'REJECT' | 'CHECK' | 'DAMAGE' | 'LOSE' | 'REPLACE'

export interface Stake {
  id: string
  layer: string
  layerName: Word
  number: string
  kind: 'STAKE' | 'SIGN'
  material: string
  divisionName: Word
  lon: number
  lat: number
  setOn: string
  setBy: string
  state: StakeState
  acceptedBy: string | null
  invented: boolean
}

export interface StakePhoto {
  sha256: string
  name: string
  lon: number | null
  lat: number | null
  metres: number | null
}

export interface StakeEvent {
  number: number
  act: StakeAct
  by: string
  mine: boolean
  at: string
  words: string
  photos: StakePhoto[]
}

export interface StakeDetail extends Stake {
  possible: StakeAct[]
  events: StakeEvent[]
}

export const STAKE_TONES: Record<StakeState, string> = { SET: 'a', REJECTED: 'xl', IN_PLACE: 'ok', DAMAGED: 'w', LOST: 'xl' }
/** Acts of acceptance need another right and another person. */
export const ACCEPTING: readonly StakeAct[] = ['ACCEPT', 'REJECT']

/** A photo farther from its stake than this is pointed out: its own place is shown, not trusted. */
export const FAR_METRES = 50
