import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { barriers, check, clear, equal, sample, shot, signIn, URL_, verdict } from '../browser.mjs'
import { area, ready, keptSince } from '../site.mjs'

export const about = 'a draft is kept, renamed, opened; of two windows the second is told; a reload loses nothing; what is exported comes in again'

async function keep(page) {
  await page.keyboard.press('Control+s')
  await page.waitForSelector('[data-test=drafts][open]')
}

async function openDraft(page, name) {
  await page.click('[data-test=open-drafts]')
  await page.click(`[data-draft="${name}"]`)
  await ready(page)
}

export async function run({ page, context }) {
  const name = `柳东草稿 ${Date.now() % 100000}`
  await signIn(page)
  await page.waitForSelector('[data-test=showcase] button')
  await sample(page, '02-farmland')
  const whole = await area(page)
  await keep(page)
  await page.fill('[data-test=draft-name]', name)
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => /已保存/.test(document.querySelector('[data-test=draft-state]')?.textContent ?? ''))
  await shot(page, 'site-draft-zh')
  const found = await barriers(page, 'the desk with a draft')
  await clear(page)
  await openDraft(page, name)
  equal(await area(page), whole, 'the draft is the site that was kept')

  const second = await context.newPage()
  await second.goto(URL_)
  await second.waitForSelector('[data-test=open-drafts]')
  await openDraft(second, name)
  for (const window of [page, second]) {
    await window.keyboard.press('e')
    await window.keyboard.press('Shift+ArrowUp')
    await window.waitForFunction(() => /未保存/.test(document.querySelector('[data-test=draft-state]')?.textContent ?? ''))
  }
  await keep(page)
  await page.click('[data-test=draft-save]')
  await page.waitForFunction(() => /已保存/.test(document.querySelector('[data-test=draft-state]')?.textContent ?? ''))
  await keep(second)
  await second.click('[data-test=draft-save]')
  await second.waitForSelector('[data-test=draft-problem]')
  check((await second.locator('[data-test=draft-problem]').innerText()).includes('从另一窗口保存'), 'the second window is told')
  await shot(second, 'site-draft-two-windows-zh')
  await second.fill('[data-test=draft-name]', `${name} 乙`)
  await second.click('[data-test=draft-copy]')
  await second.waitForFunction(() => /已保存/.test(document.querySelector('[data-test=draft-state]')?.textContent ?? ''))
  await second.close()

  const before = await page.evaluate(() => Date.now())
  await page.keyboard.press('e')
  await page.keyboard.press('Shift+ArrowUp')
  await ready(page)
  await keptSince(page, before)
  const worked = await area(page)
  await page.goto(URL_)
  await page.waitForSelector('[data-test=restore]')
  await shot(page, 'site-restore-zh')
  await page.locator('[data-test=restore-take]').first().click()
  await verdict(page)
  equal(await area(page), worked, 'after a reload nothing is lost')

  await page.click('[data-test=export]')
  await page.waitForSelector('[data-test=export-dialog][open]')
  const [txt] = await Promise.all([page.waitForEvent('download'), page.click('[data-test=export-take]')])
  check(/\.txt$/.test(txt.suggestedFilename()) && /[一-鿿]/.test(txt.suggestedFilename()), `a Chinese name: ${txt.suggestedFilename()}`)
  const bytes = readFileSync(await txt.path())
  await clear(page)
  await page.setInputFiles('[data-test=file]', { name: txt.suggestedFilename(), mimeType: 'text/plain', buffer: bytes })
  await verdict(page)
  check(Math.abs((await area(page)) - worked) < 0.5, `the TXT comes in with its area: ${await area(page)} of ${worked}`)
  const inZone = await area(page)
  const [again] = await Promise.all([page.waitForEvent('download'), (async () => { await page.click('[data-test=export]'); await page.click('[data-test=export-take]') })()])
  check(readFileSync(await again.path()).equals(bytes), 'and goes out again as the same bytes')

  found.push(...(await barriers(page, 'the desk')))
  check(found.length === 0, `axe finds nothing serious: ${found.join(' | ')}`)
  await page.click('[data-test=export]')
  await page.check('[data-format=shapefile]')
  const [zip] = await Promise.all([page.waitForEvent('download'), page.click('[data-test=export-take]')])
  await clear(page)
  // the parts of the shapefile loose, as they lie in a surveyor's folder
  const parts = Object.entries(unzipSync(new Uint8Array(readFileSync(await zip.path()))))
  await page.setInputFiles('[data-test=file]', parts.map(([part, content]) => ({ name: part, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })))
  await verdict(page)
  check(Math.abs((await area(page)) - inZone) < 0.02, `the loose parts of the shapefile too: ${await area(page)} of ${inZone}`)

  await page.click('[data-test=keep-draft]')
  await page.waitForSelector('[data-test=draft-list]')
  for (const mine of [`${name} 乙`, name]) {
    const line = page.locator('[data-test=draft-list] li').filter({ has: page.locator(`[data-draft="${mine}"]`) })
    if (mine === name) {
      await line.locator('[data-test=draft-rename]').click()
      await page.fill('[data-test=draft-rename-field]', `${name} 终`)
      await page.keyboard.press('Enter')
      await page.waitForSelector(`[data-draft="${name} 终"]`)
    }
    const last = page.locator('[data-test=draft-list] li').filter({ has: page.locator(`[data-draft="${mine === name ? `${name} 终` : mine}"]`) })
    await last.locator('[data-test=draft-remove]').click()
    await last.locator('[data-test=draft-remove]').click()
    await last.waitFor({ state: 'detached' })
  }
}
