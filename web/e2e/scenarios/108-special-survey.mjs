import { api, barriers, check, equal, fits, shot, signIn, window_ } from '../browser.mjs'

export const about = 'a special survey between two versions: what changed its kind, what is new and what is no more; it adds up, on the map, with the indexes of the city'

const LATER = '2026-11-21'

/** All wetlands as they are in force. */
async function wetlands(page) {
  return page.evaluate(async () => {
    const token = decodeURIComponent(document.cookie.split('; ').find((c) => c.startsWith('XSRF-TOKEN=')).slice(11))
    const form = new FormData()
    form.append('layer', 'SDFW')
    form.append('format', 'geojson')
    const task = (await (await fetch('/api/exports', { method: 'POST', headers: { 'X-XSRF-TOKEN': token }, body: form })).json()).task
    for (;;) {
      const answer = await fetch(`/api/exports/${task}`)
      if (answer.ok) return (await answer.json()).features
      await new Promise((done) => setTimeout(done, 300))
    }
  })
}
/** A new version by import, of a data manager. */
async function release(page, features, day) {
  return page.evaluate(async ([all, from]) => {
    const token = decodeURIComponent(document.cookie.split('; ').find((c) => c.startsWith('XSRF-TOKEN=')).slice(11))
    const form = new FormData()
    const crs = { type: 'name', properties: { name: 'EPSG:4490' } }
    form.append('file', new File([JSON.stringify({ type: 'FeatureCollection', crs, features: all })], 'SDFW.geojson'))
    for (const [key, value] of Object.entries({ layer: 'SDFW', inForceFrom: from, source: '湿地专项调查(演示)', ground: 'city', invented: 'true' })) form.append(key, value)
    const answer = await fetch('/api/imports', { method: 'POST', headers: { 'X-XSRF-TOKEN': token }, body: form })
    return { status: answer.status, body: await answer.text() }
  }, [features, day])
}

export async function run({ page, context }) {
  await signIn(page, { user: 'luozhiyuan', to: '/survey' })
  const features = await wetlands(page)
  check(features.length > 2, 'there are wetlands')
  const [gone, other, ...rest] = features
  const DAY = (await api(page, '/api/layers/SDFW/releases')).body.at(-1).inForceFrom
  const sent = await release(page, [{ ...other, properties: { ...other.properties, SDLX: '人工湿地' } }, ...rest], LATER)
  check(sent.status < 300, sent.body)
  for (let i = 0; i < 100; i++) {
    const there = (await api(page, '/api/layers/SDFW/releases')).body.some((r) => r.inForceFrom === LATER)
    if (there) break
    await page.waitForTimeout(300)
  }

  await page.context().clearCookies()
  await signIn(page, { user: 'qinyutong', to: `/survey?layer=SDFW&view=transition&from=${DAY}&asOf=${LATER}` })
  await page.waitForSelector('[data-test=matrix] tr.tot', { timeout: 60_000 })
  const made = (await api(page, `/api/survey/transition?layer=SDFW&from=${DAY}&to=${LATER}&unit=m2`)).body
  check(Number(made.changed) > 0 && Number(made.gone) > 0, `changed ${made.changed}, gone ${made.gone}`)
  check(await page.locator('[data-test=adds-up]').isVisible(), 'it adds up, and says so')
  check(gone.properties.BSM !== '', 'a wetland that is no more')
  await fits(page, 'a special survey')
  equal(JSON.stringify(await barriers(page, 'a special survey')), '[]', 'no barrier')
  await page.locator('[data-test=matrix] button.fig').first().click()
  await page.waitForSelector('[data-test=changes] tr[data-change]')
  await page.waitForSelector('[data-test=survey-map][data-drawn=true]')
  await shot(page, 'special-transition-zh')

  const small = await window_(context.browser(), { width: 1366, height: 768 })
  await signIn(small.page, { to: '/survey?layer=SDFW', lang: 'en' })
  await small.page.waitForSelector('[data-test=survey-table] tr.tot')
  await small.page.waitForSelector('[data-test=indexes] [data-index=wetland-protection]')
  await fits(small.page, 'indexes')
  await shot(small.page, 'special-indexes-en-1366')
  await small.context.close()
}
