import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { check, signIn, URL_, verdict } from '../browser.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function findings(page, where) {
  await page.evaluate(axe)
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
  return found.violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => `${where}: ${v.id} ${v.nodes.slice(0, 3).map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`).join(' ; ')}`)
}

/** axe-core has no serious finding on sign-in, desk (empty and with a verdict), list and stored review. */
export async function run({ page }) {
  const all = []
  await page.goto(`${URL_}/sign-in`)
  await page.waitForSelector('#password')
  all.push(...(await findings(page, 'sign-in')))
  await signIn(page)
  await page.waitForSelector('[data-test=showcase] button')
  all.push(...(await findings(page, 'desk, empty')))
  await page.click('[data-test=showcase] li:nth-child(2) button')
  await verdict(page)
  await page.click('[data-test=clear]')
  await page.waitForSelector('[data-test=adds-up]')
  all.push(...(await findings(page, 'desk')))
  await page.click('[data-test=edit-project]')
  all.push(...(await findings(page, 'desk, project')))
  await page.click('[data-test=store]')
  await page.click('[data-test=stored-link]')
  await page.waitForSelector('[data-test=stored-review]')
  all.push(...(await findings(page, 'review')))
  await page.click('nav a[href="/reviews"]')
  await page.waitForSelector('[data-test=reviews]')
  all.push(...(await findings(page, 'list')))
  check(all.length === 0, all.join(' || '))
}
