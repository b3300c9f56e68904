import { check, equal, shot, signIn, URL_, verdict } from '../browser.mjs'
import { area, corners, goTo, pixelOf, ready, rested } from '../site.mjs'

export const about = 'a plot is split, merged, gets a hole and loses it, plots are named; what cannot be is said in words'

/** 0.003° by 0.002°, in the middle of the view. */
const [W, S, E, N] = [109.419, 24.3252, 109.422, 24.3272]

async function line(page, points, finish = 'Enter') {
  for (const [lon, lat] of points) {
    const at = await pixelOf(page, lon, lat)
    await page.mouse.move(...at, { steps: 3 })
    await page.mouse.click(...at)
    await page.waitForTimeout(320)
  }
  await page.keyboard.press(finish)
}
const plots = async (page) => new Set((await corners(page)).map((c) => c.key.split('.')[0])).size

export async function run({ page }) {
  await signIn(page)
  await goTo(page, URL_, 109.4205, 24.3262, 16)
  await page.keyboard.press('r')
  await page.fill('[data-test=typed-lines]', [[W, S], [E, S], [E, N], [W, N]].map((p) => p.join(', ')).join('\n'))
  await page.click('[data-test=typed-take]')
  await verdict(page)
  const whole = await area(page)
  check(Math.abs(whole - 67490) < 400, `0.003° by 0.002°: ${whole} m²`)
  await corners(page)
  await rested(page)
  await page.keyboard.press('c')

  await page.keyboard.press('x')
  await line(page, [[W - 0.0004, 24.326], [109.4204, 24.3261]])
  await page.waitForSelector('[data-test=trouble]')
  check((await page.locator('[data-test=trouble]').innerText()).includes('穿到另一条边'), 'a line that ends inside splits nothing, and says why')
  await line(page, [[109.4204, N + 0.0003], [109.4206, S - 0.0003]])
  await page.waitForFunction(() => document.querySelectorAll('[data-test=plot-chip]').length === 2)
  await ready(page)
  equal(await plots(page), 2, 'the line makes two plots')
  check(Math.abs((await area(page)) - whole) < 0.05, 'which are together what the one was')
  await shot(page, 'site-split-zh')

  await page.locator('[data-test=plot-chip]').nth(1).click()
  await page.fill('[data-test=plot-name]', '东块')
  await page.keyboard.press('Tab')
  await page.selectOption('[data-test=plot-use]', '0701')
  await ready(page)
  check((await page.locator('[data-test=plot-chip]').nth(1).innerText()).includes('东块'), 'the plot has its name')
  await shot(page, 'site-plots-zh')

  await page.evaluate(() => document.activeElement?.blur())
  await page.keyboard.press('b')
  await page.waitForFunction(() => document.querySelectorAll('[data-test=plot-chip]').length === 1)
  await ready(page)
  check(Math.abs((await area(page)) - whole) < 0.05, 'merged it is the whole again')

  await page.keyboard.press('h')
  await line(page, [[109.4196, 24.3258], [109.4196, 24.3264], [109.4202, 24.3264], [109.4202, 24.3258]])
  await page.waitForFunction(() => [...document.querySelectorAll('[data-test=corners] tbody tr')].some((r) => r.cells[2].textContent.trim() === '2'))
  await ready(page)
  const holed = await area(page)
  check(whole - holed > 3900 && whole - holed < 4200, `the hole of 0.0006° squared is taken off: ${whole - holed} m²`)
  await shot(page, 'site-hole-zh')
  await page.locator('[data-test=corners] tbody tr').last().locator('td').nth(3).click()
  await page.click('[data-test=drop-hole]')
  await ready(page)
  check(Math.abs((await area(page)) - whole) < 0.05, 'filled it is the whole again')

  await page.keyboard.press('Escape')
  await page.evaluate(() => document.activeElement?.blur())
  await page.keyboard.press('v')
  await page.waitForSelector('[data-test=tool-move][aria-pressed=true]')
  const before = await corners(page)
  const middle = await pixelOf(page, 109.4205, 24.3262)
  await page.mouse.move(...middle)
  await page.mouse.down()
  await page.mouse.move(middle[0] + 60, middle[1] - 30, { steps: 6 })
  await page.mouse.up()
  await ready(page)
  const after = await corners(page)
  check(after.every((c, i) => c.lon > before[i].lon && c.lat > before[i].lat), 'every corner moved with the whole')
}
