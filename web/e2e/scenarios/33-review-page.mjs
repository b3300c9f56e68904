import { readFileSync } from 'node:fs'
import { barriers, check, equal, sample, shot, signIn } from '../browser.mjs'

export const about = 'a stored review shows its own map with numbered conflicts, names the person and hands over every file'

export async function run({ page }) {
  await signIn(page)
  await sample(page, '02-farmland')
  await page.click('[data-test=store]')
  await page.click('[data-test=stored-link]')
  await page.waitForSelector('[data-test=review-map][data-ready=true][data-drawn=true]')
  check((await page.locator('[data-test=stored-review]').innerText()).includes('覃雨桐'), 'the person is named, not the account')
  const id = page.url().split('/').pop()
  for (const [kind, ending, first] of [['xlsx', '.xlsx', 'PK'], ['gpkg', '.gpkg', 'SQLite'], ['shp', '.shp.zip', 'PK']]) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.click(`[data-test=${kind}]`)])
    check(file.suggestedFilename().endsWith(`${id}${ending}`), `its file name: ${file.suggestedFilename()}`)
    equal(readFileSync(await file.path()).subarray(0, first.length).toString(), first, `what ${kind} begins with`)
  }
  await page.focus('[data-test=review-map]')
  await page.keyboard.press('0')
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.waitForSelector('[data-test=review-map][data-drawn=true]')
  await shot(page, 'review-page-zh')
  await page.click('[data-test=lang]')
  await page.waitForSelector('[data-test=review-map][data-drawn=true]')
  await shot(page, 'review-page-en')
  equal((await barriers(page, 'review page')).join('\n'), '', 'barriers')
}
