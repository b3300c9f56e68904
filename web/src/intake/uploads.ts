import { call } from '../shell/http'

/** What a file holds, as the server found. */
export interface SourceLayer {
  name: string
  features: number | null
  geometry: 'AREA' | 'LINE' | 'POINT' | null
  proposed: boolean
}

/** A file that was sent and looked at before its submission. */
export interface Upload {
  id: string
  name: string
  size: number
  /** NEEDED: one layer is read; OPTIONAL: the whole drawing may be read, too. */
  naming: 'NONE' | 'NEEDED' | 'OPTIONAL'
  layers: SourceLayer[]
  /** An instant: until then it may be named in a submission. */
  keptUntil: string
}

export function send(file: File, layer: string, role: string, signal: AbortSignal): Promise<Upload> {
  const form = new FormData()
  form.append('file', file)
  form.append('layer', layer)
  if (role === 'removed') form.append('keys', 'true')
  return call<Upload>('/api/submissions/uploads', { method: 'POST', form, signal })
}

/** Whether a person has to say which layer is meant: with one there is nothing to ask. */
export function asks(upload: Upload): boolean {
  return upload.naming !== 'NONE' && upload.layers.length > 1
}

/** What stands chosen at first: the layer that has the register's name, else, of a drawing, all of it. */
export function proposal(upload: Upload): string | null {
  if (!asks(upload)) return ''
  return upload.layers.find((l) => l.proposed)?.name ?? (upload.naming === 'OPTIONAL' ? '' : null)
}

/** A file of a submission that is ready to go with it. */
export interface Given {
  upload: string
  /** Empty: the only one, or the whole drawing. */
  layer: string
  name: string
}
