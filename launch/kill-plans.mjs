/** The server is killed (kill -9) while a plan is checked and while it is brought into force: each is done once and whole, or not at all. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { api, behaviour, check, cuntu, finish, kill, same, serve, signIn, stop, until, work } from './harness.mjs'

const home = join(work, 'home')
const UNIT = '0203001-K'
const SIDE = 20
/** How long after the state is seen the blow falls: at the beginning, in the middle, near the end; ms. */
const BLOWS = (process.env.CUNTU_KILL_DELAYS ?? '0,150,600').split(',').map(Number)
const NAMES = { total: '规划总用地面积', green: '绿地与开敞空间用地', open: '非建设用地', plots: '地块数', 'green-share': '绿地与开敞空间占比' }
const UNITS = { plots: '个', 'green-share': '%' }
const unitOf = (id) => UNITS[id] ?? '公顷'

/** Parks side by side where no other plan is; the first ones may be something else that is not built on. */
function plots(box, others) {
  const [w, s, e, n] = box
  const at = (from, to, i) => Number((from + ((to - from) * i) / SIDE).toFixed(9))
  const features = []
  for (let i = 0; i < SIDE * SIDE; i += 1) {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)]
    const ring = [[at(w, e, x), at(s, n, y)], [at(w, e, x + 1), at(s, n, y)], [at(w, e, x + 1), at(s, n, y + 1)], [at(w, e, x), at(s, n, y + 1)], [at(w, e, x), at(s, n, y)]]
    const park = i >= others
    features.push({ type: 'Feature', properties: { BSM: `4502032911${String(99_000_000 + i)}`, DKBH: `K-${i}`, DYBH: UNIT, YDYHFLDM: park ? '1401' : '1402', YDYHFLMC: park ? '公园绿地' : '防护绿地', GHZT: '20' }, geometry: { type: 'Polygon', coordinates: [ring] } })
  }
  return JSON.stringify({ type: 'FeatureCollection', features })
}
const table = (values) => `指标,单位,规划值\n${Object.entries(values).map(([id, v]) => `${NAMES[id]},${unitOf(id)},${v}`).join('\n')}`
const words = (values) => Object.entries(values).map(([id, v]) => `${id === 'plots' ? '规划地块' : NAMES[id]}为${v}${unitOf(id)}。`).join('\n')

/** A multipart body of a delivery. */
function delivery(fields, box, others, values) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const parts = { KGDK: ['plots.geojson', plots(box, others)], indicators: ['table.csv', table(values)], text: ['text.txt', words(values)] }
  for (const [material, [name, text]] of Object.entries(parts)) {
    form.append('materials', material)
    form.append('files', new Blob([text]), name)
  }
  return form
}
const plan = async (server, id) => (await api(server, 'GET', `/api/planning/plans/${id}`)).json()
const settled = (server, id) => until('the plan settles', async () => {
  const one = await plan(server, id)
  return !['DELIVERED', 'APPROVED'].includes(one.state) && one
})
const steps = (one, kind, round) => one.steps.filter((step) => step.step === kind && (round === undefined || step.round === round)).length
const releases = async (server) => (await api(server, 'GET', '/api/layers/KGDK/releases')).json()
const told = async (server) => (await api(server, 'GET', '/api/planning/notices')).json().filter((one) => one.plan !== null).map((one) => `${one.number} ${one.kind}`).sort()
const pause = (ms) => new Promise((done) => setTimeout(done, ms))

/** Kills the server so long after it began to work, and starts it again. */
async function struck(server, delay) {
  await pause(delay)
  await kill(server)
  return serve(home)
}

same(cuntu('demo', '--prepare', '--home', home).status, 0, 'demo --prepare')

await behaviour('a plan whose server is killed while it is checked or brought into force: every act once and whole, or not at all', async () => {
  let server = await serve(home)
  // the demo's own plans are made after the server is up
  await until('the demo has its plans', async () => (await api(server, 'GET', '/api/planning/plans?state=UNDER_REVIEW')).json().plans.length > 0)
  const ground = (await api(server, 'GET', '/api/showcase')).json().features.find((f) => f.properties.id === '02-farmland').geometry
  const points = ground.coordinates.flat(ground.type === 'Polygon' ? 1 : 2)
  const [w, s, e, n] = [Math.min(...points.map((p) => p[0])), Math.min(...points.map((p) => p[1])), Math.max(...points.map((p) => p[0])), Math.max(...points.map((p) => p[1]))]
  const box = [w, s, e, n]

  // somebody's review of this ground, whose conclusion a park turns
  const kept = await api(server, 'POST', '/api/reviews', { name: 'factory', crs: 'EPSG:4490', plots: [{ number: '1', geometry: { type: 'Polygon', coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]] } }], project: { kind: 'batch', purpose: '1001', level: 'ordinary', documents: [] } })
  same(kept.status, 201, kept.text)

  const first = await api(server, 'POST', '/api/planning/plans', delivery({ kind: 'DETAILED', name: 'kill', occasion: 'existing', grounds: 'test', invented: 'true' }, box, 0, { total: '1.0000' }))
  same(first.status, 201, first.text)
  let id = first.json().id
  server = await struck(server, 0)
  let now = await settled(server, id)
  same([now.state, now.round, steps(now, 'CHECK')], ['UNDER_REVIEW', 1, 1], 'the first check')
  const valuesOf = (one) => Object.fromEntries(one.findings.indicators.filter((a) => a.map !== null && Number(a.map) !== 0 && NAMES[a.indicator.id] !== undefined).map((a) => [a.indicator.id, a.map]))
  const values = valuesOf(now)

  let round = 1
  for (const delay of BLOWS) {
    const director = await signIn(server, 'tangjingxing')
    same((await director('POST', `/api/planning/plans/${id}/return`, { words: 'mend' })).status, 200, 'sent back')
    const changed = await api(server, 'POST', `/api/planning/plans/${id}/change`, delivery({ words: 'mended' }, box, 0, values))
    same(changed.status, 200, changed.text)
    round += 1
    server = await struck(server, delay)
    now = await settled(server, id)
    same([now.state, now.round, steps(now, 'CHECK', round), now.stopping ?? []], ['UNDER_REVIEW', round, 1, []], `checked, ${delay} ms`)
  }

  let last = null
  for (const [turn, delay] of BLOWS.entries()) {
    if (turn > 0) {
      const amended = await api(server, 'POST', `/api/planning/plans/${id}/amendments`, delivery({ occasion: 'correction', grounds: 'test' }, box, turn, values))
      same(amended.status, 201, amended.text)
      last = id
      id = amended.json().id
      server = await struck(server, delay)
      now = await settled(server, id)
      same([now.state, steps(now, 'CHECK')], ['UNDER_REVIEW', 1], `the amendment, ${delay} ms`)
    }
    const before = await releases(server)
    const section = await signIn(server, 'tangjingxing')
    const agreed = await section('POST', `/api/planning/plans/${id}/agree`, { words: 'right' })
    same(agreed.status, 200, agreed.text)
    const approver = await signIn(server, 'ningyuanzhou')
    const approval = new FormData()
    const today = now.today
    for (const [name, value] of Object.entries({ number: 'X（虚构）', authority: '演示市人民政府（虚构）', date: today, inForceFrom: today, words: '' })) approval.append(name, value)
    approval.append('scan', new Blob(['a sample, void']), 'scan.txt')
    const approved = await approver('POST', `/api/planning/plans/${id}/approval`, approval)
    same(approved.status, 200, approved.text)
    server = await struck(server, delay)
    now = await settled(server, id)
    same([now.state, steps(now, 'ENTER')], ['IN_FORCE', 1], `in force, ${delay} ms`)
    const after = await releases(server)
    same(after.length - before.length, 1, 'releases of the layer')
    if (last !== null) same((await plan(server, last)).state, 'SUPERSEDED', 'the version before')
    const found = (await api(server, 'GET', `/api/identify?lon=${(w + (e - w) / SIDE / 2).toFixed(9)}&lat=${(s + (n - s) / SIDE / 2).toFixed(9)}`)).json().layers.find((one) => one.layer === 'KGDK')
    same(JSON.stringify(found.features).includes(turn > 0 ? '1402' : '1401'), true, `the use in force: ${JSON.stringify(found.features)}`)
    const mine = (await told(server)).filter((one) => one.startsWith(now.number))
    check(turn > 0 || mine.length === 2, `told ${JSON.stringify(mine)}`)
    same([...new Set(mine)], mine, 'nobody is told twice')
  }
  same((await api(server, 'GET', '/actuator/health')).text, '{"status":"UP"}', 'health')
  const started = Date.now()
  await stop(server)
  server = await serve(home)
  const left = ['snapshots/tmp', 'files/tmp'].flatMap((folder) => readdirSync(join(home, folder)).map((name) => join(home, folder, name))).filter((file) => statSync(file).mtimeMs < started)
  same(left, [], 'what was broken off')
  await stop(server)
})

await finish()
