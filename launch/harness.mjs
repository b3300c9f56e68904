/** What the tests of the command line share: commands, a server of their own, and "ok …" / "not ok …" lines. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const root = process.argv[2]
export const work = mkdtempSync(join(tmpdir(), 'cuntu-test-'))
export const PASSWORD = process.env.CUNTU_PASSWORD ?? 'only-for-this-test'
/** How long something may take; more where other work loads the machine. */
const PATIENCE = Number(process.env.CUNTU_TEST_PATIENCE ?? 120_000)
const servers = new Set()
let failures = 0

/** One command from another folder than the checkout: status, stdout, stderr. */
export function cuntu(...args) {
  const run = spawnSync(join(root, 'cuntu'), args, {
    cwd: work,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, LC_ALL: 'zh_CN.UTF-8', CUNTU_HOME: '' },
  })
  return { status: run.status, out: run.stdout, err: run.stderr.replace(/.*setlocale.*\n/g, '') }
}

export function check(holds, sentence) {
  if (!holds) throw new Error(sentence)
}

export function same(found, wanted, what) {
  check(JSON.stringify(found) === JSON.stringify(wanted), `${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`)
}

/** Runs one behaviour and says how it went. */
export async function behaviour(name, body) {
  const start = Date.now()
  const took = () => `(${((Date.now() - start) / 1000).toFixed(1)} s)`
  try {
    await body()
    console.log(`ok ${name} ${took()}`)
  } catch (error) {
    failures += 1
    console.log(`not ok ${name} ${took()}`)
    console.error(`${name}: ${error.stack}`)
  }
}

/** Asks again until it holds; gives up after the patience. */
export async function until(what, ask, patience = PATIENCE) {
  const end = Date.now() + patience
  for (;;) {
    const found = await ask()
    if (found) return found
    if (Date.now() > end) throw new Error(`not within ${patience} ms: ${what}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}

/** A port that nobody has, so that several of these tests run side by side. */
const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address()
    server.close(() => done(port))
  })
})

/** The demo's server on a home, ready; its process and what the API is asked with. */
export async function serve(home, ...more) {
  const port = more.includes('--port') ? [] : ['--port', String(await freePort())]
  const child = spawn(join(root, 'cuntu'), ['demo', '--home', home, '--demo-password', PASSWORD, ...port, ...more], {
    cwd: work,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', CUNTU_HOME: '' },
  })
  servers.add(child)
  child.said = ''
  child.stdout.on('data', (text) => { child.said += text })
  child.stderr.on('data', (text) => { child.said += text })
  child.ended = new Promise((done) => child.on('exit', (code, signal) => { servers.delete(child); done(code ?? signal) }))
  // a whole city is made in a few minutes
  const patience = more.includes('city') ? 900_000 : PATIENCE
  const address = await until('the server says its address', () => {
    if (child.exitCode !== null) throw new Error(`the server ended: ${child.said}`)
    return /http:\/\/127\.0\.0\.1:\d+/.exec(child.said)?.[0]
  }, patience).catch((error) => {
    child.kill('SIGKILL')
    throw error
  })
  await until('the server is up', () => fetch(`${address}/actuator/health`).then((r) => r.text()).then((t) => t === '{"status":"UP"}', () => false))
  const token = JSON.parse(readFileSync(join(home, 'run.json'), 'utf8')).token
  return { child, address, home, token }
}

/** kill -9, and nothing else. */
export async function kill(server) {
  server.child.kill('SIGKILL')
  await server.child.ended
}

export async function stop(server) {
  server.child.kill('SIGTERM')
  return server.child.ended
}

/** The API as the owner of the home; JSON in, JSON out. */
export async function api(server, method, path, body) {
  const form = body instanceof FormData
  const response = await fetch(server.address + path, {
    method,
    headers: { Authorization: `Bearer ${server.token}`, ...(form || body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: form || body === undefined ? body : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, text, json: () => JSON.parse(text) }
}

/** The API as a signed-in person of the demo; JSON or a form in. */
export async function signIn(server, user) {
  const jar = {}
  const eat = (response) => {
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split('=')
      jar[name] = value
    }
    return response
  }
  const headers = () => ({
    Cookie: Object.entries(jar).map(([name, value]) => `${name}=${value}`).join('; '),
    'X-XSRF-TOKEN': jar['XSRF-TOKEN'] ?? '',
    'Content-Type': 'application/json',
  })
  const ask = async (method, path, body) => {
    const form = body instanceof FormData
    const all = headers()
    if (form) delete all['Content-Type']
    const response = eat(await fetch(server.address + path, { method, headers: all, body: form || body === undefined ? body : JSON.stringify(body) }))
    const text = await response.text()
    return { status: response.status, text, json: () => JSON.parse(text) }
  }
  await ask('GET', '/api/session')
  const answer = await ask('POST', '/api/session', { user, password: PASSWORD })
  check(answer.status === 200, `sign-in of ${user}: ${answer.status} ${answer.text}`)
  await ask('GET', '/api/session')
  return ask
}

/** Ends what still runs, removes what was made, and ends the process. */
export async function finish() {
  for (const child of servers) child.kill('SIGKILL')
  rmSync(work, { recursive: true, force: true, maxRetries: 5 })
  process.exit(failures > 0 ? 1 : 0)
}
