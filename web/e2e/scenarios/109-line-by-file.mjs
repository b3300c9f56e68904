import { api, barriers, check, equal, fits, shot, signIn } from '../browser.mjs'

export const about = 'a line changes by files of added and removed features; a target is entered by one person and agreed by another; the demo has stakes'

async function as(page, user, to, lang = 'zh') {
  await page.context().clearCookies()
  await signIn(page, { user, to, lang })
}
function file(name, features) {
  const crs = { type: 'name', properties: { name: 'EPSG:4490' } }
  return { name, mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', crs, features })) }
}
const zone = { type: 'Feature', properties: { BSM: '450206109000000109', GHFQDM: '410', GHFQMC: '城镇集中建设区' }, geometry: { type: 'Polygon', coordinates: [[[109.33, 24.25], [109.3305, 24.25], [109.3305, 24.2505], [109.33, 24.2505], [109.33, 24.25]]] } }

export async function run({ page }) {
  await signIn(page, { user: 'oumingke', to: '/lines/new?layer=CZKFBJ' })
  await page.waitForSelector('[data-test=line]')
  await page.fill('[data-test=title]', '按文件扩界(演示)')
  await page.selectOption('[data-test=ground]', 'optimisation')
  await page.fill('[data-test=reason]', '按作业软件导出的增量文件调整')
  await page.setInputFiles('[data-test=documents]', { name: '调整方案.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 plan') })
  await page.click('[data-test=means-files]')
  await page.setInputFiles('[data-test=file-added]', file('CZKFBJ_added.geojson', [zone]))
  await page.waitForSelector('[data-test=file-added]', { state: 'attached' })
  await fits(page, 'a proposal by file')
  await shot(page, 'line-by-file-zh')
  await page.click('[data-test=propose]')
  await page.waitForSelector('[data-test=proposal-state][data-state=OPEN]', { timeout: 90_000 })
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const proposal = (await api(page, `/api/planning/proposals/${id}`)).body
  check(Number(proposal.findings.changed.inArea) > 1000, 'what comes in is measured')
  equal(proposal.findings.changed.added, 1, 'one feature is added')
  await shot(page, 'line-by-file-checked-zh')

  await as(page, 'tangjingxing', '/lines/CZKFBJ')
  await page.click('[data-test=assign]')
  await page.waitForSelector('[data-test=target-dialog]')
  await page.fill('[data-test=quantity]', '21000')
  await page.fill('[data-test=document]', '演示〔2026〕9号（虚构）')
  await page.fill('#t-assigned', '2026-11-01')
  await page.press('#t-assigned', 'Tab')
  await page.fill('#t-from', '2026-12-01')
  await page.press('#t-from', 'Tab')
  await page.click('[data-test=target-dialog] button[type=submit]')
  await page.waitForSelector('[data-draft]')
  equal(await page.locator('[data-test=draft-agree]').count(), 0, 'who entered it agrees to it')
  const before = (await api(page, '/api/planning/targets?layer=CZKFBJ')).body.length
  await shot(page, 'target-waits-zh')
  await as(page, 'ningyuanzhou', '/lines/CZKFBJ', 'en')
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.waitForSelector('[data-test=draft-agree]')
  await fits(page, 'a target that waits')
  equal((await barriers(page, 'a target that waits')).join(' | '), '', 'barriers')
  await shot(page, 'target-agree-en-1366')
  await page.click('[data-test=draft-agree]')
  await page.waitForSelector('[data-draft]', { state: 'detached' })
  equal((await api(page, '/api/planning/targets?layer=CZKFBJ')).body.length, before + 1, 'the target holds')
  const stakes = (await api(page, '/api/planning/stakes')).body
  check(stakes.filter((s) => s.invented).length >= 18, `the demo's stakes: ${stakes.length}`)
}
