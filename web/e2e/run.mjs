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
/** So many scenarios have one browser, one after another. */
const SERVES = 10

/** What a promise gives, or an error when it takes too long. */
function within(ms, what, promise) {
  let timer
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`${what}: not within ${ms} ms`)), ms) })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

let browser
let served = 0

async function leave() {
  const old = browser
  browser = undefined
  await within(OPENING, 'closing', old?.close() ?? Promise.resolve()).catch(() => {})
}

/**
 * A window for one scenario, in a context of its own: nothing of an earlier one is in it. One browser serves some scenarios, for its
 * start takes as long as many of them; one that does not come up is left and another one is started.
 */
async function start(size) {
  if (served >= SERVES || browser?.isConnected() === false) await leave()
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (browser === undefined) {
        browser = await within(OPENING, 'the browser', open())
        served = 0
      }
      served += 1
      return await within(OPENING, 'a window', window_(browser, size))
    } catch (error) {
      await leave()
      if (attempt === TRIES) throw error
      console.error(`${error.message}; another browser is started`)
    }
  }
}

/** One scenario; what went wrong, or null. */
async function once(name, scenario) {
  let view
  let wrong = null
  try {
    view = await start(scenario.size)
    await within(SCENARIO, name, scenario.run(view))
    if (view.strangers.length > 0) throw new Error(`asked other hosts: ${view.strangers.slice(0, 3).join(' ')}`)
    if (view.errors.length > 0) throw new Error(`errors in the page: ${view.errors.slice(0, 3).join(' | ')}`)
  } catch (error) {
    wrong = String(error.message ?? error).split('\n').slice(0, 4).join(' ')
    if (view !== undefined) await within(OPENING, 'the picture', shot(view.page, `failed-${name}`)).catch(() => {})
    await leave()
  }
  // what a scenario opened besides goes with it
  await within(OPENING, 'closing', Promise.all((browser?.contexts() ?? []).map((context) => context.close()))).catch(leave)
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
await leave()
process.exit(failed === 0 && names.length > 0 ? 0 : 1)
