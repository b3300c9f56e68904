import { check, shot, signIn, verdict } from '../browser.mjs'

const head = (zone) => `[属性描述]\n格式版本号=1.01\n坐标系=2000国家大地坐标系\n几度分带=3\n投影类型=高斯克吕格\n计量单位=米\n${zone}精度=0.001\n转换参数=,,,,,,\n`
const plot = (prefix) => `[地块坐标]\n5,1.1306,1,地块一,面,,工业用地,,@\nJ1,1,2689231.438,${prefix}642129.727\nJ2,1,2689331.438,${prefix}642149.727\nJ3,1,2689301.112,${prefix}642266.305\nJ4,1,2689211.905,${prefix}642240.118\nJ1,1,2689231.438,${prefix}642129.727\n`
const give = (page, name, text) => page.setInputFiles('[data-test=file]', { name, mimeType: 'text/plain', buffer: Buffer.from(text) })

/** A file without its section is refused with words; one without a zone is asked about; a good TXT gives its verdict. */
export async function run({ page }) {
  await signIn(page)
  await page.waitForSelector('[data-test=map] canvas')
  await give(page, 'broken.txt', head('带号=36\n'))
  await page.waitForSelector('[data-test=panel-problem] [data-test=problem]')
  const words = await page.locator('[data-test=panel-problem]').innerText()
  check(words.length > 20 && /format\./.test(words), `the error says what and its code: ${words}`)
  await shot(page, 'upload-bad-zh')

  await give(page, 'no-zone.txt', head('') + plot(''))
  await page.waitForSelector('[data-test=crs-question] select')
  await shot(page, 'upload-asks-zh')
  await page.selectOption('#crs', 'EPSG:4545')
  await page.click('[data-test=crs-question] button[type=submit]')
  await page.waitForSelector('[data-test=crs-question]', { state: 'detached' })
  await verdict(page)

  await give(page, '地块一.txt', head('带号=36\n') + plot('36'))
  await page.waitForFunction(() => document.body.innerText.includes('地块一.txt'))
  await verdict(page)
  await shot(page, 'upload-good-zh')
  await page.click('[data-test=store]')
  await page.waitForSelector('[data-test=stored]')

  const carried = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }))
    return data
  }, head('带号=36\n') + plot('36'))
  await page.dispatchEvent('#main', 'drop', { dataTransfer: carried })
  await page.waitForFunction(() => document.body.innerText.includes('dropped.txt'))
  await verdict(page)
}
