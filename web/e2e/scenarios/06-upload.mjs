import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { api, check, clear, equal, shot, signIn, verdict } from '../browser.mjs'
import { gbk, NO_PLOTS, plotTxt, shapefileZip } from '../files.mjs'

export const about = 'plot TXT in GBK and a zipped shapefile are judged, an unnamed system is asked for, a broken file is refused with its code'

const ROBUST = fileURLToPath(new URL('../../../testdata/robust/', import.meta.url))
/** One of each family of faults; that each file has its code is the server's own test. */
const BROKEN = ['figure-eight.txt', 'gap-too-long.txt', 'neither-encoding.txt', 'damaged.zip', 'bomb.zip', 'two-shapefiles.zip', 'cut-short.geojson', 'drawing.dxf', 'random.bin', 'empty.txt']

const give = (page, name, buffer) => page.setInputFiles('[data-test=file]', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) })
const named = (page, name) => page.waitForFunction((n) => document.querySelector('[data-test=panel]')?.innerText.includes(n), name)
const corners = async (page) => {
  await page.click('#tab-corners')
  return page.locator('[data-test=drawer] tbody').innerText()
}

export async function run({ page }) {
  await signIn(page)
  await page.waitForSelector('[data-test=map] canvas')

  await give(page, '地块一.txt', gbk(plotTxt('莲塘村地块')))
  await named(page, '地块一.txt')
  await verdict(page)
  check((await corners(page)).includes('莲塘村地块'), 'the plot has its name')
  await shot(page, 'upload-txt-zh')
  const txtArea = await page.locator('[data-test=legal-area]').getAttribute('data-m2')
  const hash = await page.locator('[data-test=conclusion]').getAttribute('data-hash')
  await page.click('[data-test=store]')
  const id = (await page.locator('[data-test=stored-link]').getAttribute('href')).split('/').pop()
  equal((await api(page, `/api/reviews/${id}`)).body.canonicalHash, hash, 'what was shown of the file is what is stored')

  const square = (x, y) => [[x, y], [x, y + 0.002], [x + 0.002, y + 0.002], [x + 0.002, y], [x, y]]
  await give(page, 'plots.zip', shapefileZip([{ name: '东地块', ring: square(109.418, 24.324) }, { name: '西地块', ring: square(109.414, 24.324) }]))
  await named(page, 'plots.zip')
  await verdict(page)
  const rows = await corners(page)
  check(rows.includes('东地块') && rows.includes('西地块'), `both plots have their names: ${rows.slice(0, 200)}`)
  await shot(page, 'upload-shapefile-zh')

  await give(page, 'no-zone.txt', plotTxt('未写带号', { zone: '' }))
  await page.waitForSelector('[data-test=crs-question] select')
  await shot(page, 'upload-asks-zh')
  await page.selectOption('#crs', 'EPSG:4545')
  await page.click('[data-test=crs-question] button[type=submit]')
  await page.waitForSelector('[data-test=crs-question]', { state: 'detached' })
  await named(page, 'no-zone.txt')
  await verdict(page)
  equal(await page.locator('[data-test=legal-area]').getAttribute('data-m2'), txtArea, 'the same plot, whether the file or the user named the zone')

  await give(page, 'broken.txt', NO_PLOTS)
  await page.waitForSelector('[data-test=panel-problem] [data-code="format.txt.no-plot-section"]')
  check((await page.locator('[data-test=panel-problem]').innerText()).includes('broken.txt'), 'it says which file')
  await shot(page, 'upload-bad-zh')
  const codes = new Map(readFileSync(`${ROBUST}expected.csv`, 'utf8').trim().split('\n').map((line) => line.split(',')))
  for (const name of BROKEN) {
    await give(page, name, readFileSync(ROBUST + name))
    // a drawing is GDAL's to read, or, where that is not installed, to miss
    const expected = name.endsWith('.dxf') ? ['format.gdal-failed', 'format.gdal-missing'] : [codes.get(name)]
    await page.waitForSelector(expected.map((code) => `[data-test=panel-problem] [data-code="${code}"]`).join(', '))
  }
  await shot(page, 'upload-refused-zh')

  const carried = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }))
    return data
  }, plotTxt('拖入地块'))
  await page.dispatchEvent('#main', 'drop', { dataTransfer: carried })
  await named(page, 'dropped.txt')
  await verdict(page)
  await clear(page)
}
