import { check, equal, sample, shot, signIn } from '../browser.mjs'

export const about = 'a fact that is asked for and a document that is stated change the finding; a tick proves nothing; an example is tried with the document'

/** A document that proves what the flood line asks for. */
async function state(page) {
  await page.fill('[data-test=paper-number]', '柳水评〔2026〕12号')
  await page.fill('#pd-flood-impact-assessment', '2026-10-08')
  await page.keyboard.press('Tab')
  await page.fill('[data-test=paper-issuer]', '示例评价机构')
  await page.selectOption('[data-test=paper-level]', 'agency')
}

export async function run({ page }) {
  await signIn(page)
  await sample(page, '08-flood')
  const flood = '[data-test=finding][data-rule=flood-line]'
  await page.waitForSelector(`${flood}[data-verdict=CONDITIONAL]`)
  await page.click(`${flood} [data-test=paper-flood-impact-assessment]`)
  await state(page)
  await shot(page, 'paper-form-zh')
  await page.click('[data-test=paper-state]')
  await page.waitForSelector(`${flood}[data-verdict=PASS]`)
  check((await page.locator(flood).innerText()).includes('柳水评〔2026〕12号'), 'the finding names the document')
  await shot(page, 'paper-proved-zh')
  await page.click(`${flood} [data-test=rule-link]`)
  await page.waitForSelector('[data-test=rule][data-rule=flood-line]')
  equal(new URL(page.url()).pathname, '/rules/flood-line', 'the card leads to its rule')
  // the same document in the trial of an example, where nothing is kept
  const examples = await page.locator('[data-test=example]').evaluateAll((all) => all.map((e) => e.querySelector('.tag')?.textContent?.trim()))
  await page.locator('[data-test=try-example]').nth(examples.indexOf('有条件符合')).click()
  await page.click('[data-test=try-go]')
  await page.waitForSelector('[data-test=tried]:text-is("有条件符合")')
  await page.click('[data-test=try-paper-flood-impact-assessment]')
  await state(page)
  await page.click('[data-test=paper-state]')
  await page.waitForSelector('[data-test=paper-form]', { state: 'detached' })
  await page.click('[data-test=try-go]')
  await page.waitForSelector('[data-test=tried]:text-is("符合")')
  await shot(page, 'paper-tried-zh')
}
