import { api, check, equal, settled, shot, signIn, window_ } from '../browser.mjs'

export const about = 'everything at a point, from layers that are not shown too, with codes, dates and hash; by keyboard; Back goes back'

export async function run({ page, context }) {
  await signIn(page, { to: '/?c=109.41,24.33&z=14' })
  await page.waitForSelector('[data-layer=DLTB]:enabled', { state: 'attached' })
  await settled(page)
  await page.keyboard.press('i')
  const box = await page.locator('[data-test=map]').boundingBox()
  await page.mouse.click(box.x + box.width * 0.55, box.y + box.height * 0.5)
  await page.waitForSelector('[data-test=identify] [data-feature]')
  const found = await page.locator('[data-test=identify] [data-feature]').evaluateAll((all) => all.map((e) => e.dataset.feature))
  check(found.some((f) => f.startsWith('DLTB.')) && found.some((f) => f.startsWith('XZQ.')), `the patch, and the township that is not drawn: ${found}`)
  const detail = await page.locator('[data-test=identify-detail]').innerText()
  for (const word of ['生效', '知悉', '责任科室', '指纹']) check(detail.includes(word), `the card says ${word}: ${detail}`)
  equal(await page.locator('[data-silent=LSYLKS] b').innerText(), '已过期', 'the stale layer cannot answer and says why')
  await page.waitForFunction(() => new URL(location.href).searchParams.get('f'))
  const first = await page.locator('[data-test=identify] .one.on').getAttribute('data-feature')
  await page.keyboard.press('j')
  await page.waitForFunction((f) => document.querySelector('[data-test=identify] .one.on')?.dataset.feature !== f, first)
  await page.keyboard.press('k')
  equal(await page.locator('[data-test=identify] .one.on').getAttribute('data-feature'), first, 'J and K go through what was found')
  await settled(page)
  await shot(page, 'desk-identify-all-zh')

  await page.waitForFunction(() => new URL(location.href).searchParams.get('f'))
  const link = page.url()
  const other = await window_(context.browser())
  await signIn(other.page, { to: new URL(link).pathname + new URL(link).search, lang: 'en' })
  await other.page.waitForSelector('[data-test=identify] .one.on')
  equal(await other.page.locator('[data-test=identify] .one.on').getAttribute('data-feature'), first, 'the link opens the same feature elsewhere')
  await other.context.close()

  await page.goBack()
  await page.waitForSelector('[data-test=identify]', { state: 'detached' })
  await page.goForward()
  await page.waitForSelector('[data-test=identify] .one.on')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.waitForSelector('[data-test=identify]', { state: 'detached' })
  equal((await api(page, '/api/identify?lon=100&lat=10')).body.layers.filter((l) => l.answer === 'CLEAR').length, 0, 'outside the city nothing is clear')
}
