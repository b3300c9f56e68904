/**
 * The figures of the desk and the paper, from a cold browser against a demo server: node desk-figures.mjs ROOT LANG ARGS…
 * Options: --size small|city, --home DIR (kept and used again), --json FILE, --rounds N. A table on stdout; exit 0 when it has
 * measured, whatever came out. Rows have the form of ./cuntu bench; they have no peer, and their goal is the figure itself.
 */
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { constants, inflateSync } from 'node:zlib'
import { finish, PASSWORD, serve, stop, until, work } from './harness.mjs'

const [language, ...words] = process.argv.slice(3)
const option = (name, otherwise) => (words.includes(name) ? words[words.indexOf(name) + 1] : otherwise)
const size = option('--size', 'small')
const rounds = Number(option('--rounds', '5'))
const home = option('--home', join(work, 'home'))
const USER = 'qinyutong'
const CITY = [109.41, 24.33]
const say = (zh, en) => console.error(language === 'en' ? en : zh)

const sorted = (values) => [...values].sort((a, b) => a - b)
const part = (values, p) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * p))]
const figure = (values) => ({ min: Math.min(...values), median: part(values, 0.5), max: Math.max(...values) })
const rows = []
const row = (name, unit, goal, values, of) => {
  rows.push({ name, size: of ?? size, unit, ours: figure(values), goal, load: Number(loadavg()[0].toFixed(2)) })
  say(`${name}:${figure(values).median.toFixed(1)} ${unit}`, `${name}: ${figure(values).median.toFixed(1)} ${unit}`)
}

/** A ring of corners about a place, as GeoJSON; r in degrees of latitude. */
function ring(count, r, [lon, lat] = CITY, wave = 0.1) {
  const at = (k) => {
    const turn = (2 * Math.PI * k) / count
    const far = r * (1 + wave * Math.sin(turn * 12))
    return [lon + (far * Math.cos(turn)) / Math.cos((lat * Math.PI) / 180), lat + far * Math.sin(turn)].map((v) => Number(v.toFixed(9)))
  }
  const corners = Array.from({ length: count }, (_, k) => at(k))
  return [...corners, corners[0]]
}
const collection = (features) => ({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'EPSG:4490' } }, features })
const feature = (n, coordinates) => ({ type: 'Feature', properties: { DKBH: `2026-${String(n).padStart(5, '0')}`, DKMC: `地块${n}` }, geometry: { type: 'Polygon', coordinates: [coordinates] } })

/** Plots about the town, the same each time. */
function plots(count) {
  let state = 7
  const chance = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return collection(Array.from({ length: count }, (_, i) => feature(i + 1, ring(5 + Math.floor(20 * chance()), 0.0003 + 0.0012 * chance(), [109.3 + 0.28 * chance(), 24.2 + 0.26 * chance()]))))
}

/** Sign-in in a browser that has seen nothing: from the server's yes to the first tile, and to a map that asks for nothing more. */
async function signingIn(view, page) {
  await page.goto(`${view.URL_}/sign-in?to=/`, { waitUntil: 'networkidle' })
  await page.fill('#user', USER)
  await page.fill('#password', PASSWORD)
  let yes = null
  let first = null
  page.on('response', (response) => {
    if (response.request().method() === 'POST' && response.url().endsWith('/api/session')) yes ??= performance.now()
    if (response.url().includes('/api/tiles/')) first ??= performance.now()
  })
  const begun = performance.now()
  await page.click('button[type=submit]')
  await page.waitForSelector('[data-test=map][data-drawn=true]')
  return { first: first - yes, usable: performance.now() - begun }
}

/** How much of the map is unpainted, in hundredths of its area. */
const unpainted = (page) => page.evaluate(() => {
  const sheet = new OffscreenCanvas(240, 150)
  const pen = sheet.getContext('2d', { willReadFrequently: true })
  const box = document.querySelector('[data-test=map]').getBoundingClientRect()
  for (const canvas of document.querySelectorAll('[data-test=map] .ol-layer canvas')) {
    const own = canvas.getBoundingClientRect()
    if (canvas.width > 0) pen.drawImage(canvas, ((own.x - box.x) * 240) / box.width, ((own.y - box.y) * 150) / box.height, (own.width * 240) / box.width, (own.height * 150) / box.height)
  }
  const { data } = pen.getImageData(0, 0, 240, 150)
  let bare = 0
  for (let i = 3; i < data.length; i += 4) bare += Number(data[i] === 0)
  return (100 * bare) / (240 * 150)
})

/** Drags of a third of the map at z14, as a hand does them; what is bare right after each, beyond what is bare in the end. */
async function panning(view, page) {
  await page.goto(`${view.URL_}/?c=${CITY[0]},${CITY[1]}&z=14`)
  await view.settled(page)
  const box = await page.locator('[data-test=map]').boundingBox()
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const bare = []
  for (let n = 0; n < 16; n += 1) {
    const turn = (Math.PI / 4) * n
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let i = 1; i <= 20; i += 1) {
      await page.mouse.move(x + (260 * Math.cos(turn) * i) / 20, y + (180 * Math.sin(turn) * i) / 20)
      await page.evaluate(() => new Promise(requestAnimationFrame))
    }
    const now = await unpainted(page)
    await page.mouse.up()
    await view.settled(page)
    bare.push(Math.max(0, now - (await unpainted(page))))
  }
  return bare
}

/** A corner of the site is dragged; from each movement that was judged to its painted verdict, in ms. */
async function pen(view, page, corners) {
  await page.goto(`${view.URL_}/?c=${CITY[0]},${CITY[1]}&z=16`)
  await view.settled(page)
  const file = JSON.stringify(collection([feature(1, ring(corners, 0.002))]))
  await page.setInputFiles('[data-test=file]', { name: '地块.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(file) })
  await view.verdict(page)
  await view.settled(page)
  const table = await view.corners(page)
  const corner = table[Math.floor(table.length / 3)]
  await page.click('#tab-land-use')
  await view.settled(page)
  const [x, y] = await view.pixelOf(page, corner.lon, corner.lat)
  await page.evaluate(() => performance.clearMeasures('pen-to-paint'))
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let i = 0; i < 300; i += 1) {
    await page.mouse.move(x + 14 * Math.sin(i / 9), y + 14 * Math.cos(i / 11))
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  await page.mouse.up()
  await view.verdict(page)
  const found = await page.evaluate(() => performance.getEntriesByName('pen-to-paint').map((e) => e.duration))
  return found
}

async function ask(server, path, body) {
  const form = body instanceof FormData
  const headers = { Authorization: `Bearer ${server.token}`, ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }) }
  const response = await fetch(server.address + path, { method: body === undefined ? 'GET' : 'POST', headers, body: form || body === undefined ? body : JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response
}

async function batch(server) {
  const form = new FormData()
  form.append('file', new Blob([JSON.stringify(plots(5000))]), '五千个地块.geojson')
  form.append('request', JSON.stringify({ name: '五千个地块', project: { kind: 'batch', purpose: '1001', level: 'ordinary', documents: [] } }))
  const begun = performance.now()
  const { id } = await (await ask(server, '/api/batches', form)).json()
  const end = await until('the batch is done', async () => {
    const state = await (await ask(server, `/api/batches/${id}`)).json()
    return ['QUEUED', 'RUNNING'].includes(state.state) ? null : state
  }, 600_000)
  if (end.state !== 'DONE') throw new Error(`the batch ended as ${end.state}`)
  return (performance.now() - begun) / 1000
}

/** Pages of a PDF, whose objects may lie in compressed streams. */
function pagesOf(pdf) {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n/g)].map((found) => {
    try {
      return inflateSync(pdf.subarray(found.index + found[0].length), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...streams].reduce((sum, part) => sum + (part.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0), 0)
}

/** A site grown until its report has fifty pages; the time of the report alone. */
async function report(server) {
  for (let r = 0.01; ; r *= 1.4) {
    const site = { name: '大地块', crs: 'EPSG:4490', plots: [{ number: '1', name: '', use: '1001', geometry: { type: 'Polygon', coordinates: [ring(200, r)] } }], project: { kind: 'batch', purpose: '1001', level: 'ordinary', appliedOn: null, documents: [] } }
    const { id } = await (await ask(server, '/api/reviews', site)).json()
    const begun = performance.now()
    const pdf = Buffer.from(await (await ask(server, `/api/reviews/${id}/report.pdf`)).arrayBuffer())
    const seconds = (performance.now() - begun) / 1000
    const pages = pagesOf(pdf)
    if (pages >= 50) return { seconds, pages }
    if (r > 0.2) throw new Error(`no report of fifty pages: ${pages}`)
  }
}

say(`启动演示服务器(${size})……`, `Starting the demo server (${size})…`)
const server = await serve(home, '--size', size)
try {
  process.env.CUNTU_URL = server.address
  process.env.CUNTU_PASSWORD = PASSWORD
  const view = { ...(await import('../web/e2e/browser.mjs')), ...(await import('../web/e2e/site.mjs')) }
  const cold = []
  for (let i = 0; i < rounds + 1; i += 1) {
    const browser = await view.open()
    const { page } = await view.window_(browser, { watched: false })
    // the first one warms the server, not the browser
    const found = await signingIn(view, page)
    if (i > 0) cold.push(found)
    await browser.close()
  }
  row('first tile after sign-in', 'ms', 300, cold.map((c) => c.first))
  row('map drawn after sign-in', 'ms', 2000, cold.map((c) => c.usable))
  const browser = await view.open()
  const { page } = await view.window_(browser, { watched: false })
  await view.signIn(page)
  row('bare ground after a pan at z14', '%', 0, await panning(view, page))
  // a server that has just started still compiles its paths: the first drags are not counted, as the first sign-in is not
  for (let i = 0; i < 3; i += 1) await pen(view, page, 20)
  for (const corners of [20, 300]) {
    const times = []
    for (let i = 0; i < 3; i += 1) times.push(...(await pen(view, page, corners)))
    row('pen to painted verdict, p50', 'ms', 80, [part(times, 0.5)], `${size}, ${corners} corners, ${times.length} verdicts`)
    row('pen to painted verdict, p99', 'ms', 80, [part(times, 0.99)], `${size}, ${corners} corners, ${times.length} verdicts`)
  }
  await browser.close()
  const paper = await report(server)
  row('report', 's', 10, [paper.seconds], `${size}, ${paper.pages} pages`)
  row('batch of 5,000 plots', 's', 60, [await batch(server)])
} finally {
  await stop(server)
}
const json = option('--json', null)
if (json !== null) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`)
const wide = Math.max(...rows.map((r) => r.size.length))
for (const r of rows) console.log([r.name.padEnd(34), r.size.padEnd(wide), `${r.ours.median.toFixed(2)} (${r.ours.min.toFixed(2)}–${r.ours.max.toFixed(2)}) ${r.unit}`.padEnd(34), `≤ ${r.goal}`, `load ${r.load}`].join('  '))
await finish()
