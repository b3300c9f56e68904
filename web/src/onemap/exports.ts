/** Exports of a layer, as the dialog speaks of them. */
export const EXPORT_FORMATS = ['gpkg', 'shp', 'geojson', 'fgb', 'csv', 'xlsx', 'txt'] as const

/** Plots are areas. */
export function formatsOf(geometry: 'AREA' | 'LINE' | 'POINT'): readonly string[] {
  return geometry === 'AREA' ? EXPORT_FORMATS : EXPORT_FORMATS.filter((f) => f !== 'txt')
}

export interface Condition {
  field: string
  value: string
}

export interface ExportTask {
  id: string
  state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'
  done: number
  total: number | null
  result: { features: number; bytes: number; sha256: string; name: string } | null
  problems: { code: string; what: string; todo: string; where?: string }[]
}

export const isOver = (task: ExportTask): boolean => ['DONE', 'FAILED', 'CANCELLED'].includes(task.state)

/** As the server reads them; a condition without a value asks for what is empty. */
export const conditionsOf = (conditions: Condition[]): string[] => conditions.filter((c) => c.field !== '').map((c) => `${c.field}=${c.value.trim()}`)

export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** Lets the browser save the file: it goes to the disk without passing through the page. */
export function fetched(id: string): void {
  const link = document.createElement('a')
  link.href = `/api/exports/${id}`
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}
