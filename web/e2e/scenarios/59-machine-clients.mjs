import { AUDITOR, barriers, check, equal, fits, REVIEWER, shot, signIn, URL_, window_ } from '../browser.mjs'

export const about = 'a machine client is proposed, decided by another person, used, given a new secret and revoked; who may only look sees no buttons'
export const size = { width: 1366, height: 768 }

const SECURITY = 'liangsimiao'
const SYSTEM = 'tanmuchen'

/** As a program: no browser, no cookie. */
async function token(id, secret) {
  const response = await fetch(`${URL_}/oauth2/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  })
  return { status: response.status, token: (await response.json()).access_token }
}
const asks = async (bearer) => (await fetch(`${URL_}/api/rules`, { headers: { Authorization: `Bearer ${bearer}` } })).status

async function secretShown(page) {
  await page.waitForSelector('[data-test=client-secret]')
  const id = await page.textContent('[data-test=client-id]')
  const secret = await page.inputValue('[data-test=secret]')
  await page.keyboard.press('Escape')
  check(await page.isVisible('[data-test=client-secret]'), 'the secret is left only on purpose')
  return { id, secret }
}

/** The other person: reads the terms and approves. */
async function decide(context, name, lang = 'zh') {
  const other = await window_(context.browser(), { width: 1366, height: 768 })
  await signIn(other.page, { user: SYSTEM, to: '/roles', lang })
  const matter = other.page.locator('[data-test=matters] li[data-state=OPEN]', { hasText: name }).first()
  await matter.waitFor()
  await shot(other.page, `59-clients-matter-${lang}`)
  await fits(other.page, 'what is to be decided')
  await matter.locator('[data-test=decide]').click()
  await matter.locator('[data-test=approve]').click()
  await other.page.waitForFunction((n) => ![...document.querySelectorAll('[data-test=matters] li[data-state=OPEN]')].some((li) => li.textContent.includes(n)), name)
  await other.context.close()
}

export async function run({ page, context }) {
  const name = `行政审批系统 ${Date.now() % 100000}`
  await signIn(page, { user: SECURITY, to: '/clients' })
  await page.waitForSelector('[data-test=client-new]')
  await shot(page, '59-clients-first-zh')
  // by keyboard: the button, the fields in order, two permissions, the end
  await page.focus('[data-test=client-new]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=client-form]')
  await page.click('[data-test=client-save]')
  equal(await page.getAttribute('#c-name', 'aria-invalid'), 'true', 'an empty name is marked')
  check(await page.isVisible('[data-test=client-form] [role=alert]'), 'what is missing is said')
  await page.fill('#c-name', name)
  await page.keyboard.press('Tab')
  await page.keyboard.type('市行政审批局（演示）')
  await page.keyboard.press('Tab')
  await page.keyboard.type('受理建设项目时自动核对用地范围')
  for (const scope of ['rules:rule:read', 'conformity:review:live', 'conformity:review:read']) {
    await page.focus(`[data-scope="${scope}"]`)
    await page.keyboard.press('Space')
  }
  await shot(page, '59-clients-form-zh')
  let found = await barriers(page, 'the form')
  check(found.length === 0, found.join(' | '))
  await page.click('[data-test=client-save]')
  await page.waitForSelector('[data-test=client-proposed]')
  check(await page.locator(`[data-client="${name}"]`).count() === 0, 'one person alone makes no client')
  await page.goto(`${URL_}/roles`)
  const own = page.locator('[data-test=matters] li[data-state=OPEN]', { hasText: name })
  await own.waitFor()
  equal(await own.locator('[data-test=decide]').count(), 0, 'who proposed does not decide: buttons')
  await decide(context, name)
  await page.goto(`${URL_}/clients`)
  await page.click(`[data-client="${name}"]`)
  await page.waitForSelector('[data-test=client-no-secret]')
  await shot(page, '59-clients-no-secret-zh')
  await page.click('[data-test=client-rotate]')
  const first = await secretShown(page)
  await shot(page, '59-clients-secret-zh')
  found = await barriers(page, 'the secret')
  check(found.length === 0, found.join(' | '))
  await page.click('[data-test=secret-kept]')
  await page.waitForSelector('[data-test=client-detail]')
  check(!(await page.content()).includes(first.secret), 'the secret is nowhere on the page any more')

  const given = await token(first.id, first.secret)
  equal(given.status, 200, 'the program gets its token')
  equal(await asks(given.token), 200, 'and reads the rules with it')

  await page.click('[data-test=client-rotate]')
  await page.selectOption('#overlap', '0')
  await shot(page, '59-clients-rotate-zh')
  await page.click('[data-test=client-rotate-go]')
  const second = await secretShown(page)
  await page.click('[data-test=secret-kept]')
  equal(await asks(given.token), 401, 'the token of the secret that leaked is gone')
  equal((await token(first.id, first.secret)).status, 401, 'and so is the secret')
  const next = await token(second.id, second.secret)
  equal(next.status, 200, 'the new secret serves')

  await page.click('[data-test=client-change]')
  await page.waitForSelector('[data-test=client-form]')
  await page.click('[data-scope="rules:rule:read"]')
  await page.click('[data-test=client-save]')
  await page.waitForSelector('[data-test=client-form]', { state: 'detached' })
  equal(await asks(next.token), 403, 'a permission taken away is gone from the token that is out')
  await page.click('[data-test=client-change]')
  await page.waitForSelector('[data-test=client-form]')
  await page.click('[data-scope="rules:rule:read"]')
  await page.click('[data-test=client-save]')
  await page.waitForSelector('[data-test=client-proposed]')
  equal(await asks(next.token), 403, 'giving it back takes another person')
  await decide(context, name, 'en')
  equal((await asks((await token(second.id, second.secret)).token)), 200, 'who then decided')
  await page.reload()
  await page.waitForSelector('[data-test=client-detail]')
  await shot(page, '59-clients-detail-zh')
  await fits(page, 'the clients')
  found = await barriers(page, 'the clients')
  check(found.length === 0, found.join(' | '))

  await page.click('[data-test=lang]')
  await page.waitForSelector('h1:has-text("Machine clients")')
  await fits(page, 'the clients in English')
  await shot(page, '59-clients-detail-en')
  await page.click('[data-test=client-change]')
  await shot(page, '59-clients-form-en')
  await page.keyboard.press('Escape')
  await page.click('[data-test=client-revoke]')
  await shot(page, '59-clients-revoke-en')
  await page.click('[data-test=client-revoke-go]')
  await page.waitForSelector('[data-test=client-revoke]', { state: 'detached' })
  equal((await token(second.id, second.secret)).status, 401, 'a revoked client gets nothing')
  await page.click('[data-test=lang]')

  await page.click('[data-test=user]')
  await page.click('[data-test=sign-out]')
  await page.waitForSelector('#user')
  check(await page.locator('[data-test=outside]').count() === 0, 'no outside door where none is trusted')
  await signIn(page, { user: AUDITOR, to: `/clients/${first.id}` })
  await page.waitForSelector('[data-test=client-detail]')
  equal(await page.locator('[data-test=client-new], [data-test=client-rotate], [data-test=client-revoke]').count(), 0, 'an auditor only looks: buttons')
  await shot(page, '59-clients-auditor-zh')

  await page.click('[data-test=user]')
  await page.click('[data-test=sign-out]')
  await page.waitForSelector('#user')
  await signIn(page, { user: REVIEWER, to: '/clients' })
  await page.waitForSelector('[data-test=problem][data-code="identity.not-allowed"]')
  await shot(page, '59-clients-no-permission-zh')
}
