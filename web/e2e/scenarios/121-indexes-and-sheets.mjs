import { api, barriers, check, equal, fits, settled, shot, signIn } from '../browser.mjs'
import { draftSheet, issue, plotsWithRatio } from './101-plan-conditions.mjs'

export const about = 'indexes of the special surveys by division add up to what the city has; the list of plan conditions in English with one that was issued'
export const size = { width: 1366, height: 768 }

async function as(page, user, to, lang = 'zh') {
  await page.context().clearCookies()
  await signIn(page, { user, to, lang })
}

export async function run({ page }) {
  await signIn(page, { user: 'luozhiyuan', to: '/survey?layer=CDDC' })
  await page.waitForSelector('[data-test=survey-table] tr.tot')
  await page.waitForSelector('[data-index=grass-vegetation]')
  const { body: made } = await api(page, '/api/survey/indexes/table?layer=CDDC')
  const at = made.indexes.findIndex((i) => i.id === 'grass-vegetation')
  const values = made.rows.map((r) => r.values[at]).filter((v) => v !== null).map(Number)
  const city = Number(made.indexes[at].value)
  check(values.length > 1 && Math.min(...values) <= city && city <= Math.max(...values), `the mean of the city lies among its counties': ${city} of ${values}`)
  for (const layer of ['SYDC', 'DXKJDC', 'DBJZDC']) {
    const { body } = await api(page, `/api/survey/indexes?`)
    check(body.some((i) => i.layers.includes(layer) && i.value !== null), `an index of ${layer}`)
  }
  await page.click('[data-test=indexes-by]')
  await page.waitForSelector('[data-test=index-table] tr.tot')
  equal(await page.locator('[data-test=index-table] tbody tr').count(), made.rows.length + 1, 'a row a county, and the city')
  equal((await barriers(page, 'indexes by division')).join(' | '), '', 'barriers')
  await shot(page, 'indexes-by-division-zh')
  const begin = await page.evaluate(async () => {
    const text = await (await fetch('/api/survey/file?what=indexes&as=csv&layer=CDDC')).text()
    return text.includes('草原综合植被盖度')
  })
  check(begin, 'the index is in the file')
  await as(page, 'luozhiyuan', '/survey?layer=DBJZDC', 'en')
  await page.waitForSelector('[data-test=indexes-by]')
  await fits(page, 'a substrate survey')
  await page.click('[data-test=indexes-by]')
  await page.waitForSelector('[data-test=index-table] tr.tot')
  await shot(page, 'indexes-by-division-en')

  await as(page, 'oumingke', '/plans/plots')
  const plots = await plotsWithRatio(page, 3)
  await draftSheet(page, plots.at(-1), '示例医院(演示)')
  await page.click('[data-test=condition-draft]')
  await page.waitForSelector('[data-test=sheet-state][data-state=DRAFT]')
  const number = await issue(page, new URL(page.url()).pathname)
  await as(page, 'tangjingxing', '/plans/conditions', 'en')
  await page.waitForSelector(`[data-test=conditions] tr[data-number="${number}"]`)
  await settled(page)
  await shot(page, 'conditions-en')
  equal((await barriers(page, 'the list in English')).join(' | '), '', 'barriers')
  await fits(page, 'the list in English')
  await page.click(`[data-test=conditions] tr[data-number="${number}"] a`)
  await page.waitForSelector('[data-test=sheet-state][data-state=ISSUED]')
  await settled(page)
  await shot(page, 'condition-en')
  await fits(page, 'a sheet in English')
}
