import { check, equal, PASSWORD, REVIEWER, shot, URL_ } from '../browser.mjs'

export const about = 'a wrong password is told so and keeps the name, the right one leads to the map, signing out leads back'

export async function run({ page }) {
  await page.goto(URL_)
  await page.waitForSelector('#password')
  await shot(page, 'sign-in-zh')
  await page.click('button[type=submit]')
  await page.waitForSelector('.hint.bad')
  await page.fill('#user', REVIEWER)
  await page.fill('#password', `${PASSWORD}-wrong`)
  await page.click('button[type=submit]')
  await page.waitForSelector('[data-code="identity.sign-in"]')
  equal(await page.inputValue('#user'), REVIEWER, 'the name stays')
  await shot(page, 'sign-in-wrong-zh')
  await page.fill('#password', PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=map]')
  await page.click('[data-test=user]')
  check((await page.locator('.menu').innerText()).includes(REVIEWER), 'the menu says who is signed in')
  await page.click('[data-test=sign-out]')
  await page.waitForSelector('#password')
  await page.waitForURL('**/sign-in**')
  const gone = await page.evaluate(async () => (await (await fetch('/api/session')).json()).user)
  equal(gone ?? null, null, 'the session is gone')
}
