import { barriers, check, equal, shot, signIn, URL_, verdict } from '../browser.mjs'
import { area, corners, goTo, ready } from '../site.mjs'

export const about = 'corners are pasted from a sheet, a zone that cannot be told is asked, wrong rows say why, the table is edited like a sheet'

const SHEET = '点号\tX\tY\nJ1\t2692000\t642000\nJ2\t2692000\t642200\nJ3\t2691900\t642200\nJ4\t2691900\t642000'

export async function run({ page }) {
  await signIn(page)
  await goTo(page, URL_, 109.4205, 24.3262, 15)
  await page.keyboard.press('r')
  await page.fill('[data-test=typed-lines]', `${SHEET}\n甲乙\n2691900`)
  const told = await page.locator('[data-test=typed-faults]').innerText()
  check(told.includes('第 6 行') && told.includes('第 7 行'), `wrong rows are told by their number: ${told}`)
  check(await page.locator('[data-test=typed-take]').isDisabled(), 'nothing is taken while a row is wrong')
  await shot(page, 'site-typed-zh')
  const found = await barriers(page, 'the dialog of typed corners')
  await page.fill('[data-test=typed-lines]', SHEET)
  equal(await page.locator('[data-test=typed-system] option').count(), 4, 'the question, and every zone of the city')
  check(await page.locator('[data-test=typed-take]').isDisabled(), 'no zone is taken unasked')
  await page.selectOption('[data-test=typed-system]', 'EPSG:4545')
  await page.click('[data-test=typed-take]')
  await verdict(page)
  const first = await area(page)
  check(Math.abs(first - 20000) < 30, `200 m by 100 m in the plane: ${first} m²`)

  const rows = await corners(page)
  equal(rows.map((r) => `${r.x.toFixed(3)} ${r.y.toFixed(3)}`).join(), '2692000.000 36642000.000,2692000.000 36642200.000,2691900.000 36642200.000,2691900.000 36642000.000', 'the table gives back what was typed')
  await page.locator('[data-corner="0.0.0.1"] [data-cell=y]').click()
  await page.keyboard.press('Enter')
  await page.keyboard.type('9')
  await page.keyboard.press('Enter')
  check((await page.locator('[data-test=corners] [role=alert]').innerText()).includes('3° 带 36'), 'a figure that is not in the zone is told in words')
  await shot(page, 'site-table-fault-zh')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await page.keyboard.type('36642300')
  await page.keyboard.press('Enter')
  await page.waitForFunction((a) => Number(document.querySelector('[data-test=legal-area]')?.dataset.m2) !== a, first)
  await ready(page)
  check(Math.abs((await area(page)) - 25000) < 40, `the corner 100 m further east: ${await area(page)} m²`)
  found.push(...(await barriers(page, 'the table of corners')))
  check(found.length === 0, `axe finds nothing serious: ${found.join(' | ')}`)
  await page.keyboard.press('n')
  await page.waitForFunction(() => document.querySelectorAll('[data-test=corners] tbody tr').length === 5)
  await page.keyboard.press('Delete')
  await page.waitForFunction(() => document.querySelectorAll('[data-test=corners] tbody tr').length === 4)
  for (let i = 0; i < 3; i++) await page.click('[data-test=undo]')
  await page.waitForFunction((a) => Number(document.querySelector('[data-test=legal-area]')?.dataset.m2) === a, first)

  await page.selectOption('[data-test=table-system]', 'EPSG:4546')
  check((await corners(page))[0].y < 400_000, 'the table shows another zone, without its number')
}
