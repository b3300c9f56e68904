import { api, barriers, check, equal, settled, shot, signIn } from '../browser.mjs'
import { draftSheet, issue, plotsWithRatio } from './101-plan-conditions.mjs'

export const about = 'a version of the detailed plan changes a plot: its issued sheet is marked with what was and what is, another sheet is not'
export const size = { width: 1366, height: 768 }

async function as(page, user, to) {
  await page.context().clearCookies()
  await signIn(page, { user, to })
}

/** The plan in force with another floor area ratio for one plot, released from today by the data manager. */
async function release(page, plot, ratio) {
  return page.evaluate(async ({ unit, number, value }) => {
    const token = decodeURIComponent(document.cookie.split('; ').find((c) => c.startsWith('XSRF-TOKEN='))?.slice(11) ?? '')
    const post = async (path, fields) => {
      const form = new FormData()
      for (const [key, one] of Object.entries(fields)) form.append(key, one)
      const response = await fetch(path, { method: 'POST', headers: { 'X-XSRF-TOKEN': token, Accept: 'application/json' }, body: form })
      const body = await response.json()
      if (!response.ok) throw new Error(JSON.stringify(body))
      return body.task
    }
    const ended = async (task) => {
      for (;;) {
        const view = await (await fetch(`/api/tasks/${task}`, { headers: { Accept: 'application/json' } })).json()
        if (['DONE', 'FAILED', 'CANCELLED'].includes(view.state)) return view
        await new Promise((later) => setTimeout(later, 300))
      }
    }
    const exported = await post('/api/exports', { layer: 'KGDK', format: 'geojson' })
    const view = await ended(exported)
    if (view.state !== 'DONE') throw new Error(JSON.stringify(view))
    const tree = await (await fetch(`/api/exports/${exported}`)).json()
    const found = tree.features.find((f) => f.properties.DYBH === unit && f.properties.DKBH === number)
    const was = found.properties.RJL
    found.properties.RJL = value
    const file = new File([JSON.stringify(tree)], 'KGDK.geojson', { type: 'application/geo+json' })
    const day = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
    const order = { layer: 'KGDK', inForceFrom: day, source: '详细规划局部修改(演示,虚构)', ground: 'city', invented: 'true', file }
    let made = await ended(await post('/api/imports', order))
    // a second run on the same day corrects the first one's version
    if (made.state === 'FAILED') made = await ended(await post('/api/imports', { ...order, correction: 'true' }))
    return { was, state: made.state, why: JSON.stringify(made.problems ?? made) }
  }, { unit: plot.unit, number: plot.number, value: ratio })
}

export async function run({ page }) {
  await signIn(page, { user: 'oumingke', to: '/plans/plots' })
  const [other, one] = await plotsWithRatio(page, 2)
  const addresses = []
  for (const plot of [one, other]) {
    await as(page, 'oumingke', '/plans/plots')
    await draftSheet(page, plot, `变化前的项目 ${plot.number}`)
    await page.click('[data-test=condition-draft]')
    await page.waitForSelector('[data-test=sheet-state][data-state=DRAFT]')
    addresses.push(new URL(page.url()).pathname)
  }
  const numbers = []
  for (const address of addresses) numbers.push(await issue(page, address))

  await as(page, 'luozhiyuan', '/plans/conditions')
  const ratio = Math.round((Number(one.ratio.value) + 0.3) * 100) / 100
  const made = await release(page, one, ratio)
  equal(made.state, 'DONE', `the version is released ${made.why}`)

  await as(page, 'tangjingxing', addresses[0])
  await page.waitForSelector('[data-test=sheet-changed]')
  const said = await page.locator('[data-test=sheet-changed]').innerText()
  check(said.includes(one.ratio.value) && said.includes(String(ratio)), `what was and what is: ${said}`)
  // the task leaves its mark among the events
  for (let i = 0; i < 60; i++) {
    const { body } = await api(page, `/api/planning/conditions/${addresses[0].split('/').pop()}`)
    if (body.events.some((e) => e.act === 'MARK')) break
    check(i < 59, 'the task marks the sheet')
    await new Promise((later) => setTimeout(later, 500))
  }
  await page.reload()
  await page.waitForSelector('[data-test=sheet-changed]')
  await settled(page)
  await shot(page, 'condition-changed-zh')
  equal((await barriers(page, 'a sheet whose plan changed')).join(' | '), '', 'barriers')
  await page.goto(new URL(addresses[1], page.url()).href)
  await page.waitForSelector('[data-test=sheet-state][data-state=ISSUED]')
  equal(await page.locator('[data-test=sheet-changed]').count(), 0, 'the other sheet is marked')

  await page.goto(new URL('/plans/conditions', page.url()).href)
  await page.check('[data-test=only-changed]')
  await page.waitForSelector(`[data-test=conditions] tr[data-number="${numbers[0]}"]`)
  equal(await page.locator(`[data-test=conditions] tr[data-number="${numbers[1]}"]`).count(), 0, 'the other sheet among the changed')
  await shot(page, 'conditions-changed-zh')

  // the plot's history tells it too; the old sheet is withdrawn with its reason
  await page.goto(new URL(addresses[0], page.url()).href)
  await page.click('[data-test=sheet-withdraw]')
  await page.fill('#a-words', '规划已经修改')
  await page.click('[data-test=sheet-go]')
  await page.waitForSelector('[data-test=sheet-state][data-state=WITHDRAWN]')
}
