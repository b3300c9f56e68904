import { barriers, equal, settled, shot, signIn } from '../browser.mjs'

export const about = 'the coverage leads to the villages that miss; a table with a wrong row is not taken; a right one is, by another person'

async function as(page, user, to) {
  await page.context().clearCookies()
  await signIn(page, { user, to })
}
const HEADS = '村代码,村庄类型,应编,状态,批准文号,批准日期\n'
const table = (rows) => ({ name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(HEADS + rows) })

export async function run({ page }) {
  await signIn(page, { user: 'oumingke', to: '/plans/villages' })
  await page.waitForSelector('[data-test=coverage] .tot')
  const count = (cells, n) => cells.reduce((sum, text) => sum + Number(text[n]), 0)
  const read = () => page.$$eval('[data-test=coverage] tbody tr', (rows) => rows.map((r) => [...r.children].map((c) => c.textContent.trim())))
  const cells = await read()
  for (const n of [1, 2, 3, 4]) equal(count(cells.slice(0, -1), n), Number(cells.at(-1)[n]), `column ${n}`)
  await settled(page)
  await shot(page, 'villages-zh')
  equal((await barriers(page, 'villages')).join(' | '), '', 'barriers')

  await page.click('[data-test=coverage] [data-division="450206"] button')
  await page.waitForSelector('[data-test=coverage] [data-division^="450206"]')
  const code = await page.getAttribute('[data-test=villages] tbody tr', 'data-code')
  equal(code.slice(0, 6), '450206', 'a village of the county')

  await page.click('[data-test=upload]')
  await page.setInputFiles('[data-test=v-table]', table(`${code},集聚提升,是,已批,演示村规〔2026〕1号（虚构）,2026-10-01\n${code},城堡,是,在编,,\n`))
  await page.fill('[data-test=v-reason]', '年度更新')
  await page.click('[data-test=v-go]')
  await page.waitForSelector('[data-test=rows-wrong] li')
  await shot(page, 'villages-wrong-row-zh')
  await page.setInputFiles('[data-test=v-table]', table(`${code},集聚提升,是,已批,演示村规〔2026〕1号（虚构）,2026-10-01\n`))
  await page.click('[data-test=v-go]')
  await page.waitForSelector('[data-test=pending]')

  await as(page, 'tangjingxing', `/plans/villages?village=${code}&in=450206&show=all`)
  await page.click('[data-test=decide]')
  await page.click('[data-test=approve]')
  await page.waitForSelector(`[data-test=villages] [data-code="${code}"] .tag.ok`)
  await page.waitForSelector('[data-test=village]')
  await settled(page)
  await shot(page, 'village-zh')
}
