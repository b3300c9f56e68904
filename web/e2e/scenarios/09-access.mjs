import { barriers, check, equal, fits, sample, shot, signIn, URL_, window_ } from '../browser.mjs'
import { NO_PLOTS, plotTxt } from '../files.mjs'

export const about = 'axe-core finds nothing serious, nothing is cut and nothing wider than its window on any screen in either language'

const SIZES = [{ name: '1440', width: 1440, height: 900 }, { name: 'phone', width: 390, height: 844, phone: true }]

/** Each screen once, in the order in which one meets them. */
async function walk(page, size, lang, see) {
  const phone = size.phone === true
  const sheet = async (name) => phone && page.click(`[data-sheet=${name}]`)
  await page.goto(`${URL_}/sign-in?lang=${lang}`)
  await page.waitForSelector('#password')
  await see('sign-in')
  await signIn(page, { lang })
  await page.waitForSelector('[data-layer=DLTB]', { state: 'attached' })
  await see('desk')
  await page.click('[data-test=user]')
  await page.waitForSelector('[data-test=sign-out]')
  await see('menu')
  await page.keyboard.press('Escape')
  await page.waitForSelector('[data-test=sign-out]', { state: 'detached' })
  if (phone) {
    await sheet('layers')
    await page.click('[data-legend=DLTB]')
    await page.waitForSelector('[data-test=legend] li')
    await see('layers')
    await sheet('verdict')
  }
  await page.setInputFiles('[data-test=file]', { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(NO_PLOTS) })
  await page.waitForSelector('[data-test=panel-problem]')
  await see('refused')
  await page.setInputFiles('[data-test=file]', { name: 'b.txt', mimeType: 'text/plain', buffer: Buffer.from(plotTxt('a', { zone: '' })) })
  await page.waitForSelector('[data-test=crs-question]')
  await see('asks')
  await page.click('[data-test=crs-question] button:not([type=submit])')
  await sample(page, '02-farmland')
  await page.click('[data-test=clear]')
  await page.locator('[data-test=figure]').first().click()
  await page.waitForSelector('[data-test=source]')
  await see('verdict')
  await page.click('[data-test=edit-project]')
  await see('project')
  if (phone) {
    await sheet('tables')
    await page.waitForSelector('[data-test=adds-up]')
    await see('tables')
    await sheet('verdict')
  }
  await page.click('[data-test=store]')
  await page.waitForSelector('[data-test=stored-link]')
  await see('stored')
  await page.click('[data-test=stored-link]')
  await page.waitForSelector('[data-test=stored-review]')
  await page.click('[data-test=replay]')
  await page.waitForSelector('[data-test=replay-same]')
  await see('review')
  await page.click('nav a[href="/reviews"]')
  await page.waitForSelector('[data-test=reviews]')
  await see('reviews')
  await page.goto(`${URL_}/nowhere`)
  await page.waitForSelector('main')
  await see('nowhere')
}

export async function run({ context }) {
  const all = []
  for (const size of SIZES) {
    for (const lang of ['zh', 'en']) {
      const view = await window_(context.browser(), size)
      const seen = []
      await walk(view.page, size, lang, async (screen) => {
        const where = `${screen} ${size.name} ${lang}`
        seen.push(screen)
        all.push(...(await barriers(view.page, where)))
        await fits(view.page, where)
        await shot(view.page, `screen-${size.name}-${screen}-${lang}`)
      })
      equal(seen.length, size.phone ? 13 : 11, 'screens seen')
      check(view.strangers.length === 0 && view.errors.length === 0, `${size.name} ${lang}: ${[...view.strangers, ...view.errors]}`)
      await view.context.close()
    }
  }
  check(all.length === 0, all.join(' || '))
}
