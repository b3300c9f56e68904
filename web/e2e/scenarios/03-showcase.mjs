import { api, check, clear, equal, shot, signIn, URL_, verdict } from '../browser.mjs'

export const about = 'each sample site has on the page, live, stored and from the API the same canonical hash'

/** The request that anybody would make of a sample's feature, without the page. */
const requestOf = ({ geometry, properties: p }) => ({ name: p.name, crs: 'EPSG:4490', plots: [{ number: '1', name: p.name, use: p.use, geometry }], project: p.project })

export async function run({ page }) {
  await signIn(page)
  await page.waitForSelector('[data-test=showcase] button')
  const { features } = (await api(page, '/api/showcase')).body
  const shown = await page.locator('[data-test=showcase] button').evaluateAll((all) => all.map((b) => b.dataset.sample))
  equal(shown.join(), features.map((f) => f.properties.id).join(), 'the page lists every sample')
  check(shown.length >= 10, `there are samples: ${shown.length}`)
  const stored = []
  for (const feature of features) {
    const { id, focus, answer, finding } = feature.properties
    await page.click(`[data-test=showcase] [data-sample="${id}"]`)
    const conclusion = await verdict(page)
    const hash = await page.locator('[data-test=conclusion]').getAttribute('data-hash')
    const live = await api(page, '/api/reviews/live', requestOf(feature))
    equal(live.status, 200, `${id}: the API answers`)
    check(/^[0-9a-f]{64}$/.test(live.body.canonicalHash), `${id}: the API gives a hash`)
    equal(hash, live.body.canonicalHash, `${id}: the live hash`)
    equal(conclusion, live.body.conclusion, `${id}: the conclusion`)
    const told = live.body.layers.find((l) => l.layer === focus)
    if (told.slivers?.count > 0 && told.slivers.seen === false) {
      await page.click('[data-test=clear]')
      check((await page.locator('[data-test=passed]').innerText()).includes(told.slivers.area), `${id}: slivers that no rule reads are named`)
    } else equal(told.answer, answer, `${id}: what the sample promises of ${focus}`)
    if (finding !== undefined) check(live.body.findings.some((f) => `${f.verdict} ${f.rule}` === finding), `${id}: the finding that the sample promises: ${finding}`)
    equal(await page.locator('[data-test=finding]').count() + live.body.findings.filter((f) => f.verdict === 'PASS').length, live.body.findings.length, `${id}: every finding is shown`)
    equal(await page.locator('[data-test=legal-area]').getAttribute('data-m2'), live.body.site.legalArea, `${id}: the area`)
    await page.waitForSelector('[data-test=adds-up]')
    const figures = page.locator('[data-test=figure]')
    for (let i = 0; i < (await figures.count()); i++) await figures.nth(i).click()
    const sums = await page.locator('[data-test=source]').evaluateAll((all) => all.map((s) => s.querySelector('tr.tot td:last-child').textContent.replace(/,/g, '')))
    const areas = live.body.findings.map((f) => f.area)
    check(sums.every((s) => areas.includes(s)), `${id}: the totals are the findings' areas: ${sums}`)
    equal(await page.locator('[data-test=source-adds-up]').count(), await figures.count(), `${id}: every figure is the sum of its parts`)
    for (let i = 0; i < (await figures.count()); i++) await figures.nth(i).click()
    await shot(page, `showcase-${id}-zh`)
    await page.click('[data-test=store]')
    await page.waitForSelector('[data-test=stored-link]')
    stored.push({ id, hash, path: await page.locator('[data-test=stored-link]').getAttribute('href') })
    await clear(page)
  }
  for (const { id, hash, path } of stored) {
    await page.goto(URL_ + path)
    equal(await page.locator('[data-test=hash]').innerText(), hash, `${id}: the stored hash`)
  }
}
