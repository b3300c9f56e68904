/** What the scenarios of preexaminations share: a case of an invented works, typed in at the counter as the page does it. */
import { readFileSync } from 'node:fs'
import { api, equal } from './browser.mjs'
import { as } from './citizen.mjs'

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
/** An invented body's credit code, its check sign right. */
export function creditCode(seventeen = '91450200MA5N00000') {
  const sum = [...seventeen].reduce((s, sign, i) => s + SIGNS.indexOf(sign) * WEIGHTS[i], 0)
  return seventeen + SIGNS[(31 - (sum % 31)) % 31]
}

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n'
const FORM = { projectCode: '2026-450206-77-01-000001', projectBasis: '柳江发改审〔2026〕1号（演示）', level: 'ordinary', use: '1309', size: '日处理五千吨', areaHectares: 1.5, touchesLines: false }

/** The ground of the matter's own examples. */
export const GROUND = JSON.parse(readFileSync(new URL('../../city/liuzhou/matters/site-preexamination/examples/ground.geojson', import.meta.url), 'utf8'))

/** A square of some metres around a place. */
export function square([lon, lat], metres) {
  const [x, y] = [metres / 2 / 101_500, metres / 2 / 111_000]
  return { type: 'Polygon', coordinates: [[[lon - x, lat - y], [lon + x, lat - y], [lon + x, lat + y], [lon - x, lat + y], [lon - x, lat - y]]] }
}

async function put(page, path, body, file) {
  return page.evaluate(async ([to, json, text]) => {
    const token = document.cookie.split('; ').find((c) => c.startsWith('XSRF-TOKEN='))?.slice(11)
    const headers = { 'X-XSRF-TOKEN': decodeURIComponent(token ?? '') }
    const form = new FormData()
    if (text !== null) form.append('file', new Blob([text], { type: 'application/pdf' }), 'paper.pdf')
    else headers['Content-Type'] = 'application/json'
    const response = await fetch(to, { method: 'PUT', headers, body: text === null ? JSON.stringify(json) : form })
    return { status: response.status, body: await response.json().catch(() => null) }
  }, [path, body ?? null, file ?? null])
}

/** A draft at the counter. */
export async function draft(page, matter, kind = 'legal') {
  const idNumber = kind === 'natural' ? '450221198001011010' : creditCode()
  const made = await api(page, '/api/cases', { matter, applicant: { kind, name: '柳州某建设公司（虚构）', idNumber, phone: '13900001234' }, origin: 'NEW', of: null, parent: null })
  equal(made.status, 201, `a draft of ${matter}: ${JSON.stringify(made.body).slice(0, 300)}`)
  return made.body
}

/** One act at the step that is open. */
export async function act(page, who, id, step, conclusion, words = '') {
  await as(page, who, '/cases')
  const { body } = await api(page, `/api/cases/${id}`)
  const task = body.tasks.find((each) => each.step === step && (each.doneAt ?? null) === null)
  const done = await api(page, `/api/cases/${id}/acts`, { task: task?.id, conclusion, words, back: null, checked: [] })
  equal(done.status, 200, `${who} at ${step}: ${JSON.stringify(done.body).slice(0, 300)}`)
}

/** Handed in and accepted: the visit waits. */
export async function preexamination(page, name) {
  await as(page, 'nongxiaotang', '/cases')
  const { id, materials } = await draft(page, 'site-preexamination')
  const kept = await put(page, `/api/cases/${id}`, { name, division: null, form: FORM, site: GROUND })
  equal(kept.status, 200, `the draft is kept: ${JSON.stringify(kept.body).slice(0, 300)}`)
  for (const material of (kept.body.materials ?? materials).filter((each) => each.source !== 'SITE' && each.state === 'MISSING')) {
    if (material.main) equal((await put(page, `/api/cases/${id}/materials/${material.id}`, null, PDF)).status, 200, material.id)
    else await api(page, `/api/cases/${id}/promises`, { material: material.id })
  }
  const sent = await api(page, `/api/cases/${id}/submit`, {})
  equal(sent.status, 200, `it is handed in: ${JSON.stringify(sent.body).slice(0, 400)}`)
  await act(page, 'nongxiaotang', id, 'accept', 'ACCEPT')
  return id
}
