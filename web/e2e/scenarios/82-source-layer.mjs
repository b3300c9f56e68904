import { api, barriers, check, equal, fits, settled, shot, signIn } from '../browser.mjs'
import { shapefilesZip } from '../files.mjs'

export const about = 'a file with several layers: the one with the register\'s name is proposed, another is chosen by keyboard, and which one it was stays with the file'

const DAY = '2026-10-31'

function square(x, bsm, name) {
  const [w, s, e, n] = [x, 24.36, x + 0.002, 24.362]
  return { ring: [[w, s], [w, n], [e, n], [e, s], [w, s]], values: { BSM: bsm, MC: name, SQDJ: '国家级' } }
}
const several = (names) => ({ name: 'YF.zip', mimeType: 'application/zip', buffer: shapefilesZip(Object.fromEntries(names.map((name, i) => [name, Array.from({ length: i + 1 }, (_, k) => square(109.52 + 0.01 * i + 0.003 * k, `4502039000000001${i}${k}`, name))]))) })

async function begin(page) {
  await page.waitForSelector('[data-test=s-layer] option[value=GYL]', { state: 'attached' })
  await page.selectOption('[data-test=s-layer]', 'GYL')
  await page.click('[data-kind=FULL]')
  await page.fill('#s-from', DAY)
  await page.press('#s-from', 'Enter')
  await page.fill('[data-test=s-source]', '鱼峰区公益林(演示)')
}

export async function run({ page }) {
  await signIn(page, { user: 'mojingyi', to: '/submissions/new' })
  await begin(page)
  await page.setInputFiles('[data-test=file-whole]', several(['roads', 'gyl', 'water']))
  await page.waitForSelector('[data-test=layers-whole]')
  equal(await page.locator('[data-test=layers-whole] input').count(), 3, 'layers')
  check(await page.isChecked('[data-layer=gyl]'), 'the layer of the same name is proposed')
  await settled(page)
  await shot(page, 'source-layer-zh')
  await fits(page, 'the choice of a layer')
  const troubles = await barriers(page, 'the choice of a layer')

  await page.setInputFiles('[data-test=file-whole]', several(['roads', 'forest']))
  await page.waitForSelector('[data-layer=forest]')
  check(await page.isDisabled('[data-test=s-go]'), 'nothing is sent while none is chosen')
  await page.focus('[data-layer=roads]')
  await page.keyboard.press('ArrowDown')
  check(await page.isChecked('[data-layer=forest]'), 'the arrow keys choose')
  await page.setViewportSize({ width: 1366, height: 768 })
  await fits(page, 'the choice at 1366')
  await page.click('[data-test=s-go]')
  await page.waitForSelector('[data-test=submission-state]')
  const id = new URL(page.url()).pathname.split('/').at(-1)
  for (let i = 0; i < 120 && (await api(page, `/api/submissions/${id}/progress`)).body.working; i += 1) await page.waitForTimeout(250)
  const made = (await api(page, `/api/submissions/${id}`)).body
  equal(made.features, 2, 'features of the layer that was chosen')
  equal(made.files[0].sourceLayer, 'forest', 'the layer stays with the file')

  await page.context().clearCookies()
  await signIn(page, { user: 'mojingyi', to: '/submissions/new', lang: 'en' })
  await begin(page)
  await page.setInputFiles('[data-test=file-whole]', several(['gyl']))
  await page.waitForSelector('[data-test=s-go]:not([disabled])')
  equal(await page.locator('[data-test=layers-whole]').count(), 0, 'with one layer nothing is asked')
  await page.setInputFiles('[data-test=file-whole]', several(['roads', 'gyl']))
  await page.waitForSelector('[data-test=layers-whole]')
  await shot(page, 'source-layer-en')
  await page.setInputFiles('[data-test=file-whole]', { name: 'broken.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\x03\x04 nothing') })
  await page.waitForSelector('.given .problem, .given [role=alert]')
  check(await page.isDisabled('[data-test=s-go]'), 'a damaged file is not sent')
  equal(troubles.join(' | '), '', 'barriers')
}
