import { check, settled, shot, signIn } from '../browser.mjs'

export const about = 'the map paints its layers around the town, identifies a patch, hides a layer, keeps its place in the address'

/** How many colours the map's canvases hold: a blank map has one or none. */
const colours = (page) => page.evaluate(() => {
  const seen = new Set()
  for (const canvas of document.querySelectorAll('[data-test=map] canvas')) {
    const c = canvas.getContext('2d')
    if (c === null || canvas.width === 0) continue
    const { data } = c.getImageData(0, 0, canvas.width, canvas.height)
    for (let i = 0; i < data.length; i += 4 * 97) if (data[i + 3] > 200) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2])
  }
  return seen.size
})

export async function run({ page }) {
  const tiles = []
  page.on('response', (r) => r.url().includes('/api/tiles/') && tiles.push(r.status()))
  await signIn(page)
  await page.waitForSelector('[data-layer=DLTB]', { state: 'attached' })
  await settled(page)
  check(tiles.some((s) => s === 200), 'at least one tile came')
  check(tiles.every((s) => s < 400), `no tile failed: ${tiles.filter((s) => s >= 400)}`)
  const full = await colours(page)
  check(full >= 10, `the map shows the classes of its patches (${full} colours)`)
  check((await page.locator('[data-test=status]').innerText()).includes('无审图号'), 'the strip says that there is no approval number')
  await shot(page, 'desk-empty-zh')

  await page.keyboard.press('i')
  const box = await page.locator('[data-test=map]').boundingBox()
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await page.waitForSelector('[data-test=identify] dl div')
  check((await page.locator('[data-test=identify]').innerText()).includes('地类图斑'), 'the patch under the pointer is among what was found')
  await shot(page, 'desk-identify-zh')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.waitForSelector('[data-test=identify]', { state: 'detached' })

  await page.click('button[aria-label="放大"]')
  await page.waitForFunction(() => location.search.includes('z='))
  const before = new URL(page.url()).searchParams
  check(before.get('c')?.includes(',') && before.get('layers')?.includes('DLTB'), 'the address says where')
  await page.reload()
  await page.waitForSelector('[data-layer=DLTB]', { state: 'attached' })
  await settled(page)
  const painted = await colours(page)
  await page.locator('[data-layer=DLTB]').evaluate((e) => e.click())
  await page.waitForFunction(() => !new URL(location.href).searchParams.get('layers')?.includes('DLTB'))
  await settled(page)
  const without = await colours(page)
  check(/1 : [1-9]/.test(await page.locator('[data-test=status]').innerText()), 'the map says its scale')
  check(without < painted, `without its patches the map holds fewer colours: ${painted} → ${without}`)
}
