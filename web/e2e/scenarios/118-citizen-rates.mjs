import { api, barriers, check, equal, fits, shot } from '../browser.mjs'
import { apply, as, beside, CITIZEN, farmland } from '../citizen.mjs'

export const size = { width: 390, height: 844, phone: true }
export const about = 'a citizen whose case was not accepted reads why, rates it low, is answered by its day, and reads who looked at the case'

export async function run({ page }) {
  const bad = await farmland(page)
  await as(page, CITIZEN, '/portal')
  const id = await apply(page, await beside(page, bad), '评价用（演示）')

  await as(page, 'nongxiaotang', '/')
  const { body } = await api(page, `/api/cases/${id}`)
  const task = body.tasks.find((each) => (each.doneAt ?? null) === null)
  const refused = await api(page, `/api/cases/${id}/acts`, { task: task.id ?? task.task, conclusion: 'NOT_ACCEPT', words: '不属于本村集体（演示）', back: null, checked: [] })
  equal(refused.status, 200, `the window says no: ${JSON.stringify(refused.body)}`)

  await as(page, CITIZEN, `/portal/cases/${id}`)
  await page.waitForSelector('[data-test=case][data-state=NOT_ACCEPTED]')
  check((await page.locator('main').innerText()).includes('不属于本村集体'), 'the reason is shown')
  await page.locator('[data-level="1"]').check({ force: true })
  await page.locator('.chips label').first().click()
  await page.fill('[data-test=rate-words]', '没人说清楚（演示）')
  await shot(page, 'portal-rate-zh')
  equal((await barriers(page, 'the rating')).join(' | '), '', 'barriers')
  await fits(page, 'the rating')
  await page.click('[data-test=rate-go]')
  await page.waitForSelector('[data-test=rate-due]')
  equal((await api(page, `/api/public/applications/${id}/rating`, { level: 5, tags: [], words: '' })).status, 409, 'a case is rated once')

  await as(page, 'wenruohan', '/ratings')
  await page.waitForSelector('[data-test=low] [data-answered=false]')
  const line = page.locator('[data-test=low] [data-answered=false]').first()
  check(!(await line.innerText()).includes('韦建国'), 'whoever answers does not see who rated')
  await line.locator('textarea').fill('窗口已补充说明（演示）')
  await shot(page, 'ratings-zh')
  await line.locator('button[type=submit]').click()
  await page.waitForSelector('[data-test=low] [data-answered=true]')

  await as(page, CITIZEN, `/portal/cases/${id}`, 'en')
  await page.waitForSelector('[data-test=rate-answer]')
  await shot(page, 'portal-rated-en')
  await fits(page, 'the answer in English')
  await page.goto(`${new URL(page.url()).origin}/portal/seen`)
  await page.waitForSelector('[data-test=seen] li')
  await shot(page, 'portal-seen-en')
  equal((await barriers(page, 'who looked')).join(' | '), '', 'barriers')
}
