import { barriers, check, equal, settled, shot, signIn } from '../browser.mjs'

export const about = 'coverage of detailed plans adds up in each unit, opens to the ground that is not covered, and is taken away as a file'

const whole = (text) => BigInt(text.replace(/[^\d]/g, ''))

async function figures(page) {
  return page.evaluate(() => {
    const of = (row) => [...row.querySelectorAll('td')].map((td) => td.innerText.trim())
    return {
      counties: [...document.querySelectorAll('[data-test=coverage] tr[data-level=COUNTY]')].map(of),
      towns: [...document.querySelectorAll('[data-test=coverage] tr[data-level=TOWNSHIP]')].map(of),
      sum: of(document.querySelector('[data-test=coverage] tfoot tr')),
    }
  })
}

export async function run({ page }) {
  await signIn(page, { user: 'weijianing', to: '/plans/coverage' })
  await page.waitForSelector('[data-test=coverage] tbody tr', { timeout: 120_000 })
  for (const unit of ['m2', 'ha', 'mu']) {
    const answered = page.waitForResponse((r) => r.url().includes('/api/planning/coverage?') && r.url().includes(`unit=${unit}`)).catch(() => null)
    await page.click(`[data-unit=${unit}]`)
    if (unit !== 'ha') await answered
    await page.waitForFunction((n) => (document.querySelector('[data-test=coverage] tfoot td:nth-child(2)')?.textContent ?? '').split('.')[1]?.length === n, unit === 'm2' ? 2 : 4)
    const { counties, towns, sum } = await figures(page)
    for (let column = 1; column <= 4; column++) {
      const added = counties.reduce((total, row) => total + whole(row[column]), 0n)
      equal(String(added), String(whole(sum[column])), `column ${column} of the counties in ${unit}`)
      equal(String(towns.reduce((total, row) => total + whole(row[column]), 0n)), String(added), `column ${column} of the townships in ${unit}`)
    }
    equal(String(whole(sum[2]) + whole(sum[3]) + whole(sum[4])), String(whole(sum[1])), `the row of the city in ${unit}`)
  }
  const town = page.locator('[data-test=coverage] [data-town]').first()
  await town.click()
  await page.waitForURL(/town=/)
  await settled(page)
  await shot(page, 'coverage-zh')
  equal((await barriers(page, 'coverage')).join(' | '), '', 'barriers')
  for (const as of ['xlsx', 'csv', 'pdf']) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-test=save-${as}]`)])
    check(download.suggestedFilename().endsWith(as), `the file ${as}`)
  }
  await page.goto(new URL('/plans/coverage?t=2001-01-01', page.url()).href)
  await page.waitForSelector('[data-test=problem][data-code="plots.coverage-silent"]')
  await shot(page, 'coverage-no-data-zh')
}
