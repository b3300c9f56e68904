import { check, fits, sample, shot, signIn, window_ } from '../browser.mjs'

export const about = 'the desk with a verdict fits a laptop in both languages and keeps the whole site in view'

export async function run({ context }) {
  for (const lang of ['zh', 'en']) {
    const { page, ...view } = await window_(context.browser(), { width: 1366, height: 768 })
    await signIn(page, { lang })
    await sample(page, '04-boundary')
    await page.waitForSelector('[data-test=adds-up]')
    await fits(page, `laptop ${lang}`)
    await shot(page, `laptop-desk-${lang}`)
    const panel = await page.locator('[data-test=panel]').boundingBox()
    check(panel.y + panel.height <= 768, 'the panel ends with the window')
    check(await page.locator('[data-test=store]').isVisible(), 'the main button is in view')
    check(view.strangers.length === 0 && view.errors.length === 0, `${lang}: ${[...view.strangers, ...view.errors]}`)
    await view.context.close()
  }
}
