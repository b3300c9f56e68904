/** The server is killed (kill -9) in mid-import and in mid-review; it starts again and nothing is half there. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { api, behaviour, check, cuntu, finish, kill, same, serve, stop, until, work } from './harness.mjs'

const home = join(work, 'home')
const STRIPES = 60_000
/** ./cuntu test --crash --rounds N: so many blows at the reviewing server. */
const ROUNDS = Number(process.env.CUNTU_KILL_ROUNDS ?? 3)

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

await finish()
