import { barriers, check, equal, fits, shot, URL_ } from '../browser.mjs'

export const about = 'an empty home asks for its three administrators: a wrong code is refused by the server, the passwords are shown once'

export async function run({ page }) {
  // the page of a home without accounts; what the server answers to the form is its own word, since this home has some
  let asked = false
  await page.route('**/api/session', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), setup: !asked } })
  })
  await page.goto(`${URL_}/sign-in?lang=zh`)
  await page.waitForSelector('[data-test=setup]')
  check(await page.evaluate(() => document.activeElement?.id === 'setup-code'), 'the code is where one begins to type')
  equal((await barriers(page, 'first persons')).join(), '', 'axe-core')
  await fits(page, 'first persons')
  await shot(page, 'setup-zh')
  await page.fill('#setup-code', 'AAAAA-AAAAA-AAAAA-AAAAA')
  const fields = page.locator('[data-test=setup] fieldset input')
  const given = ['甲', 'setup-one', '乙', 'setup-two', '丙', 'setup-three']
  for (const [i, text] of given.entries()) await fields.nth(i).fill(text)
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=problem][data-code="identity.setup-code"]')

  const sent = []
  await page.route('**/api/setup', async (route) => {
    sent.push(route.request().postDataJSON())
    const made = ['system-admin', 'security-admin', 'audit-admin'].map((role, i) => ({ id: given[2 * i + 1], name: given[2 * i], role, password: `One-time-${i}-only` }))
    await route.fulfill({ json: made })
  })
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=setup-made]')
  equal(sent[0].persons.map((p) => p.id).join(), 'setup-one,setup-two,setup-three', 'the three as they were typed')
  const words = await page.locator('[data-test=setup-made]').innerText()
  for (let i = 0; i < 3; i += 1) check(words.includes(`One-time-${i}-only`), 'every password is shown')
  await shot(page, 'setup-made-zh')
  asked = true
  await page.click('[data-test=setup-made] button')
  await page.waitForSelector('#password')
  check(!(await page.content()).includes('One-time-'), 'and not a second time')
}
