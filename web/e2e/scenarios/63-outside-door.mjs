import { barriers, check, equal, fits, shot, URL_ } from '../browser.mjs'

export const about = 'the door to an outside provider stands where one is trusted, keeps the way, and says why somebody came back'

export async function run({ page }) {
  await page.goto(`${URL_}/sign-in?lang=zh`)
  await page.waitForSelector('#password')
  equal(await page.locator('[data-test=outside]').count(), 0, 'where nobody is trusted there is no door')

  await page.route('**/api/open-id', (route) => route.fulfill({ json: { set: true, name: '桂政通（演示）' } }))
  const started = []
  await page.route('**/api/open-id/start?*', (route) => {
    started.push(new URL(route.request().url()).searchParams.get('to'))
    return route.fulfill({ status: 302, headers: { Location: '/sign-in?outside=cancelled' } })
  })
  await page.goto(`${URL_}/sign-in?to=${encodeURIComponent('/reviews')}`)
  await page.waitForSelector('[data-test=outside]')
  check((await page.locator('[data-test=outside]').innerText()).includes('桂政通'), 'the door is called as the setting calls it')
  equal((await barriers(page, 'outside door')).join(), '', 'axe-core')
  await fits(page, 'outside door')
  await shot(page, 'outside-door-zh')
  await page.click('[data-test=outside]')
  await page.waitForSelector('[data-test=outside-why]')
  equal(started.join(), '/reviews', 'where somebody was going goes with them')
  await page.click('[data-test=lang]')
  for (const why of ['stale', 'unreachable', 'untrusted', 'unknown-person']) {
    await page.goto(`${URL_}/sign-in?outside=${why}`)
    await page.waitForSelector('[data-test=outside-why]')
    await fits(page, `outside door, ${why}`)
  }
  await shot(page, 'outside-why-en')
  await page.goto(`${URL_}/sign-in?outside=<script>`)
  await page.waitForSelector('#password')
  equal(await page.locator('[data-test=outside-why]').count(), 0, 'a reason that nobody knows is not said')
}
