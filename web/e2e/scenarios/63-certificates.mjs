import { api, barriers, check, equal, fits, shot, signIn, URL_, VIEWER, window_ } from '../browser.mjs'

export const about = 'a certificate is read before it is bound, an administrator\'s waits for another person, and its end is asked twice'
const SECURITY = 'liangsimiao'
/** Made for this scenario, invented; whoever had its key would be nobody. */
const PEM = [
  '-----BEGIN CERTIFICATE-----',
  'MIIBzjCCAXWgAwIBAgIUP1B7hhYBXwU77Pf6jv0trUwr/+swCgYIKoZIzj0EAwIw',
  'PDESMBAGA1UECgwJ5ryU56S65bGAMQ8wDQYDVQQLDAbmtYvor5UxFTATBgNVBAMM',
  'DOa8lOekuuivgeS5pjAgFw0yNjExMjYxMjM0NTlaGA8yMTI2MTEwMjEyMzQ1OVow',
  'PDESMBAGA1UECgwJ5ryU56S65bGAMQ8wDQYDVQQLDAbmtYvor5UxFTATBgNVBAMM',
  'DOa8lOekuuivgeS5pjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABL0bdXA7/X20',
  'XeAwehk2v8aeaeFampK1nu6SitZEBH23txL75YuRW++hSVj9206QGQjSrGvICIfz',
  'Zvup+dC5krijUzBRMB0GA1UdDgQWBBRa1oQyczcw7/u9BQdTer/iCUD/9jAfBgNV',
  'HSMEGDAWgBRa1oQyczcw7/u9BQdTer/iCUD/9jAPBgNVHRMBAf8EBTADAQH/MAoG',
  'CCqGSM49BAMCA0cAMEQCIFPhNPnfPytEhKKaseVMnCm3P4x28eAoCAQU6wfAlPHZ',
  'AiBKc/534oRRhQHBC5m2x2HQ536QHfN0rqy4sZkj2tnHvw==',
  '-----END CERTIFICATE-----',
].join('\n')

async function put(page, account, json) {
  return page.evaluate(async ([id, body]) => {
    const token = document.cookie.split('; ').find((c) => c.startsWith('XSRF-TOKEN='))?.slice(11)
    const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token ?? '') }
    return (await fetch(`/api/accounts/${id}/certificate`, { method: 'PUT', headers, body: JSON.stringify(body) })).status
  }, [account, json])
}

export async function run({ page, context }) {
  await signIn(page, { user: SECURITY, to: '/people' })
  await page.click('[data-test=to-certificates]')
  await page.waitForSelector('[data-test=cert-bind]')
  // what an earlier run left
  await put(page, VIEWER, {})
  await page.reload()
  await page.click('[data-test=cert-bind]')
  await page.selectOption('#cert-account', VIEWER)
  await page.setInputFiles('#cert-file', { name: 'key.pem', mimeType: 'text/plain', buffer: Buffer.from('hello') })
  await page.waitForSelector('[data-test=bind-form] [data-test=problem], [data-test=bind-form] .problem')
  check(await page.locator('[data-test=bind-go]').isDisabled(), 'what is no certificate is not bound')
  await page.setInputFiles('#cert-file', { name: 'demo.pem', mimeType: 'text/plain', buffer: Buffer.from(PEM) })
  await page.waitForSelector('[data-test=cert-found]')
  check((await page.locator('[data-test=cert-found]').innerText()).includes('演示证书'), 'the file is shown before it is bound')
  equal((await barriers(page, 'bind a certificate')).join(), '', 'axe-core')
  await shot(page, 'certificate-bind-zh')
  await page.click('[data-test=bind-go]')
  await page.waitForSelector(`[data-test=certificates] tr[data-account="${VIEWER}"][data-state=IN_USE]`)
  equal((await barriers(page, 'certificates')).join(), '', 'axe-core')
  await fits(page, 'certificates')
  await shot(page, 'certificates-zh')

  equal(await put(page, 'tanmuchen', { fingerprint: 'ab'.repeat(32), reason: '换卡(演示)' }), 200, 'an administrator\'s is proposed')
  await page.reload()
  await page.waitForSelector('[data-test=cert-waiting]')
  await page.click('[data-test=lang]')
  await page.waitForSelector('[data-test=cert-waiting]')
  await fits(page, 'certificates in English')
  await shot(page, 'certificates-en')
  for (const matter of (await api(page, '/api/matters')).body.filter((m) => m.kind === 'administrator-certificate' && m.state === 'OPEN'))
    await api(page, `/api/matters/${matter.id}/withdraw`, {})

  const own = await window_(context.browser(), { width: 1366, height: 768 })
  await signIn(own.page, { user: VIEWER, to: '/me' })
  await own.page.waitForSelector('[data-test=own-certificates] tr[data-state=IN_USE]')
  await fits(own.page, 'own certificates')
  await shot(own.page, 'own-certificates-zh')
  await own.page.goto(`${URL_}/certificates`)
  await own.page.waitForSelector('[data-test=no-right]')
  await own.context.close()

  await page.click(`[data-test=certificates] tr[data-account="${VIEWER}"] [data-test=cert-end]`)
  await page.keyboard.press('Enter')
  await page.waitForSelector(`[data-test=certificates] tr[data-account="${VIEWER}"]`, { state: 'detached' })
  await page.check('[data-test=cert-ended]')
  await page.waitForSelector(`[data-test=certificates] tr[data-account="${VIEWER}"][data-state=ENDED]`)
}
