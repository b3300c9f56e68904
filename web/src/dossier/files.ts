import { wire } from '../shell/http'
import { ApiFailure, problemOf } from '../shell/problem'

/** Asks for a file by POST and hands it over; what goes wrong is told as by `call`. */
export async function save(path: string, body: unknown, name: string): Promise<void> {
  const token = document.cookie.split('; ').find((c) => c.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length)
  const headers: Record<string, string> = { 'Content-Type': 'application/json', 'Accept-Language': wire.language }
  if (token !== undefined) headers['X-XSRF-TOKEN'] = decodeURIComponent(token)
  const response = await fetch(path, { method: 'POST', headers, credentials: 'same-origin', body: JSON.stringify(body) })
  if (!response.ok) throw new ApiFailure(problemOf(response.status, await response.json().catch(() => null)))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name.replace(/[\\/:*?"<>|]/g, ' ').trim()
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
