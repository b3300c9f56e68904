/** The server's HTTP API with invented answers, and the built page: `npm run build && npm run mock`. For development and tests only. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BOUNDS, CENTER, CLASSES, featuresOf, layers, showcase } from './city.mjs'
import { tile } from './mvt.mjs'
import { review } from './review.mjs'

const DIST = fileURLToPath(new URL('../dist', import.meta.url))
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const USER = { id: 'planner', name: '覃雨桐', unit: '用途管制科', roles: ['planner'], permissions: [] }
const sessions = new Set()
const stored = []
const wait = (ms) => new Promise((done) => setTimeout(done, ms))

const json = (res, status, body, headers = {}) => res.writeHead(status, { 'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json', ...headers }).end(status === 204 ? undefined : JSON.stringify(body))
const problem = (res, status, code, title, todo, more = {}) => json(res, status, { type: 'about:blank', title, status, code, detail: more.detail ?? title, todo, problems: [], ...more })
const body = async (req) => { const parts = []; for await (const p of req) parts.push(p); return Buffer.concat(parts) }
const cookieOf = (req) => /SESSION=(\w+)/.exec(req.headers.cookie ?? '')?.[1]
const sessionBody = (user) => ({ user, city: { code: '450200', name: { zh: '柳州市', en: 'Liuzhou' }, bounds: BOUNDS, center: CENTER }, demo: true, version: '0.1.0' })

/** The parts of a multipart body by name; good enough for what the page sends. */
function multipart(buffer, type) {
  const boundary = /boundary=(.+)$/.exec(type ?? '')?.[1]
  const parts = {}
  for (const piece of buffer.toString('latin1').split(`--${boundary}`)) {
    const name = /name="([^"]+)"/.exec(piece)?.[1]
    if (name === undefined) continue
    const start = piece.indexOf('\r\n\r\n') + 4
    parts[name] = { text: Buffer.from(piece.slice(start, -2), 'latin1').toString('utf8'), file: Buffer.from(/filename="([^"]*)"/.exec(piece)?.[1] ?? '', 'latin1').toString('utf8') }
  }
  return parts
}

/** The request of a drawing, or of a file with its request beside it. */
function asked(raw, type) {
  if (!type.startsWith('multipart')) return JSON.parse(raw)
  const parts = multipart(raw, type)
  const request = JSON.parse(parts.request.text)
  return { ...request, plots: site(parts.file.text, parts.file.file, request.crs).plots }
}

/** The plots of an uploaded file: a TXT gives one plot at the middle of the invented city, whatever its coordinates. */
function site(text, name, crs) {
  if (name.endsWith('json')) { const g = JSON.parse(text); return { crs: 'EPSG:4490', plots: g.features.map((f, i) => ({ number: String(i + 1), name: f.properties?.name ?? `${i + 1}`, use: '1001', geometry: f.geometry })) } }
  if (!text.includes('@')) return null
  if (!text.includes('带号=') && crs === undefined) return 'crs'
  const xy = [...text.matchAll(/^[^,\n]+,1,([\d.]+),([\d.]+)\s*$/gm)].map((m) => [Number(m[2]), Number(m[1])])
  const [x0, y0] = xy[0]
  const ring = xy.map(([x, y]) => [CENTER[0] + 0.03 + (x - x0) / 101400, CENTER[1] - 0.012 + (y - y0) / 110800])
  return { crs: crs ?? 'EPSG:4526', plots: [{ number: '1', name: 'FID_0', use: '', geometry: { type: 'Polygon', coordinates: [ring] } }] }
}

const routes = {
  'GET /api/session': (req, res) => json(res, 200, sessionBody(sessions.has(cookieOf(req)) ? USER : null), { 'Set-Cookie': 'XSRF-TOKEN=t; Path=/' }),
  'POST /api/session': async (req, res) => {
    const given = JSON.parse(await body(req))
    if (given.password !== 'demo') return problem(res, 401, 'identity.wrong-password', '账号或密码不对', '核对后再试;忘记密码请联系管理员。')
    const id = String(Math.random()).slice(2)
    sessions.add(id)
    json(res, 200, sessionBody(USER), { 'Set-Cookie': `SESSION=${id}; Path=/; HttpOnly` })
  },
  'DELETE /api/session': (req, res) => { sessions.delete(cookieOf(req)); json(res, 204) },
  'GET /api/layers': (_req, res) => json(res, 200, { asOf: '2026-11-24', known: '2026-11-20T01:42:00Z', layers }),
  'GET /api/showcase': (_req, res) => json(res, 200, showcase),
  'GET /api/reviews': (_req, res) => json(res, 200, stored.map((r) => ({ id: r.id, name: r.name, at: r.at, by: r.by, conclusion: r.conclusion, legalArea: r.site.legalArea }))),
  'POST /api/reviews/live': async (req, res, _url, lang) => { if (req.headers['content-type'].startsWith('multipart')) return problem(res, 415, 'http.media-type', '这里只收 JSON', ''); const ask = asked(await body(req), req.headers['content-type']); await wait(4); json(res, 200, review(ask, lang)) },
  'POST /api/reviews': async (req, res, _url, lang) => {
    const ask = asked(await body(req), req.headers['content-type'])
    const made = review(ask, lang, { id: `20261124-${String(stored.length + 1).padStart(4, '0')}`, at: '2026-11-24T02:30:00Z', by: USER.name })
    stored.unshift({ ...made, ask })
    json(res, 201, made)
  },
  'POST /api/sites': async (req, res) => {
    const parts = multipart(await body(req), req.headers['content-type'])
    const read = site(parts.file.text, parts.file.file, parts.crs?.text)
    if (read === 'crs') return problem(res, 422, 'format.crs-unknown', '不知道这个文件的坐标系', '选定坐标系后再读。', { detail: '东坐标没有带号,文件也没有写明分带。', where: parts.file.file })
    if (read === null) return problem(res, 422, 'format.txt.no-plot-section', '界址文件没有读进来', '补上 [地块坐标] 一段后再试。', { detail: '文件里没有 [地块坐标] 一段。', where: `${parts.file.file} 第 1 行`, problems: [{ code: 'format.txt.no-plot-section', what: '没有 [地块坐标] 一段', severity: 'REFUSED' }] })
    json(res, 200, { name: parts.file.file, sha256: 'a3f1c2d4e5'.repeat(6), ...read, warnings: [{ code: 'shape.stated-area', what: '申报面积与计算面积相差 0.02%', severity: 'WARNING' }] })
  },
}

async function api(req, res, url) {
  const lang = (req.headers['accept-language'] ?? 'zh').startsWith('en') ? 'en' : 'zh'
  const route = routes[`${req.method} ${url.pathname}`]
  const free = url.pathname === '/api/session'
  if (!free && !sessions.has(cookieOf(req))) return problem(res, 401, 'identity.signed-out', '登录已结束', '重新登录。')
  if (req.method !== 'GET' && req.headers['x-xsrf-token'] !== 't') return problem(res, 403, 'identity.csrf', '请求没有带防伪标记', '刷新页面。')
  if (route !== undefined) return route(req, res, url, lang)
  const [, , kind, a, b, c, d, e] = url.pathname.split('/')
  if (kind === 'classes') return json(res, 200, a === 'SD2019' ? CLASSES.map(([code, name, threeWay]) => ({ code, name, threeWay })) : [])
  if (kind === 'tiles') { const data = tile(b, featuresOf(b), Number(d), Number(e), Number.parseInt(url.pathname.split('/')[8], 10)); return data === null ? res.writeHead(204).end() : res.writeHead(200, { 'Content-Type': 'application/vnd.mapbox-vector-tile', 'Cache-Control': 'max-age=3600' }).end(data) }
  if (kind === 'features') { const f = featuresOf(a)[Number(c)]; return json(res, 200, { layer: a, values: f.fields, area: null }) }
  const found = stored.find((r) => r.id === a)
  if (kind === 'reviews' && found !== undefined) {
    if (b === 'replay') return json(res, 200, { identical: true, differences: [] })
    if (b === 'report.pdf') return res.writeHead(200, { 'Content-Type': 'application/pdf' }).end('%PDF-1.4\n%%EOF\n')
    return json(res, 200, review(found.ask, lang, { id: found.id, at: found.at, by: found.by }))
  }
  return problem(res, 404, 'not-found', '没有找到', '核对编号。')
}

function page(res, path) {
  const file = join(DIST, normalize(path))
  const chosen = file.startsWith(DIST) && existsSync(file) && statSync(file).isFile() ? file : join(DIST, 'index.html')
  res.writeHead(200, { 'Content-Type': TYPES[extname(chosen)] ?? 'application/octet-stream', 'Content-Security-Policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:" })
  createReadStream(chosen).pipe(res)
}

const port = Number(process.env.PORT ?? 8099)
createServer((req, res) => {
  const url = new URL(req.url, 'http://localhost')
  const work = url.pathname.startsWith('/api/') ? api(req, res, url) : page(res, url.pathname)
  Promise.resolve(work).catch((error) => problem(res, 500, 'unexpected', String(error), ''))
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}  planner / demo`))
