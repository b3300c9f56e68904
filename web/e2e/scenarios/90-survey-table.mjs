import { api, barriers, check, equal, fits, shot, signIn } from '../browser.mjs'

export const about = 'the survey’s table adds up in every unit, opens to its patches on the map, goes into a division and back, and is a file'

const steps = (text) => Math.round(Number(text.replace(/,/g, '').replace('−', '-')) * 100)

export async function run({ page }) {
  await signIn(page, { user: 'qinyutong', to: '/survey' })
  await page.waitForSelector('[data-test=survey-table] tr.tot')
  for (const unit of ['m2', 'ha', 'mu']) {
    await page.click(`header [data-unit=${unit}]`)
    const name = await page.locator(`header [data-unit=${unit}]`).textContent()
    await page.waitForFunction((u) => document.querySelector('.top-card .ph')?.textContent?.includes(u), name)
    const rows = await page.locator('[data-test=survey-table] tbody tr').evaluateAll((trs) => trs.map((tr) => [...tr.querySelectorAll('.fig')].map((f) => f.textContent)))
    const total = await page.locator('[data-test=survey-table] tr.tot .fig').allTextContents()
    for (let c = 0; c < total.length; c++) equal(rows.filter((r) => r.length > 0).reduce((sum, r) => sum + steps(r[c]), 0), steps(total[c]), `column ${c} adds up in ${unit}`)
    equal(total.slice(1).reduce((sum, f) => sum + steps(f), 0), steps(total[0]), `the classes are the total in ${unit}`)
  }
  await page.click('header [data-unit=ha]')
  await page.waitForSelector('[data-test=adds-up]')
  await fits(page, 'survey')
  await shot(page, 'survey-table-zh')

  const cell = page.locator('[data-test=survey-table] tbody tr').first().locator('.fig').nth(2)
  await cell.focus()
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=patches] tr[data-patch]')
  await page.locator('[data-test=patches] tr[data-patch]').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=patches] tr.sel')
  await page.waitForSelector('[data-test=survey-map][data-drawn=true]')
  equal((await barriers(page, 'survey')).join(' | '), '', 'no barrier')
  await shot(page, 'survey-patches-zh')

  const code = await page.locator('[data-test=survey-table] tbody tr').first().getAttribute('data-row')
  await page.locator('[data-test=survey-table] tbody tr .name .link').first().click()
  await page.waitForFunction((c) => new URL(location.href).searchParams.get('division') === c, code)
  await page.waitForFunction((c) => [...document.querySelectorAll('[data-test=survey-table] tbody tr')].every((tr) => tr.dataset.row.startsWith(c)), code)
  check((await page.locator('[role=treeitem].on').getAttribute('data-division')) === code, 'the tree is where the table is')

  const csv = await page.evaluate(async () => (await fetch('/api/survey/file?what=table&as=csv&unit=ha')).text())
  check(/SHA-256/.test(csv) && /[0-9a-f]{64}/.test(csv), 'the file names its version')
  const slow = await api(page, '/api/survey/table?columns=second&level=village&unit=mu')
  equal(slow.status, 200, 'a table of all villages')
}
