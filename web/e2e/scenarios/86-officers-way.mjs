import { api, barriers, check, equal, fits, settled, shot, signIn } from '../browser.mjs'

export const about = 'the demo shows a county officer a package to mend, with its errors on the map, a deadline and a report with plates; the catalogue has scores and rates'

async function waiting(page, wanted) {
  for (let look = 0; look < 60; look += 1) {
    const found = (await api(page, '/api/submissions')).body.find(wanted)
    if (found !== undefined) return found
    await page.waitForTimeout(1000)
  }
  throw new Error('the demo has no such submission')
}

export async function run({ page }) {
  await signIn(page, { user: 'panyufei', to: '/submissions' })
  await page.waitForSelector('[data-test=submissions]')
  const broken = await waiting(page, (s) => s.layer === 'DLTB' && s.division === '450206' && s.state === 'MENDING')
  check(broken.invented, 'it says that it is invented')
  // null where the deadline would lie in a year that has no calendar of working days yet
  check(broken.deadline === null || /^\d{4}-\d\d-\d\d$/.test(broken.deadline), 'and by when it is to be mended')
  await shot(page, 'officer-list-zh')
  await page.goto(`${new URL(page.url()).origin}/submissions/${broken.id}`)
  await page.waitForSelector('[data-test=issues] [data-issue]')
  const rules = await page.locator('[data-test=issues] [data-rule]').evaluateAll((all) => all.map((e) => e.dataset.rule))
  for (const rule of ['overlap', 'dltb-class', 'dltb-mandatory', 'class-area-equation']) check(rules.includes(rule), `an issue of ${rule}`)
  for (const view of ['side', 'swipe']) {
    await page.click('[data-rule=overlap]')
    await page.click(`[data-test=views] [data-view=${view}]`)
    await settled(page)
    await shot(page, `officer-overlap-${view}-zh`)
  }
  const report = await page.evaluate(async (run) => {
    const response = await fetch(`/api/quality/runs/${run}/report?format=pdf`)
    return [response.status, (await response.arrayBuffer()).byteLength]
  }, (await api(page, `/api/submissions/${broken.id}`)).body.rounds.at(-1).run)
  equal(report[0], 200, 'the report')
  check(report[1] > 100_000, 'the report has its plates')
  equal((await barriers(page, 'a package to mend')).join(' | '), '', 'barriers')
  await page.click('[data-test=lang]')
  await page.waitForSelector('[data-test=issues] [data-issue]')
  await page.setViewportSize({ width: 1366, height: 768 })
  await settled(page)
  await fits(page, 'a package to mend in English')
  await shot(page, 'officer-broken-1366-en')

  await page.context().clearCookies()
  await signIn(page, { user: 'luozhiyuan', to: '/data/collection' })
  await page.waitForSelector('[data-test=rates]')
  const rate = (await api(page, '/api/catalogue/collection')).body.city
  check(rate.collected > 0, `something is collected: ${rate.rate}`)
  await shot(page, 'collection-living-zh')
}
