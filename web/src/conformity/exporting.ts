import { callBlob } from '../shell/http'
import { bodyOf, type UploadedFile } from './live'
import type { ReviewRequest } from './types'

export type ExportFormat = 'txt' | 'geojson' | 'shapefile'

export interface ExportWish {
  format: ExportFormat
  /** Empty where the format has but one. */
  crs: string
  encoding: 'utf-8' | 'gbk'
}

/** The name that the server gives the file (RFC 5987). */
export function nameOf(disposition: string | null, otherwise: string): string {
  const found = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')
  if (found === null) return otherwise
  try {
    return decodeURIComponent(found[1] ?? '')
  } catch {
    return otherwise
  }
}

/** Hands the site over as a file of the server's writers; an unchanged upload goes with its own vertices. */
export async function exportSite(request: ReviewRequest, file: UploadedFile | null, wish: ExportWish): Promise<void> {
  const query = new URLSearchParams({ format: wish.format })
  if (wish.crs !== '' && wish.format !== 'geojson') query.set('crs', wish.crs)
  if (wish.format === 'shapefile') query.set('encoding', wish.encoding)
  const { blob, headers } = await callBlob(`/api/sites/export?${query}`, { method: 'POST', ...bodyOf(request, file) })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = nameOf(headers.get('Content-Disposition'), `site.${wish.format === 'shapefile' ? 'zip' : wish.format}`)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
