import { api, barriers, check, equal, settled, shot, signIn } from '../browser.mjs'

export const about = 'a point is answered in words and figures; a sheet of it goes through four eyes, is printed, and its paper is genuine'

async function as(page, user, to, lang = 'zh') {
  await page.context().clearCookies()
  await signIn(page, { user, to, lang })
}

/** Approved plots whose floor area ratio has an upper bound, as many as wanted. */
export async function plotsWithRatio(page, wanted) {
  const found = new Map()
  for (const text of ['-1', '-2', '-3', '-4', '-5', '-']) {
    const { body } = await api(page, `/api/plots/find?text=${text}`)
    for (const hit of body) {
      const { body: card } = await api(page, `/api/plots/of?unit=${encodeURIComponent(hit.unit)}&number=${encodeURIComponent(hit.number)}`)
      if (card.plots[0].ratio.operator === 'AT_MOST') found.set(`${hit.unit} ${hit.number}`, card.plots[0])
      if (found.size === wanted) return [...found.values()]
    }
  }
  throw new Error(`${found.size} plots with a ratio`)
}

export async function draftSheet(page, plot, name) {
  await page.goto(new URL(`/plans/plots?unit=${encodeURIComponent(plot.unit)}&number=${encodeURIComponent(plot.number)}`, page.url()).href)
  await page.click('[data-test=make-sheet]')
  await page.fill('[data-test=condition-name]', name)
  await page.fill('[data-test=condition-applicant]', '示例单位(演示)')
  await page.check('[data-requirement=parking-housing]')
  await page.check('[data-requirement=refuse]')
}

export async function issue(page, address) {
  await as(page, 'tangjingxing', address)
  await page.click('[data-test=sheet-issue]')
  await page.click('[data-test=sheet-go]')
  await page.waitForSelector('[data-test=sheet-state][data-state=ISSUED]')
  return page.locator('[data-test=sheet-number]').innerText()
}

export async function run({ page, browser }) {
  await signIn(page, { user: 'oumingke', to: '/plans/plots' })
  await shot(page, 'plots-empty-zh')
  const [plot] = await plotsWithRatio(page, 1)
  await page.fill('[data-test=plot-find]', plot.number)
  await page.click(`[data-hit="${plot.number}"]`)
  await page.waitForSelector(`[data-test=plot][data-number="${plot.number}"]`)
  check((await page.locator('[data-test=plot-words] li').count()) >= 4, 'the answer is said in words')
  // area × ratio, rounded down, in whole hundredths
  const floor = (BigInt(plot.legal.replace('.', '')) * BigInt(Math.round(Number(plot.ratio.value) * 100))) / 100n
  equal(plot.figures.mostFloor.replace('.', ''), String(floor), 'the greatest floor area')
  equal((await barriers(page, 'a plot')).join(' | '), '', 'barriers')
  await settled(page)
  await shot(page, 'plot-zh')

  // a pick on the map asks for the place under the pointer
  const box = await page.locator('[data-test=map]').boundingBox()
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await page.waitForURL(/lon=/)
  await page.waitForSelector('[data-test=plot], [data-test=no-plot]')

  await draftSheet(page, plot, '示例小学(演示)')
  await shot(page, 'condition-form-zh')
  equal((await barriers(page, 'the form')).join(' | '), '', 'barriers')
  await page.click('[data-test=condition-draft]')
  await page.waitForSelector('[data-test=sheet-state][data-state=DRAFT]')
  await page.waitForSelector('[data-test=own-draft]')
  equal(await page.locator('[data-test=sheet-issue]').count(), 0, 'who drafted it issues it')
  await shot(page, 'condition-draft-zh')
  const address = new URL(page.url()).pathname

  const number = await issue(page, address)
  check(/^GHTJ-\d{4}-\d{4}$/.test(number), `a number of the city's kind: ${number}`)
  await page.click('[data-test=sheet-replay]')
  await page.waitForSelector('[data-test=replayed][data-identical=true]')
  await settled(page)
  await shot(page, 'condition-issued-zh')
  equal((await barriers(page, 'a sheet')).join(' | '), '', 'barriers')
  const id = address.split('/').pop()
  for (const lang of ['zh', 'en']) {
    const begin = await page.evaluate(async (path) => {
      const bytes = new Uint8Array(await (await fetch(path)).arrayBuffer())
      return `${String.fromCharCode(...bytes.slice(0, 5))} ${bytes.length > 20000}`
    }, `/api/planning/conditions/${id}/sheet.pdf?lang=${lang}`)
    equal(begin, '%PDF- true', `the paper in ${lang}`)
  }
  const { body: sheet } = await api(page, `/api/planning/conditions/${id}`)
  await page.goto(new URL('/plans/conditions', page.url()).href)
  await page.fill('[data-test=condition-find]', number)
  await page.waitForSelector(`[data-test=conditions] tr[data-number="${number}"]`)
  await shot(page, 'conditions-zh')
  equal((await barriers(page, 'the list')).join(' | '), '', 'barriers')

  // anybody, signed in or not
  await page.context().clearCookies()
  await page.goto(new URL(`/v/${number}?h=${sheet.hash.slice(0, 20)}`, page.url()).href)
  await page.waitForSelector('[data-test=verify][data-state=GENUINE]')
  equal(await page.getAttribute('[data-test=standing]', 'data-standing'), 'ISSUED', 'how it stands')
  check(!(await page.locator('main').innerText()).includes('示例单位'), 'nothing of the applicant is told')
  await shot(page, 'condition-verify-zh')
  await page.goto(new URL(`/v/${number}?h=${'0'.repeat(20)}`, page.url()).href)
  await page.waitForSelector('[data-test=verify][data-state=HASH_DIFFERS]')

  await as(page, 'weijianing', `/plans/plots?unit=${encodeURIComponent(plot.unit)}&number=${encodeURIComponent(plot.number)}`, 'en')
  await page.waitForSelector('[data-test=plot]')
  equal(await page.locator('[data-test=make-sheet]').count(), 0, 'a viewer drafts')
  await settled(page)
  await shot(page, 'plot-en')
  void browser
}
