import { api, AUDITOR, barriers, check, equal, sample, shot, signIn, URL_, VIEWER, window_ } from '../browser.mjs'

export const about = 'a viewer may try sites out but not store, an auditor sees roles and no business data, a stranger sees the sign-in'

export async function run({ page, context }) {
  await signIn(page, { user: VIEWER })
  await sample(page, '02-farmland')
  await page.waitForSelector('[data-test=may-not-store]')
  equal(await page.locator('[data-test=store]').count(), 0, 'there is no button that would fail')
  check((await page.locator('[data-test=may-not-store]').innerText()).includes('管理员'), 'it says who can grant it')
  equal((await api(page, '/api/reviews', { crs: 'EPSG:4490', plots: [], project: {} })).status, 403, 'the server refuses as well')
  await shot(page, 'rights-viewer-zh')
  await page.goto(`${URL_}/reviews`)
  await page.waitForSelector('main h1')
  equal(await page.locator('[data-test=problem]').count(), 0, 'a viewer reads the list')

  const other = await window_(context.browser())
  await signIn(other.page, { user: AUDITOR })
  await other.page.waitForSelector('[data-test=matters]')
  equal(await other.page.locator('.nav a[href="/"], .nav a[href="/reviews"], .nav a[href="/batches"]').count(), 0, 'an auditor is offered no business data')
  equal(await other.page.locator('[data-test=give], [data-test=decide]').count(), 0, 'nothing is offered that would fail')
  equal((await api(other.page, '/api/layers')).status, 403, 'the server shows an auditor no layer')
  equal((await barriers(other.page, 'auditor')).join(), '', 'axe-core')
  await shot(other.page, 'rights-auditor-zh')
  await other.page.goto(`${URL_}/reviews`)
  await other.page.waitForSelector('[data-code="identity.not-allowed"]')
  await shot(other.page, 'rights-auditor-reviews-zh')
  check(other.errors.length === 0, `${other.errors}`)
  await other.context.close()

  const stranger = await window_(context.browser())
  const asked = []
  stranger.page.on('request', (r) => r.url().includes('/api/') && asked.push(new URL(r.url()).pathname))
  await stranger.page.goto(`${URL_}/reviews`)
  await stranger.page.waitForSelector('#password')
  equal([...new Set(asked)].sort().join(), '/api/open-id,/api/session', 'a stranger\'s page asks for the session, and whether another house may say who one is')
  await stranger.context.close()
}
