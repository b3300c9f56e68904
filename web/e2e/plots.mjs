/** A file of plots about the town: GeoJSON in EPSG:4490, made the same each time; the bad ones cross themselves. */
export function plotsFile(count, bad = []) {
  let state = 7
  const chance = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const feature = (n) => {
    const [x, y, r] = [109.38 + 0.08 * chance(), 24.28 + 0.08 * chance(), 0.0004 + 0.0008 * chance()]
    const ring = [0, 1, 2, 3, 4, 5].map((k) => [x + r * Math.cos((k * Math.PI) / 3), y + r * Math.sin((k * Math.PI) / 3)].map((v) => Number(v.toFixed(9))))
    if (bad.includes(n)) [ring[1], ring[3]] = [ring[3], ring[1]]
    return { type: 'Feature', properties: { DKBH: `2026-${String(n).padStart(4, '0')}`, DKMC: `地块${n}` }, geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] } }
  }
  const features = Array.from({ length: count }, (_, i) => feature(i + 1))
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'EPSG:4490' } }, features }))
}

/** Begins a batch from the page's form; answers its number. */
export async function begin(page, name, buffer) {
  await page.setInputFiles('[data-test=batch-file]', { name, mimeType: 'application/octet-stream', buffer })
  await page.click('[data-test=batch-go]')
  await page.waitForURL('**/batches/b-*')
  return page.url().split('/').pop()
}

export async function done(page) {
  await page.waitForSelector('[data-test=batch-head][data-state=DONE]', { timeout: 90_000 })
  await page.waitForSelector('[data-test=batch-table] tbody tr[data-position]')
}
