import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { clear, drawByMouse, sample, settled, signIn, verdict } from '../browser.mjs'
import { shapefileZip } from '../files.mjs'
import { begin, done, plotsFile } from '../plots.mjs'

export const about = 'the five tasks of the manual can be done as written; with MANUAL set their pictures are taken anew'
export const size = { width: 1366, height: 768 }

const FOLDER = process.env.MANUAL

/** A picture of the manual: docs/images/tasks/<language>/<task>.jpg. */
async function picture(page, lang, task) {
  await settled(page)
  if (FOLDER === undefined) return
  mkdirSync(join(FOLDER, lang), { recursive: true })
  await page.screenshot({ path: join(FOLDER, lang, `${task}.jpg`), type: 'jpeg', quality: 72 })
}

const RING = [[109.4, 24.31], [109.401, 24.3125], [109.4035, 24.312], [109.403, 24.3095], [109.4, 24.31]]

export async function run({ page }) {
  for (const lang of ['zh', 'en']) {
    if (lang === 'zh') await signIn(page)
    else await page.click('[data-test=lang]')
    await page.waitForSelector('[data-test=map][data-drawn=true]')
    await page.setInputFiles('[data-test=file]', { name: 'survey.zip', mimeType: 'application/zip', buffer: shapefileZip([{ name: '装备厂房', ring: RING }]) })
    await verdict(page)
    await picture(page, lang, 'survey-to-report')
    await clear(page)
    await sample(page, '02-farmland')
    await page.hover('[data-test=finding][data-rule=permanent-farmland]')
    await picture(page, lang, 'clear-conflict')
    if (lang === 'zh') {
      await clear(page)
      await drawByMouse(page)
      await verdict(page)
    }
    await clear(page)
    await sample(page, '15-two-years')
    await page.click('[data-test=store]')
    await page.click('[data-test=stored-link]')
    await page.click('[data-test=compare]')
    await page.fill('#c-as-of', '2024-06-30')
    await page.keyboard.press('Tab')
    await page.click('[data-test=compare-go]')
    await page.waitForSelector('[data-test=comparison]')
    await picture(page, lang, 'two-years')
    await page.click('nav a[href="/batches"]')
    await page.waitForSelector('[data-test=batch-form]')
    await begin(page, 'plots.geojson', plotsFile(320, [9]))
    await done(page)
    await page.click('[data-test=batch-table] tbody tr[data-position="2"]')
    await page.click('[data-test=batch-as-map]')
    await picture(page, lang, 'batch')
    await page.click('.to-desk')
    await clear(page)
    await page.fill('[data-test=search]', '109.41, 24.33')
    await page.keyboard.press('Enter')
    await page.locator('[data-test=map]').focus()
    await page.keyboard.press('i')
    const box = await page.locator('[data-test=map]').boundingBox()
    await settled(page)
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await page.waitForSelector('[data-test=identify]')
    await picture(page, lang, 'place')
    await page.keyboard.press('Escape')
  }
}
