/** Tests of the command line as a user has it: the launcher, a home, a server of its own. Called with the checkout's folder. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { api, behaviour, check, cuntu, finish, root, same, serve, signIn, stop, work } from './harness.mjs'

const data = (name) => join(root, 'testdata', name)
const PLOT = data('plot-txt/44120000105.txt')
const MOVED = data('plot-txt/44120000105-zone-36.txt')
const SHOWCASE = join(root, 'demo/showcase.geojson')
const empty = join(work, 'empty')
const home = join(work, 'home 柳州')
const gdal = spawnSync('ogr2ogr', ['--version']).status === 0
const review = (...args) => cuntu('review', ...args)
const json = (...args) => {
  const run = review(...args, '--format', 'json')
  check(run.status === 0, `status ${run.status}: ${run.err}`)
  return JSON.parse(run.out)
}
const reasons = (answer) => [...new Set(answer.layers.map((layer) => `${layer.answer} ${layer.reason}`))]

await behaviour('without a home every layer is not answered, and nothing is left behind', () => {
  const answer = json(PLOT, '--home', empty)
  same(reasons(answer), ['NOT_ANSWERED no-snapshot'], 'layers')
  same(answer.conclusion, 'NOT_ANSWERED', 'conclusion')
  same(answer.site.legalArea, '87390.73', 'legal area')
  check(!existsSync(empty), 'a folder was made')
})

await behaviour('unknown verbs end with 2, with nothing on stdout', () => {
  same([cuntu('reviw').status, cuntu('reviw').out], [2, ''], 'reviw')
})

await behaviour('every bad file is refused with 3, its code, and what to do, in both languages', () => {
  const lines = readFileSync(data('robust/expected.csv'), 'utf8').trim().split('\n').filter((_, i) => i % 12 === 0)
  for (const [at, line] of lines.entries()) {
    const [name, alone] = line.split(',')
    // the engine alone reads no drawing; the application hands it to GDAL, where that is installed
    const code = name.endsWith('.dxf') ? (gdal ? 'format.gdal-failed' : 'format.gdal-missing') : alone
    const zh = review(data(`robust/${name}`), '--home', empty)
    same([zh.status, zh.out], [3, ''], name)
    check(zh.err.includes(`[${code}]`) && zh.err.includes('办法'), `${name}: ${zh.err}`)
    // each file has its words in both languages by the build; here some of them are asked for in the other one
    if (at % 3 !== 0) continue
    const en = review(data(`robust/${name}`), '--home', empty, '--lang', 'en')
    same([en.status, en.out], [3, ''], name)
    check(en.err.includes(`[${code}]`) && en.err.includes('to do'), `${name}: ${en.err}`)
  }
})

await behaviour('a plot without a zone is asked for it, and read when it is stated', () => {
  const file = data('robust/zone-not-stated.txt')
  check(review(file, '--home', empty).err.includes('--crs'), 'the message does not name --crs')
  same(json(file, '--home', empty, '--crs', 'EPSG:4545').site.crs, 'EPSG:4545', 'crs')
})

await behaviour('demo --prepare makes the city once', () => {
  const first = cuntu('demo', '--prepare', '--home', home)
  same(first.status, 0, first.err)
  const before = readdirSync(join(home, 'snapshots')).sort()
  const again = cuntu('demo', '--prepare', '--home', home)
  same([again.status, readdirSync(join(home, 'snapshots')).sort()], [0, before], 'the second time')
})

await behaviour('serve refuses the demo home with 4', () => {
  const run = cuntu('serve', '--home', home)
  same([run.status, run.out], [4, ''], run.err)
  check(run.err.includes('[home.demo-marks]'), run.err)
})

await behaviour('in the demo home the plot of Guangdong lies outside every layer', () => {
  same(reasons(json(PLOT, '--home', home)), ['NOT_ANSWERED outside-coverage'], 'layers')
})

const local = new Map()
await behaviour('moved to zone 36 it gets findings', () => {
  const answer = json(MOVED, '--home', home)
  local.set('moved', answer.canonicalHash)
  same(answer.conclusion, 'FAIL', 'conclusion')
})

// each asks a process of its own; ShowcaseVerdictsTest asks all of them in one
const sites = JSON.parse(readFileSync(SHOWCASE, 'utf8')).features.filter((_, i) => i % 6 === 0)
await behaviour('showcase sites give their answer on the command line', () => {
  for (const site of sites) {
    const answer = json(SHOWCASE, '--site', site.id, '--home', home)
    local.set(site.id, answer.canonicalHash)
    const layer = answer.layers.find((one) => one.layer === site.properties.focus)
    same(layer.answer, site.properties.answer, site.id)
  }
})

await behaviour('a review that is kept is replayed to the byte, and is a PDF with text', () => {
  const kept = review(MOVED, '--home', home, '--store', '--format', 'pdf', '--out', join(work, 'report.pdf'))
  same(kept.status, 0, kept.err)
  check(readFileSync(join(work, 'report.pdf')).subarray(0, 5).toString() === '%PDF-', 'no PDF')
  const id = /r-[0-9a-f]{8}/.exec(kept.err)[0]
  const replay = JSON.parse(cuntu('review', '--replay', id, '--format', 'json', '--home', home).out)
  same([replay.id, replay.identical, replay.differences], [id, true, []], 'replay')
})

await behaviour('a review is taken away as a workbook, a GeoPackage and a shapefile', () => {
  for (const [format, first] of [['xlsx', 'PK'], ['gpkg', 'SQLite format 3'], ['shp', 'PK']]) {
    const file = join(work, `taken.${format}`)
    const answer = review(MOVED, '--home', home, '--format', format, '--out', file)
    same(answer.status, 0, answer.err)
    same(readFileSync(file).subarray(0, first.length).toString(), first, format)
  }
})

await behaviour('a layer is imported wholly or not at all, and the next review sees it', () => {
  const square = (w, s, e, n) => ({ type: 'Polygon', coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]] })
  const rights = (value) => JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { XKZH: 'C1', KSMC: '示例矿', KZ: '石灰岩', YXQZ: value }, geometry: square(109.4, 24.3, 109.5, 24.4) }],
  })
  writeFileSync(join(work, 'bad.geojson'), rights('someday'))
  writeFileSync(join(work, 'good.geojson'), rights('2030-01-01'))
  const order = ['--layer', 'CKQ', '--ground', 'city', '--in-force-from', '2026-11-10', '--invented', '--home', home]
  const before = json(MOVED, '--home', home).canonicalHash
  const bad = cuntu('import', join(work, 'bad.geojson'), ...order)
  same([bad.status, bad.out], [3, ''], bad.err)
  same(json(MOVED, '--home', home).canonicalHash, before, 'after the refused import')
  const good = cuntu('import', join(work, 'good.geojson'), ...order)
  same(good.status, 0, good.err)
  const layer = json(MOVED, '--home', home).layers.find((one) => one.layer === 'CKQ')
  same([layer.answer, layer.inForceFrom], ['CONCERNED', '2026-11-10'], 'CKQ')
  const then = json(MOVED, '--home', home, '--as-of', '2026-11-09').layers.find((one) => one.layer === 'CKQ')
  same(then.inForceFrom, '2026-09-01', 'CKQ the day before')
})

await behaviour('with a server on the home the answers are the same: command, owner, signed-in reviewer', async () => {
  for (const [id] of local) local.set(id, id === 'moved' ? json(MOVED, '--home', home).canonicalHash : json(SHOWCASE, '--site', id, '--home', home).canonicalHash)
  const server = await serve(home)
  const reviewer = await signIn(server, 'qinyutong')
  same(json(MOVED, '--home', home).canonicalHash, local.get('moved'), 'the moved plot through the server')
  for (const site of sites) {
    same(json(SHOWCASE, '--site', site.id, '--home', home).canonicalHash, local.get(site.id), `${site.id} through the server`)
    const body = { crs: 'EPSG:4490', plots: [{ number: '1', geometry: site.geometry }], project: site.properties.project }
    const live = (await api(server, 'POST', '/api/reviews/live', body)).json()
    same(live.canonicalHash, local.get(site.id), `${site.id} live`)
    const kept = (await reviewer('POST', '/api/reviews', body)).json()
    same(kept.canonicalHash, local.get(site.id), `${site.id} kept`)
    const text = await reviewer('GET', `/api/reviews/${kept.id}/canonical.json`)
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text.text))
    same(Buffer.from(digest).toString('hex'), kept.canonicalHash, `${site.id} canonical text`)
  }
  const second = cuntu('demo', '--home', home)
  same([second.status, second.out], [5, ''], second.err)
  check(second.err.includes('[cli.already-running]'), second.err)
  await stop(server)
  check(!existsSync(join(home, 'run.json')), 'run.json is left')
})

await behaviour('a backup made through the server, and one made without, each give a home with the same answers', async () => {
  const out = join(work, 'carried')
  mkdirSync(out)
  const server = await serve(home)
  const remote = cuntu('backup', '--home', home, '--out', out)
  same(remote.status, 0, remote.err)
  await stop(server)
  const alone = cuntu('backup', '--home', home, '--out', out)
  same(alone.status, 0, alone.err)
  const archives = readdirSync(out).filter((name) => name.endsWith('.cuntubackup'))
  same(archives.length, 2, 'archives')
  const key = join(home, 'keys', 'backup.key')
  const before = json(MOVED, '--home', home).canonicalHash
  for (const [i, name] of archives.entries()) {
    const next = join(work, `restored-${i}`)
    const restored = cuntu('restore', join(out, name), '--home', next, '--key-file', key)
    same(restored.status, 0, restored.err)
    same(json(MOVED, '--home', next).canonicalHash, before, name)
    same([cuntu('restore', join(out, name), '--home', next, '--key-file', key).status], [3], 'over a home that is there')
  }
  const bytes = readFileSync(join(out, archives[0]))
  for (const [what, content, code] of [['cut', bytes.subarray(0, bytes.length / 2), 'backup.cut'], ['foreign', Buffer.from('PK'), 'backup.foreign']]) {
    const file = join(work, what)
    writeFileSync(file, content)
    const refused = cuntu('restore', file, '--home', join(work, 'never'), '--key-file', key)
    same([refused.status, refused.out], [3, ''], refused.err)
    check(refused.err.includes(`[${code}]`), refused.err)
    check(!existsSync(join(work, 'never')), 'a home was made of it')
  }
})

await behaviour('one process holds a home: its folders are private and its lock is kept', () => {
  same((statSync(join(home, 'keys')).mode & 0o777).toString(8), '700', 'keys')
})

mkdirSync(work, { recursive: true })
await finish()
