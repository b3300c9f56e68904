import { barriers, check, equal, fits, shot, signIn, window_ } from '../browser.mjs'

export const about = 'a role is proposed by one administrator and decided by another; the proposer is not offered to decide; the matrix shows who may what'

export async function run({ page, context }) {
  await signIn(page, { user: 'tanmuchen', to: '/roles' })
  await page.waitForSelector('[data-test=matters]')
  const reason = `e2e ${Date.now().toString(36)}`
  await page.click('[data-test=give]')
  await page.fill('#give-holder', 'moluzhai')
  await page.selectOption('#give-role', 'viewer')
  await page.selectOption('#give-division', '450223')
  await page.selectOption('#give-level', '1')
  await page.fill('#give-why', reason)
  await shot(page, 'roles-give-zh')
  await page.click('[data-test=give-go]')
  const line = `[data-test=matters] li:has-text("${reason}")`
  await page.waitForSelector(line)
  equal(await page.locator(`${line} [data-test=decide]`).count(), 0, 'who proposed is not offered to decide')
  equal((await barriers(page, 'roles')).join(), '', 'axe-core')
  await shot(page, 'roles-matters-zh')

  const other = await window_(context.browser(), { width: 1366, height: 768 })
  await signIn(other.page, { user: 'liangsimiao', to: '/roles', lang: 'en' })
  await other.page.click(`${line} [data-test=decide]`)
  await other.page.fill(`${line} form input`, 'seen')
  await other.page.click(`${line} [data-test=approve]`)
  await other.page.waitForSelector(`${line}[data-state=APPROVED]`)
  await fits(other.page, 'roles in English')
  await shot(other.page, 'roles-approved-en')
  await other.page.click('[data-test=tab-grants]')
  await other.page.fill('[data-test=grants] input', 'moluzhai')
  check((await other.page.locator('[data-test=grants] tbody').innerText()).includes('Luzhai'), 'the grant names its county')
  await other.page.click('[data-test=tab-matrix]')
  await other.page.waitForSelector('[data-test=matrix] tbody tr')
  check((await other.page.locator('[data-test=matrix] tbody tr').count()) > 80, 'every address is in the matrix')
  equal((await barriers(other.page, 'matrix')).join(), '', 'axe-core')
  await shot(other.page, 'roles-matrix-en')
  check(other.errors.length === 0, `${other.errors}`)
  await other.context.close()
}
