import { api, barriers, check, equal, shot, signIn } from '../browser.mjs'

export const about = 'a submission is seen and decided by those alone who may: another county, a viewer, the submitter, a return with words, taking it back'

const collection = JSON.stringify({
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'EPSG:4490' } },
  features: [{ type: 'Feature', properties: { BSM: '450203900000000009', MC: '丙', SQDJ: '国家级' }, geometry: { type: 'Polygon', coordinates: [[[109.51, 24.35], [109.512, 24.35], [109.512, 24.352], [109.51, 24.352], [109.51, 24.35]]] } }],
})

async function as(page, user, to) {
  await page.context().clearCookies()
  await signIn(page, { user, to })
}
async function submit(page, inForceFrom) {
  return page.evaluate(async ([text, from]) => {
    const form = new FormData()
    for (const [key, value] of Object.entries({ layer: 'GYL', kind: 'INCREMENT', division: '450203', inForceFrom: from, source: '演示' })) form.append(key, value)
    form.append('added', new File([text], 'a.geojson'))
    const token = decodeURIComponent(document.cookie.split('; ').find((c) => c.startsWith('XSRF-TOKEN='))?.slice(11) ?? '')
    return (await (await fetch('/api/submissions', { method: 'POST', body: form, headers: { 'X-XSRF-TOKEN': token } })).json()).id
  }, [collection, inForceFrom])
}
async function at(page, state) {
  await page.waitForSelector(`[data-test=submission-state][data-state=${state}]`, { timeout: 60_000 })
}

export async function run({ page }) {
  await signIn(page, { user: 'mojingyi', to: '/submissions' })
  const id = await submit(page, '2026-08-31')
  await page.goto(`${new URL(page.url()).origin}/submissions/${id}`)
  await at(page, 'REVIEWING')
  equal(await page.locator('[data-test=act-review]').count(), 0, 'the submitter reviews')

  await as(page, 'panyufei', `/submissions/${id}`)
  await page.waitForSelector('[data-test=problem][data-code="intake.unknown"]')
  check(!(await api(page, '/api/submissions')).body.some((s) => s.id === id), 'another county does not see it')
  await as(page, 'weijianing', '/submissions')
  await page.waitForSelector('[data-test=problem]')
  equal(await page.locator('[data-test=data-submissions]').count(), 0, 'a viewer is not led there')
  await shot(page, 'submissions-no-right-zh')

  await as(page, 'luozhiyuan', `/submissions/${id}`)
  await page.click('[data-test=act-return]')
  await page.waitForSelector('[data-test=act-go][disabled]')
  await page.fill('[data-test=act-words]', '名称与台账不符,请核对')
  await page.click('[data-test=act-go]')
  await at(page, 'MENDING')
  check((await page.locator('[data-test=step-problems]').innerText()).includes('台账'), 'the words of the return')
  await shot(page, 'submission-returned-zh')

  await as(page, 'mojingyi', `/submissions/${id}`)
  await page.click('[data-test=act-withdraw]')
  await page.fill('[data-test=act-words]', '重新核对后再交')
  await page.click('[data-test=act-go]')
  await at(page, 'WITHDRAWN')
  equal((await barriers(page, 'a submission taken back')).join(' | '), '', 'barriers')
}
