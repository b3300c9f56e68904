import { api, barriers, check, equal, fits, shot, signIn } from '../browser.mjs'

export const about = 'the inbox as list, map and board, by keyboard, sieved and saved; empty and without the right; the bell'
export const size = { width: 1366, height: 768 }

async function as(page, user, to, lang = 'zh') {
  await page.context().clearCookies()
  await signIn(page, { user, to, lang })
}

export async function run({ page }) {
  await as(page, 'wenruohan', '/cases?view=all', 'en')
  await page.waitForSelector('[data-test=cases] tbody tr')
  const total = (await api(page, '/api/cases?view=all&page=0&size=50')).body.total
  check((await page.locator('[data-test=total]').innerText()).startsWith(String(total)), 'the head says how many')
  const first = await page.locator('tr.sel').getAttribute('data-key')
  await page.keyboard.press('j')
  if (total > 1) check((await page.locator('tr.sel').getAttribute('data-key')) !== first, 'J goes down')
  await page.keyboard.press('k')
  equal(await page.locator('tr.sel').getAttribute('data-key'), first, 'K goes up again')
  await shot(page, 'inbox-en')
  await fits(page, 'the inbox in English')
  for (const [format, name] of [['xlsx', /\.xlsx$/], ['csv', /\.csv$/]]) {
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click(`[data-test=${format}]`)])
    check(name.test(saved.suggestedFilename()), `the list is saved as ${format}`)
  }
  await page.click('[data-test=as-board]')
  await page.waitForSelector('[data-test=board] [data-case]')
  await shot(page, 'board-en')
  equal((await barriers(page, 'the board')).join(' | '), '', 'barriers')
  await page.click('[data-test=as-map]')
  await page.waitForSelector('[data-test=map][data-drawn=true]', { timeout: 30_000 })
  await shot(page, 'cases-map-en')
  await page.click('[data-test=as-list]')
  await page.fill('[data-test=words]', 'zzzz-no-such-case')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=empty]')
  await shot(page, 'inbox-empty-en')
  await page.click('[data-test=empty] .btn')
  await page.waitForSelector('[data-test=cases] tbody tr')
  await page.click('[data-test=bell]')
  await page.waitForSelector('[data-test=notices]')
  equal((await barriers(page, 'the bell')).join(' | '), '', 'barriers')
  await page.keyboard.press('Escape')

  await as(page, 'luozhiyuan', '/cases')
  await page.waitForSelector('main .blank h1')
  await shot(page, 'cases-denied-zh')
  equal(await page.locator('[data-test=nav-cases]').count(), 0, 'the bar offers no cases')
}
