import { check, equal, PASSWORD, shot, URL_, USER } from '../browser.mjs'

/** A wrong password is told so and keeps the name; the right one leads to the map; signing out leads back. */
export async function run({ page }) {
  await page.goto(URL_)
  await page.waitForSelector('#password')
  await shot(page, 'sign-in-zh')
  await page.click('button[type=submit]')
  await page.waitForSelector('.hint.bad')
  await page.fill('#user', USER)
  await page.fill('#password', `${PASSWORD}-wrong`)
  await page.click('button[type=submit]')
  await page.waitForSelector('[data-test=problem]')
  equal(await page.inputValue('#user'), USER, 'the name stays')
  check((await page.locator('[data-test=problem]').innerText()).length > 10, 'the problem has words')
  await shot(page, 'sign-in-wrong-zh')
  await page.fill('#password', PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=map]')
  await page.click('[data-test=user]')
  await page.click('[data-test=sign-out]')
  await page.waitForSelector('#password')
  const gone = await page.evaluate(async () => (await (await fetch('/api/session')).json()).user)
  equal(gone ?? null, null, 'the session is gone')
}
