/** Runs every scenario, or those named on the command line, against CUNTU_URL: "ok …" or "not ok …", one line each. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { open, shot, window_ } from './browser.mjs'

const folder = fileURLToPath(new URL('./scenarios', import.meta.url))
const wanted = process.argv.slice(2)
const names = readdirSync(folder).filter((f) => f.endsWith('.mjs')).map((f) => f.slice(0, -4)).sort()
  .filter((n) => wanted.length === 0 || wanted.some((w) => n.includes(w)))

const OPENING = 30_000
const TRIES = 3
const SCENARIO = 150_000

/** What a promise gives, or an error when it takes too long. */
function within(ms, what, promise) {
  let timer
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`${what}: not within ${ms} ms`)), ms) })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

/** A browser and a window for one scenario. A browser that does not come up is left and another one is started. */
async function start(size) {
  for (let attempt = 1; ; attempt += 1) {
    let browser
    try {
      browser = await within(OPENING, 'the browser', open())
      return { browser, view: await within(OPENING, 'a window', window_(browser, size)) }
    } catch (error) {
      browser?.close().catch(() => {})
      if (attempt === TRIES) throw error
      console.error(`${error.message}; another browser is started`)
    }
  }
}

/** One scenario in a browser of its own; what went wrong, or null. */
async function once(name, scenario) {
  let opened
  let wrong = null
  try {
    opened = await start(scenario.size)
    const { view } = opened
    await within(SCENARIO, name, scenario.run(view))
    if (view.strangers.length > 0) throw new Error(`asked other hosts: ${view.strangers.slice(0, 3).join(' ')}`)
    if (view.errors.length > 0) throw new Error(`errors in the page: ${view.errors.slice(0, 3).join(' | ')}`)
  } catch (error) {
    wrong = String(error.message ?? error).split('\n').slice(0, 4).join(' ')
    if (opened !== undefined) await within(OPENING, 'the picture', shot(opened.view.page, `failed-${name}`)).catch(() => {})
  }
  await within(OPENING, 'closing', opened?.browser.close() ?? Promise.resolve()).catch(() => {})
  return wrong
}

let failed = 0
for (const name of names) {
  const scenario = await import(`./scenarios/${name}.mjs`)
  const begun = Date.now()
  const wrong = await once(name, scenario)
  if (wrong !== null) failed += 1
  console.log(`${wrong === null ? 'ok' : 'not ok'} ${name} ${scenario.about}${wrong === null ? '' : `: ${wrong}`} (${Date.now() - begun} ms)`)
}
process.exit(failed === 0 && names.length > 0 ? 0 : 1)
