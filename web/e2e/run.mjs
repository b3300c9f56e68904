/** Runs every scenario, or those named on the command line, against CUNTU_URL: "ok …" or "not ok …", one line each. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { open, shot, window_ } from './browser.mjs'

const folder = fileURLToPath(new URL('./scenarios', import.meta.url))
const wanted = process.argv.slice(2)
const names = readdirSync(folder).filter((f) => f.endsWith('.mjs')).map((f) => f.slice(0, -4)).sort()
  .filter((n) => wanted.length === 0 || wanted.some((w) => n.includes(w)))

let failed = 0
const browser = await open()
for (const name of names) {
  const scenario = await import(`./scenarios/${name}.mjs`)
  const view = await window_(browser, scenario.size)
  const start = Date.now()
  const line = `${name} ${scenario.about}`
  try {
    await scenario.run(view)
    if (view.strangers.length > 0) throw new Error(`asked other hosts: ${view.strangers.slice(0, 3).join(' ')}`)
    if (view.errors.length > 0) throw new Error(`errors in the page: ${view.errors.slice(0, 3).join(' | ')}`)
    console.log(`ok ${line} (${Date.now() - start} ms)`)
  } catch (error) {
    failed += 1
    console.log(`not ok ${line}: ${String(error.message ?? error).split('\n').slice(0, 4).join(' ')}`)
    await shot(view.page, `failed-${name}`).catch(() => {})
  }
  await view.context.close()
}
await browser.close()
process.exit(failed === 0 && names.length > 0 ? 0 : 1)
