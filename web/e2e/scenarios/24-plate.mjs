import { barriers, check, equal, fits, sample, shot, signIn, VIEWER, AUDITOR, window_ } from '../browser.mjs'

export const about = 'the plate states its scale truly, names layers, sources, system and maker; one page on paper; who may not print has no tool'

export async function run({ page, context }) {
  await signIn(page, { to: '/?c=109.41,24.33&z=14' })
  await sample(page, '04-boundary')
  await page.evaluate(() => { globalThis.print = () => { globalThis.printed = true } })
  await page.locator('[data-test=map]').focus()
  await page.keyboard.press('o')
  await page.waitForSelector('[data-test=plate][data-ready=true]')
  await page.selectOption('[data-test=plate-scale]', '10000')
  await page.waitForSelector('[data-test=plate][data-ready=false]', { timeout: 2000 }).catch(() => null)
  await page.waitForSelector('[data-test=plate][data-ready=true]')
  await page.click('[data-test=plate-print]')
  await page.waitForFunction(() => globalThis.printed === true)
  const sheet = await page.locator('[data-test=sheet]').innerText()
  for (const word of ['1 : 10 000', '图例', '永久基本农田', '数据来源', '高斯-克吕格', '无审图号', '覃雨桐', '演示数据']) check(sheet.includes(word), `the sheet says ${word}`)
  const colours = await page.evaluate(async () => {
    const image = document.querySelector('[data-test=sheet] img')
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const c = canvas.getContext('2d')
    c.drawImage(image, 0, 0)
    const { data } = c.getImageData(0, 0, canvas.width, canvas.height)
    const seen = new Set()
    for (let i = 0; i < data.length; i += 4 * 97) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2])
    return { seen: seen.size, width: image.naturalWidth }
  })
  check(colours.seen > 20 && colours.width > 1500, `the map is painted at the density of print: ${JSON.stringify(colours)}`)
  check((await barriers(page, 'plate')).length === 0, (await barriers(page, 'plate')).join(' | '))
  await shot(page, 'desk-plate-zh')
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const text = pdf.toString('latin1')
  equal((text.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length, 1, 'one page')
  const box = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(text)
  check(Math.abs(Number(box?.[1]) - 841.9) < 2 && Math.abs(Number(box?.[2]) - 595.3) < 2, `A4 landscape: ${box?.[0]}`)
  await page.click('[data-test=plate-close]')
  await page.waitForSelector('[data-test=plate]', { state: 'detached' })

  const english = await window_(context.browser(), { width: 1366, height: 768 })
  await signIn(english.page, { user: VIEWER, lang: 'en', to: '/?c=109.41,24.33&z=14&p=plate' })
  await english.page.waitForSelector('[data-test=plate][data-ready=true]')
  await fits(english.page, 'the plate on a laptop')
  await shot(english.page, 'desk-plate-en')
  await english.context.close()

  const auditor = await window_(context.browser())
  await signIn(auditor.page, { user: AUDITOR, to: '/?p=plate' })
  await auditor.page.waitForSelector('[data-test=matters]')
  equal(await auditor.page.locator('[data-test=print-tool], [data-test=plate]').count(), 0, 'who may not print has no tool')
  await auditor.context.close()
}
