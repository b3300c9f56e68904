import { api, check, equal, sample, shot, signIn, URL_, window_ } from '../browser.mjs'

export const about = 'a review that lies in one county is not found in another: neither in the list nor by its number'

export async function run({ page, context }) {
  await signIn(page)
  await sample(page, '02-farmland')
  await page.click('[data-test=store]')
  await page.waitForSelector('[data-test=stored-link]')
  const found = await api(page, '/api/reviews')
  const id = found.body.items[0].id
  equal((await api(page, `/api/reviews/${id}`)).status, 200, 'the city sees it')

  const other = await window_(context.browser(), { width: 1366, height: 768 })
  await signIn(other.page, { user: 'moluzhai' })
  const list = await api(other.page, '/api/reviews')
  const foreign = await api(other.page, `/api/reviews/${id}`)
  const never = await api(other.page, '/api/reviews/r-00000000')
  equal(foreign.status, 404, 'another county does not find it')
  equal(JSON.stringify(foreign.body).replaceAll(id, 'X'), JSON.stringify(never.body).replaceAll('r-00000000', 'X'), 'and is told what it would be told of one that never was')
  check(!list.body.items.some((row) => row.id === id), 'nor is it in the list')
  await other.page.goto(`${URL_}/reviews/${id}`)
  await other.page.waitForSelector('[data-code="review.unknown"]')
  await shot(other.page, 'county-not-found-zh')
  await other.context.close()
}
