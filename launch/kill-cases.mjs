/**
 * The server is killed (kill -9) while cases are applied for, accepted, examined, joined, checked, decided and issued: what was
 * acknowledged is there once, each case has the steps that its process says, and everything goes on to its end.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { api, behaviour, check, cuntu, finish, kill, same, serve, signIn, stop, until, work } from './harness.mjs'

const home = join(work, 'home')
/** ./cuntu test --crash --rounds N: so many blows. */
const ROUNDS = Number(process.env.CUNTU_KILL_CASES_ROUNDS ?? process.env.CUNTU_KILL_ROUNDS ?? 3)
const SEED = Number(process.env.CUNTU_KILL_SEED ?? 1)
/** The usual port, or any that is free, when none is stated. */
const PORT = process.env.CUNTU_KILL_PORT ? ['--port', process.env.CUNTU_KILL_PORT] : []
const started = () => serve(home, ...PORT)

const CITIZENS = ['weijianguo', 'qinxiaomei']
/** Who does which step, with which word. */
const OFFICERS = {
  weiqiushi: ['accept', 'ACCEPT'],
  lanruoxi: ['examine', 'AGREE'],
  zhouyanqiu: ['join-cropland', 'AGREE'],
  mengqingchuan: ['join-geohazard', 'AGREE'],
  luhuaijin: ['check', 'AGREE'],
  liangshuyu: ['decide', 'AGREE'],
  huanglingyi: ['issue', 'DONE'],
}
/** The steps that a case has gone through when it has ended. */
const STEPS = Object.values(OFFICERS).map(([step]) => step).sort()
const OPEN = ['SUBMITTED', 'CORRECTING', 'IN_REVIEW', 'APPROVED']

/** Numbers between 0 and 1, the same for the same seed. */
let state = SEED
function dice() {
  state = (state * 1103515245 + 12345) % 2147483648
  return state / 2147483648
}

const house = ([lon, lat]) => ({ type: 'Polygon', coordinates: [[[lon - 5e-5, lat - 5e-5], [lon + 5e-5, lat - 5e-5], [lon + 5e-5, lat + 5e-5], [lon - 5e-5, lat + 5e-5], [lon - 5e-5, lat - 5e-5]]] })

/** A place where the rules let a house be. */
async function place(server) {
  const { features } = (await api(server, 'GET', '/api/showcase')).json()
  const points = features.flatMap((f) => f.geometry.coordinates.flat(f.geometry.type === 'Polygon' ? 1 : 2))
  const [w, s, e, n] = [Math.min(...points.map((p) => p[0])), Math.min(...points.map((p) => p[1])), Math.max(...points.map((p) => p[0])), Math.max(...points.map((p) => p[1]))]
  for (let i = 0; i < 1000; i += 1) {
    const at = [w + (((i * 37) % 1000) / 1000) * (e - w), s + (((i * 61) % 1000) / 1000) * (n - s)]
    const review = await api(server, 'POST', '/api/reviews/live', { name: '', crs: 'EPSG:4490', plots: [{ number: '1', geometry: house(at) }], project: { kind: 'single', purpose: '0703', level: 'ordinary', documents: [] } })
    if (['PASS', 'CONDITIONAL'].includes(review.json().conclusion)) return at
  }
  throw new Error('no place for a house')
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const seventeen = '45022119800101101'
const idNumber = seventeen + '10X98765432'[[...seventeen].reduce((sum, digit, i) => sum + Number(digit) * WEIGHTS[i], 0) % 11]
const FORM = { household: 4, kindOfWork: 'new', storeys: 3, floorArea: 240, height: 10.5, oldHouse: false, cutSlope: false }

function paper() {
  const form = new FormData()
  form.append('file', new Blob(['%PDF-1.4\n%%EOF\n'], { type: 'application/pdf' }), 'sample.pdf')
  return form
}

/** What the server has said yes to. */
const submitted = new Map()
const acts = []

/** A request whose answer the blow may swallow: null then. */
async function asked(ask, ...request) {
  const answer = await ask(...request).catch(() => null)
  if (answer !== null) check(answer.status < 300 || answer.status === 409, `${request[0]} ${request[1]}: ${answer.status} ${answer.text}`)
  return answer !== null && answer.status < 300 ? answer.json() : null
}

/** Applies for one house; what is not answered is left. */
async function apply(ask, at) {
  const own = '/api/public/applications'
  const draft = await asked(ask, 'POST', own, { matter: 'rural-house', applicant: { kind: 'natural', idNumber, phone: '13800000001' } })
  if (draft === null) return
  const site = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { number: '1' }, geometry: house(at) }] }
  const saved = await asked(ask, 'PUT', `${own}/${draft.id}`, { name: '韦家新建住房（演示）', division: '450206102', form: FORM, site })
  if (saved === null) return
  for (const material of ['application', 'village-consent', 'house-plan', 'neighbours']) if (await asked(ask, 'PUT', `${own}/${draft.id}/materials/${material}`, paper()) === null) return
  const done = await asked(ask, 'POST', `${own}/${draft.id}/submit`, {})
  if (done !== null) submitted.set(done.id, done.number)
}

/** Does one of the steps that wait for an officer; whether there was one. */
async function act(ask, [step, conclusion]) {
  const inbox = await asked(ask, 'GET', '/api/cases?view=mine&size=20')
  const line = inbox?.items.find((item) => item.step === step)
  if (!line) return false
  const now = await asked(ask, 'GET', `/api/cases/${line.id}`)
  if (!now?.may.conclusions.includes(conclusion) || now.step !== step) return false
  const done = await asked(ask, 'POST', `/api/cases/${line.id}/acts`, { task: now.task, conclusion, words: '同意（演示）' })
  if (done !== null) acts.push({ id: line.id, task: now.task, step, conclusion, receipt: done.receipt })
  return done !== null
}

/** Everybody at work until it is said that it is over. */
async function everybody(server, at, over, applying) {
  const officers = Object.entries(OFFICERS).map(async ([user, does]) => {
    const ask = await signIn(server, user).catch(() => null)
    while (ask !== null && !over()) if (!(await act(ask, does))) await new Promise((next) => setTimeout(next, 100))
  })
  const citizens = (applying ? CITIZENS : []).map(async (user) => {
    const ask = await signIn(server, user).catch(() => null)
    while (ask !== null && !over()) await apply(ask, at)
  })
  await Promise.all([...officers, ...citizens])
}

async function all(server) {
  const items = []
  for (let page = 0; ; page += 1) {
    const answer = (await api(server, 'GET', `/api/cases?view=all&size=200&sort=arrived&page=${page}`)).json()
    items.push(...answer.items)
    if (answer.items.length < 200) return [...new Set(items.map((item) => item.id))]
  }
}
const read = async (server, id) => (await api(server, 'GET', `/api/cases/${id}`)).json()

/** The case when its steps are those at which its process has a token, and, while it is under way, somebody has it. */
async function settled(server, id) {
  let last = ''
  return until(`${id} stands where its process stands`, async () => {
    const one = await read(server, id)
    const drawing = (await api(server, 'GET', `/api/cases/${id}/process`)).json()
    const open = one.tasks.filter((task) => task.doneAt === null).map((task) => task.step).sort()
    const tokens = drawing.nodes.filter((node) => node.kind === 'userTask' && node.state === 'OPEN').map((node) => node.id).sort()
    last = `${one.state}: steps ${open}, tokens ${tokens}`
    return JSON.stringify(open) === JSON.stringify(tokens) && (open.length > 0) === OPEN.includes(one.state) && one
  }).catch((error) => { throw new Error(`${error.message}: ${last}`) })
}

/** One after another from 1 on. */
function gapless(numbers, what) {
  const serials = numbers.map((text) => Number(/(\d+)号?$/.exec(text)[1].slice(-5))).sort((a, b) => a - b)
  same(serials, serials.map((none, i) => i + 1), what)
}

/** Holds after every blow. */
async function sound(server, what) {
  const ids = await all(server)
  const cases = []
  for (const id of ids) cases.push(await settled(server, id))
  const byId = new Map(cases.map((one) => [one.id, one]))
  for (const [id, number] of submitted) same(byId.get(id)?.number, number, `${what}: a case that was handed in`)
  gapless(cases.map((one) => one.number), `${what}: numbers of cases`)
  gapless(cases.flatMap((one) => (one.result === null ? [] : [one.result.number])), `${what}: numbers of certificates`)
  for (const one of cases) {
    const steps = one.tasks.map((task) => task.step)
    same([...new Set(steps)], steps, `${what}: no step of ${one.number} is there twice`)
    const said = one.opinions.map((opinion) => opinion.step)
    same([...new Set(said)], said, `${what}: no opinion on ${one.number} is there twice`)
    same(one.tasks.filter((task) => task.doneAt !== null).map((task) => task.step).sort(), said.sort(), `${what}: what was done of ${one.number} and what was said`)
    same(one.events.filter((event) => event.what === 'SUBMITTED').length, 1, `${what}: ${one.number} was handed in`)
    if (one.state === 'SUBMITTED') check(one.tellBy !== null, `${what}: ${one.number} has no day by which its applicant is told`)
    if (one.state === 'IN_REVIEW') check(one.clocks.STATUTORY?.due && one.clocks.PROMISED?.due, `${what}: ${one.number} has no clock`)
    for (const task of one.tasks) check(task.doneAt !== null || task.due !== null, `${what}: step ${task.step} of ${one.number} has no day`)
  }
  for (const done of acts) {
    const one = byId.get(done.id)
    check(one !== undefined, `${what}: the case of an act is gone`)
    same(one.opinions.filter((opinion) => opinion.step === done.step && opinion.conclusion === done.conclusion).length, 1, `${what}: ${done.step} of ${one.number}`)
    check(one.events.some((event) => event.leaf === done.receipt), `${what}: the receipt of ${done.step} of ${one.number}`)
  }
  same((await api(server, 'GET', '/actuator/health')).text, '{"status":"UP"}', `${what}: health`)
  return cases
}

/** The whole log, checked by the arithmetic of ./cuntu verify, and an entry of it for every receipt. */
async function proved(server) {
  const auditor = await signIn(server, 'huangzichun')
  for (const done of acts) same((await auditor('GET', `/api/proof/entries/${done.receipt}`)).status, 200, `the entry of ${done.step}`)
  const bytes = async (path) => {
    const answer = await fetch(server.address + path, { headers: { Authorization: `Bearer ${server.token}` } })
    same(answer.status, 200, path)
    return Buffer.from(await answer.arrayBuffer())
  }
  await until('every entry has its place', async () => (await api(server, 'GET', '/api/proof/standing')).json().waiting === 0)
  writeFileSync(join(work, 'log.zip'), await bytes('/api/proof/export.zip'))
  writeFileSync(join(work, 'proof.pub'), await bytes('/api/proof/keys.pub'))
  const verified = cuntu('verify', join(work, 'log.zip'), '--key', join(work, 'proof.pub'))
  same(verified.status, 0, `the proof log: ${verified.out} ${verified.err}`)
}

same(cuntu('demo', '--prepare', '--home', home).status, 0, 'demo --prepare')

await behaviour('killed while people work on cases, again and again: every act once, every case where its process stands, all to their end', async () => {
  let server = await started()
  const at = await place(server)
  for (let round = 1; round <= ROUNDS; round += 1) {
    let over = false
    // the first blow falls while people apply, the later ones while steps are done
    const before = submitted.size
    const done = acts.length + Math.floor(dice() * Math.min(12, 6 * (round - 1)))
    const working = everybody(server, at, () => over, true)
    const failed = working.catch((error) => error)
    await Promise.race([failed.then((error) => { if (error) throw error }), until('somebody has handed in, and steps are done', () => submitted.size > before && acts.length >= done)])
    await new Promise((blow) => setTimeout(blow, 3_000 * dice()))
    await kill(server)
    over = true
    await working
    server = await started()
    const cases = await sound(server, `round ${round}`)
    const states = [...new Set(cases.map((one) => one.state))].map((each) => `${cases.filter((one) => one.state === each).length} ${each}`)
    console.log(`# round ${round}: ${states.join(', ')}; ${submitted.size} handed in, ${acts.length} acts`)
  }
  // nobody applies any more, and everything comes to its end
  let over = false
  const working = everybody(server, at, () => over, false)
  await Promise.race([working, until('everything has ended', async () => {
    const counts = (await api(server, 'GET', '/api/cases?view=mine&size=1')).json()
    return counts.total === 0
  })])
  const ended = await until('every case has ended', async () => {
    const states = []
    for (const id of await all(server)) states.push((await read(server, id)).state)
    return states.every((each) => !OPEN.includes(each)) && states
  })
  over = true
  await working
  const cases = await sound(server, 'the end')
  check(ended.length > 0, 'nothing was applied for')
  for (const one of cases) same([one.state, one.tasks.map((task) => task.step).sort()], ['ISSUED', STEPS], one.number)
  await proved(server)
  await stop(server)
})

await finish()
