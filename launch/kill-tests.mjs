/** The server is killed (kill -9) in mid-import and in mid-review; it starts again and nothing is half there. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { api, behaviour, check, cuntu, finish, kill, same, serve, signIn, stop, until, work } from './harness.mjs'

const home = join(work, 'home')
const STRIPES = 60_000
/** ./cuntu test --crash --rounds N: so many blows at the reviewing server; without it one. */
const ROUNDS = Number(process.env.CUNTU_KILL_ROUNDS ?? 1)
/** Every kind of change, each killed at two of its steps. With PostgreSQL, which is not killed itself, only by --crash. */
const EVERY_KIND = process.env.CUNTU_KILL_ROUNDS !== undefined || process.env.CUNTU_DATABASE_URL === undefined

/** Stripes beside one another; enough of them that an import lasts. */
function stripes() {
  const lines = []
  for (let i = 0; i < STRIPES; i += 1) {
    const w = 109 + (i % 600) * 0.001
    const s = 24.1 + Math.floor(i / 600) * 0.005
    const e = w + 0.0009
    const n = s + 0.0045
    lines.push(JSON.stringify({ type: 'Feature', properties: { XKZH: `C${i}`, KSMC: '示例', KZ: '石灰岩', YXQZ: '2030-01-01' }, geometry: { type: 'Polygon', coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]] } }))
  }
  return new Blob([`{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`])
}

const layer = async (server, code) => (await api(server, 'GET', '/api/layers')).json().layers.find((one) => one.code === code)
const square = (i) => {
  const [w, s] = [109.40 + (i % 20) * 0.004, 24.33 + Math.floor(i / 20) % 10 * 0.004]
  return { type: 'Polygon', coordinates: [[[w, s], [w + 0.003, s], [w + 0.003, s + 0.003], [w, s + 0.003], [w, s]]] }
}
const request = (i) => ({ name: `n${i}`, crs: 'EPSG:4490', plots: [{ number: '1', geometry: square(i) }], project: { kind: 'batch', purpose: '1001', level: 'ordinary', documents: [] } })

same(cuntu('demo', '--prepare', '--home', home).status, 0, 'demo --prepare')
const upload = stripes()

await behaviour('killed in mid-import: the layer is as before, the task goes on after the start and releases once', async () => {
  let server = await serve(home)
  const before = await layer(server, 'CKQ')
  const form = new FormData()
  for (const [name, value] of Object.entries({ layer: 'CKQ', inForceFrom: '2026-11-12', source: 'test', ground: 'features', invented: 'true' })) form.append(name, value)
  form.append('file', upload, 'stripes.geojson')
  const asked = await api(server, 'POST', '/api/imports', form)
  same(asked.status, 202, asked.text)
  const task = async () => (await api(server, 'GET', `/api/tasks/${asked.json().task}`)).json()
  await until('the import is under way', async () => { const now = await task(); return now.state === 'RUNNING' && now.done > 1000 })
  await kill(server)

  server = await serve(home)
  const after = await layer(server, 'CKQ')
  check(after.snapshot.hash === before.snapshot.hash || after.snapshot.inForceFrom === '2026-11-12', 'neither the old version nor the whole new one')
  same((await until('the import has ended', async () => { const now = await task(); return ['DONE', 'FAILED', 'CANCELLED'].includes(now.state) && now })).state, 'DONE', 'task')
  const released = await layer(server, 'CKQ')
  same([released.snapshot.features, released.snapshot.inForceFrom], [STRIPES, '2026-11-12'], 'the new version')
  same((await api(server, 'GET', '/actuator/health')).text, '{"status":"UP"}', 'health')
  await stop(server)
  same(readdirSync(join(home, 'snapshots', 'tmp')).length <= 1, true, 'what was broken off')
})

await behaviour('killed in mid-review, again and again: what was acknowledged is there and replays to the byte, the rest is not', async () => {
  let server = await serve(home)
  const acknowledged = new Map()
  for (let round = 0; round < ROUNDS; round += 1) {
    let running = true
    const writers = [0, 1, 2, 3].map(async (writer) => {
      for (let i = 0; running; i += 1) {
        const answer = await api(server, 'POST', '/api/reviews', request((round * 1000 + writer * 250 + i) % 4000)).catch(() => null)
        if (answer === null) return
        same(answer.status, 201, answer.text)
        acknowledged.set(answer.json().id, answer.json().canonicalHash)
      }
    })
    const goal = acknowledged.size + 20 + (round % 5) * 7
    await until('enough reviews are kept', () => acknowledged.size >= goal)
    await kill(server)
    running = false
    await Promise.all(writers)
    server = await serve(home)
  }
  const listed = []
  for (let page = 0; ; page += 1) {
    const items = (await api(server, 'GET', `/api/reviews?page=${page}`)).json().items
    if (items.length === 0) break
    listed.push(...items.map((item) => item.id))
  }
  const missing = [...acknowledged.keys()].filter((id) => !listed.includes(id))
  same(missing, [], 'acknowledged and not there')
  check(listed.length - acknowledged.size <= ROUNDS * 4, `${listed.length} kept, ${acknowledged.size} acknowledged`)
  for (const id of listed) {
    const review = (await api(server, 'GET', `/api/reviews/${id}`)).json()
    same(review.canonicalHash, acknowledged.get(id) ?? review.canonicalHash, id)
    same((await api(server, 'POST', `/api/reviews/${id}/replay`)).json(), { identical: true, differences: [] }, id)
  }
  await stop(server)
})

/** Mining rights of a delivery: as many as are asked for, some with another name. */
function delivery(count, name) {
  const features = []
  for (let i = 0; i < count; i += 1) {
    const w = 109.2 + (i % 200) * 0.001
    const s = 24.2 + Math.floor(i / 200) * 0.005
    const ring = [[w, s], [w + 0.0009, s], [w + 0.0009, s + 0.0045], [w, s + 0.0045], [w, s]]
    features.push(JSON.stringify({ type: 'Feature', properties: { BSM: `45020300000000${1000 + i}`, XKZH: `D${i}`, KSMC: name, KZ: '石灰岩', YXQZ: '2030-01-01' }, geometry: { type: 'Polygon', coordinates: [ring] } }))
  }
  return new Blob([`{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`])
}

const WAY = { layer: 'CKQ', inForceFrom: '2026-11-20', source: 'test', ground: 'features', invented: 'true' }

function form(fields, files) {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.append(name, value)
  for (const [name, blob] of Object.entries(files)) made.append(name, blob, `${name}.geojson`)
  return made
}

const now = async (server, id) => (await api(server, 'GET', `/api/submissions/${id}`)).json()
const stepsOf = (one) => one.steps.map((step) => step.step)

/** Kills the server while the submission stands in a state, if it can be seen there, and starts it again. */
async function killedIn(server, id, state) {
  await until(`${id} comes to ${state}`, async () => {
    const found = (await now(server, id)).state
    return found === state || !['READING', 'FITTING', 'CHECKING', 'RELEASING'].includes(found)
  })
  await kill(server)
  return serve(home)
}

const waits = ['REVIEWING', 'MENDING', 'RELEASED', 'APPROVED']
const settled = (server, id) => until('the submission waits for a person', async () => {
  const one = await now(server, id)
  return waits.includes(one.state) && one
})

/** Files of work that began before a moment: what a killed run left must be gone or new. */
function leftBehind(since) {
  return ['snapshots/tmp', 'files/tmp'].flatMap((folder) => readdirSync(join(home, folder)).map((name) => join(home, folder, name)))
    .filter((file) => statSync(file).mtimeMs < since)
}

await behaviour('killed at every step of a layer\'s way: each act is there once and whole, or not at all, and the way goes on', async () => {
  let server = await serve(home)
  // in mid-upload: nothing was acknowledged, nothing is there
  const lost = api(server, 'POST', '/api/submissions', form({ ...WAY, kind: 'FULL' }, { whole: delivery(4_000, '甲') })).catch(() => null)
  await new Promise((done) => setTimeout(done, 15))
  await kill(server)
  const answered = await lost
  server = await serve(home)
  // beside the deliveries that the demo makes itself
  const received = (await api(server, 'GET', '/api/submissions')).json().filter((one) => one.layer === WAY.layer)
  check(answered !== null || received.length <= 1, `${received.length} were received of the one that was sent`)

  const whole = await api(server, 'POST', '/api/submissions', form({ ...WAY, kind: 'FULL' }, { whole: delivery(4_000, '甲') }))
  same(whole.status, 201, whole.text)
  const id = whole.json().id
  for (const state of ['READING', 'FITTING', 'CHECKING']) server = await killedIn(server, id, state)
  same([(await settled(server, id)).state, stepsOf(await now(server, id))], ['REVIEWING', ['RECEIVE', 'READ', 'FIT', 'CHECK']], 'after three blows')

  // reviewed and killed at once
  let reviewer = await signIn(server, 'luozhiyuan')
  same((await reviewer('POST', `/api/submissions/${id}/review`, { words: 'sound' })).status, 200, 'review')
  await kill(server)
  server = await serve(home)
  same((await now(server, id)).state, 'APPROVED', 'a review that was acknowledged')

  const released = async (one) => {
    const releaser = await signIn(server, 'luyunshu')
    const asked = await releaser('POST', `/api/submissions/${one}/release`, { words: 'go' })
    same(asked.status, 200, asked.text)
    server = await killedIn(server, one, 'RELEASING')
    return settled(server, one)
  }
  const changes = async () => {
    // a correction and an increment, each broken off while it is made and while it is released
    const next = async (kind, fields, files) => {
      const made = await api(server, 'POST', '/api/submissions', form({ ...fields, kind }, files))
      same(made.status, 201, made.text)
      server = await killedIn(server, made.json().id, 'FITTING')
      same((await settled(server, made.json().id)).state, 'REVIEWING', kind)
      reviewer = await signIn(server, 'luozhiyuan')
      same((await reviewer('POST', `/api/submissions/${made.json().id}/review`, { words: 'sound' })).status, 200, 'review')
      same((await released(made.json().id)).state, 'RELEASED', kind)
      return made.json().id
    }
    await next('CORRECTION', WAY, { whole: delivery(3_000, '乙') })
    same((await layer(server, 'CKQ')).snapshot.features, 3_000, 'after the correction')
    await next('INCREMENT', { ...WAY, inForceFrom: '2026-11-22' }, { removed: delivery(500, '乙') })
    const third = await layer(server, 'CKQ')
    same([third.snapshot.features, third.snapshot.inForceFrom], [2_500, '2026-11-22'], 'after the increment')

    // the increment was a mistake
    const log = (await api(server, 'GET', '/api/layers/CKQ/releases')).json()
    const target = log.find((entry) => entry.hash === third.snapshot.hash)
    await next('WITHDRAWAL', { layer: 'CKQ', source: 'test', target: target.id }, {})
    same((await layer(server, 'CKQ')).snapshot.features, 3_000, 'after the withdrawal')

    const after = (await api(server, 'GET', '/api/layers/CKQ/releases')).json()
    same(after.length - log.length, 1, 'entries of the log')
  }
  same((await released(id)).state, 'RELEASED', 'the release')
  const first = await layer(server, 'CKQ')
  same([first.snapshot.features, first.snapshot.inForceFrom], [4_000, WAY.inForceFrom], 'the version in force')
  if (EVERY_KIND) await changes()

  const started = Date.now()
  await stop(server)
  server = await serve(home)
  same(leftBehind(started), [], 'what was broken off')
  await stop(server)
})

await finish()
