/** What the scenarios of the site share: its corners as the table has them, and the map's pixels of a place. */
import { api, settled } from './browser.mjs'

export const ready = (page) => page.waitForSelector('[data-test=panel][aria-busy=false] [data-test=conclusion]', { state: 'attached' })

/** The corners of the table: name, X, Y, longitude, latitude. */
export async function corners(page) {
  if ((await page.locator('#tab-corners').getAttribute('aria-selected')) !== 'true') await page.click('#tab-corners')
  await page.waitForSelector('[data-test=corners]')
  return page.locator('[data-test=corners] tbody tr').evaluateAll((rows) => rows.map((r) => {
    const [plot, name, ring, x, y, lon, lat] = [...r.cells].map((c) => c.textContent.trim())
    return { key: r.dataset.corner, plot, name, ring, x: Number(x), y: Number(y), lon: Number(lon), lat: Number(lat) }
  }))
}

/** Waits until the map has come to rest: twelve frames at one place and size, and all painted. */
export async function rested(page) {
  await page.evaluate(() => new Promise((done) => {
    const map = document.querySelector('[data-test=map]')
    let was = ''
    let frames = 0
    const look = () => {
      const now = `${map.dataset.center} ${map.dataset.zoom} ${map.clientWidth} ${map.clientHeight}`
      frames = now === was ? frames + 1 : 0
      was = now
      if (frames >= 12) done()
      else requestAnimationFrame(look)
    }
    look()
  }))
  await settled(page)
}

/** Waits until the browser has kept what was done after a moment of the page's clock. */
export async function keptSince(page, moment) {
  await page.waitForFunction((since) => new Promise((done) => {
    const ask = indexedDB.open('cuntu', 1)
    ask.onerror = () => done(false)
    ask.onsuccess = () => {
      const all = ask.result.transaction('work').objectStore('work').getAll()
      all.onsuccess = () => {
        ask.result.close()
        done(all.result.some((saved) => saved.at >= since))
      }
    }
  }), moment)
}

/** Where a place is on the screen, by the map's middle and zoom. */
export async function pixelOf(page, lon, lat) {
  const box = await page.locator('[data-test=map]').boundingBox()
  const { center, zoom } = await page.locator('[data-test=map]').evaluate((map) => ({ ...map.dataset }))
  const [clon, clat] = center.split(',').map(Number)
  const resolution = 360 / 256 / 2 ** Number(zoom)
  return [box.x + box.width / 2 + (lon - clon) / resolution, box.y + box.height / 2 - (lat - clat) / resolution]
}

/** Opens the map at a place; the address then says where it is. */
export async function goTo(page, base, lon, lat, zoom) {
  await page.goto(`${base}/?c=${lon},${lat}&z=${zoom}`)
  await page.waitForSelector('[data-test=map] canvas')
  await settled(page)
}

/** A boundary's corner of a layer near a place, exact, from the snapshot itself. */
export async function exactCorner(page, layer, lon, lat, by = 0.003) {
  const { layers } = (await api(page, '/api/layers')).body
  const { hash } = layers.find((l) => l.code === layer).snapshot
  const edges = (await api(page, `/api/snap?box=${lon - by},${lat - by},${lon + by},${lat + by}&layers=${layer}:${hash}`)).body
  const points = edges.layers[0].lines.flatMap((line) => line.flatMap((v, i) => (i % 2 === 0 ? [[v, line[i + 1]]] : [])))
  return points.filter(([x, y]) => Math.abs(x - lon) < by && Math.abs(y - lat) < by)
}

export const area = async (page) => Number(await page.locator('[data-test=legal-area]').getAttribute('data-m2'))

/** Types lines into the dialog and takes them. */
export async function typeSite(page, lines, crs) {
  await page.click('[data-test=typing], [data-test=typing-table]')
  await page.fill('[data-test=typed-lines]', lines.join('\n'))
  if (crs !== undefined) await page.selectOption('[data-test=typed-system]', crs)
  await page.click('[data-test=typed-take]')
  await page.waitForSelector('[data-test=typed]:not([open])', { state: 'attached' })
}
