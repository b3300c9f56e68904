import { ApiFailure, problemOf } from './problem'

/** How requests speak of the language and of an ended session; set once by the shell. */
export const wire = {
  language: 'zh',
  sessionEnded: () => {},
  reachable: (_yes: boolean) => {},
  /** Asks the person to prove anew who they are; true when they did. */
  prove: async (): Promise<boolean> => false,
}

function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((c) => c.startsWith(`${name}=`))
  return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1))
}

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  json?: unknown
  form?: FormData
  signal?: AbortSignal
  accept?: string
  /** Without what the page can do without (RFC 7240). */
  minimal?: boolean
  /** The page asks by itself, to follow a progress: it keeps no idle session alive. */
  background?: boolean
  /** A 401 is the answer itself (a wrong password), not an ended session. */
  signingIn?: boolean
  /** The second try of a request whose token was stale. */
  again?: boolean
  /** The second try of a sensitive act, after the person proved who they are. */
  proved?: boolean
}

function init(ask: Ask): RequestInit {
  const headers: Record<string, string> = { Accept: ask.accept ?? 'application/json', 'Accept-Language': wire.language }
  if (ask.minimal === true) headers.Prefer = 'return=minimal'
  if (ask.background === true) headers['X-Cuntu-Background'] = '1'
  if (ask.json !== undefined) headers['Content-Type'] = 'application/json'
  const token = cookie('XSRF-TOKEN')
  if (ask.method !== undefined && ask.method !== 'GET' && token !== undefined) headers['X-XSRF-TOKEN'] = token
  return {
    method: ask.method ?? 'GET',
    headers,
    credentials: 'same-origin',
    signal: ask.signal,
    body: ask.form ?? (ask.json === undefined ? undefined : JSON.stringify(ask.json)),
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204) return null
  const type = response.headers.get('Content-Type') ?? ''
  if (!type.includes('json')) return null
  return response.json().catch(() => null)
}

/** Whether asking for the session brought another token than the one that was just refused. */
async function freshToken(ask: Ask): Promise<boolean> {
  if (ask.method === undefined || ask.method === 'GET') return false
  const before = cookie('XSRF-TOKEN')
  await fetch('/api/session', { credentials: 'same-origin' }).catch(() => null)
  return cookie('XSRF-TOKEN') !== before
}

async function reach(path: string, ask: Ask): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, init(ask))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    wire.reachable(false)
    throw new ApiFailure(problemOf(0, null))
  }
  wire.reachable(true)
  return response
}

/**
 * One request to the server of this page.
 *
 * @throws ApiFailure with the problem as it is shown; an abort passes through as it is
 */
export async function call<T>(path: string, ask: Ask = {}): Promise<T> {
  const response = await reach(path, ask)
  const body = await bodyOf(response)
  if (response.ok) return body as T
  if (response.status === 403 && ask.again !== true && (await freshToken(ask))) return call<T>(path, { ...ask, again: true })
  if (isStale(response.status, body) && ask.proved !== true && (await wire.prove())) return call<T>(path, { ...ask, proved: true })
  if (response.status === 401 && ask.signingIn !== true && !isStale(response.status, body)) wire.sessionEnded()
  throw new ApiFailure(problemOf(response.status, body))
}

/** Whether a sensitive act waits for a fresh proof: the session itself lives. */
function isStale(status: number, body: unknown): boolean {
  return status === 401 && (body as { code?: string } | null)?.code === 'identity.fresh-first'
}

/** A file in the page's language; what goes wrong is told as by {@link call}. */
export async function callFile(path: string): Promise<Blob> {
  const response = await reach(path, { accept: '*/*' })
  if (response.ok) return response.blob()
  if (response.status === 401) wire.sessionEnded()
  throw new ApiFailure(problemOf(response.status, await bodyOf(response)))
}

/** A file that the server makes of what is sent, with its headers. */
export async function callBlob(path: string, ask: Ask): Promise<{ blob: Blob; headers: Headers }> {
  const response = await reach(path, { ...ask, accept: '*/*' })
  if (response.ok) return { blob: await response.blob(), headers: response.headers }
  if (response.status === 403 && ask.again !== true && (await freshToken(ask))) return callBlob(path, { ...ask, again: true })
  if (response.status === 401) wire.sessionEnded()
  throw new ApiFailure(problemOf(response.status, await bodyOf(response)))
}
