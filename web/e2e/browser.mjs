/** A browser that may speak to one origin only, and what the scenarios share. */
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

export const URL_ = (process.env.CUNTU_URL ?? 'http://127.0.0.1:8090').replace(/\/$/, '')
/** The demo's accounts by what they may do; one password for all. */
export const REVIEWER = process.env.CUNTU_USER ?? 'qinyutong'
export const VIEWER = 'weijianing'
export const AUDITOR = 'huangzichun'
export const PASSWORD = process.env.CUNTU_PASSWORD ?? 'demo-password-1'
const SHOTS = process.env.SHOTS
const PATIENCE = Number(process.env.CUNTU_PATIENCE ?? 20000)

const ARGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']

export async function open() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: ARGS })
}

/**
 * A window of its own; every request that does not go to the origin is stopped and remembered, and so is every error of
 * the page, of its content security policy among them. Each request of a watched window waits for the watcher's word, so that
 * a stopwatch takes one that is not.
 */
export async function window_(browser, { width = 1440, height = 900, phone = false, tour = false, watched = true } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: phone ? 2 : 1, hasTouch: phone, locale: 'zh-CN', timezoneId: 'UTC' })
  const strangers = []
  const errors = []
  if (watched) await context.route('**/*', (route) => {
    const url = route.request().url()
    if (url.startsWith(URL_) || url.startsWith('data:') || url.startsWith('blob:')) return route.continue()
    strangers.push(url)
    return route.abort()
  })
  // the tour of the first visit is a scenario of its own
  if (!tour) await context.addInitScript(() => localStorage.setItem('cuntu.tour', '["*"]'))
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) errors.push(message.text())
  })
  return { context, page, strangers, errors }
}

export async function signIn(page, { user = REVIEWER, to = '/', lang = 'zh' } = {}) {
  await page.goto(`${URL_}/sign-in?lang=${lang}&to=${encodeURIComponent(to)}`)
  await page.fill('#user', user)
  await page.fill('#password', PASSWORD)
  await page.click('button[type=submit]')
  await page.waitForSelector('main:not(.sign-in)')
}

/** Waits until the map has drawn what it has and asks for nothing more. */
export async function settled(page) {
  if (await page.locator('[data-test=map]').count()) await page.waitForSelector('[data-test=map][data-drawn=true]')
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

export async function shot(page, name) {
  if (SHOTS === undefined) return
  mkdirSync(SHOTS, { recursive: true })
  await settled(page)
  await page.screenshot({ path: join(SHOTS, `${name}.png`) })
}

export function check(holds, sentence) {
  if (!holds) throw new Error(sentence)
}

export function equal(actual, expected, what) {
  check(actual === expected, `${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`)
}

/** Asks the API from within the page, with its session and its protection against forged requests. */
export async function api(page, path, json, lang = 'zh') {
  return page.evaluate(
    async ([p, body, language]) => {
      const token = document.cookie.split('; ').find((c) => c.startsWith('XSRF-TOKEN='))?.slice(11)
      const headers = { 'Accept-Language': language, Accept: 'application/json' }
      if (body !== null) Object.assign(headers, { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token ?? '') })
      const response = await fetch(p, { method: body === null ? 'GET' : 'POST', headers, body: body === null ? undefined : JSON.stringify(body) })
      return { status: response.status, type: response.headers.get('Content-Type'), body: await response.json().catch(() => null) }
    },
    [path, json ?? null, lang],
  )
}

/** Puts a sample site on the desk and waits for its verdict. */
export async function sample(page, id) {
  await page.click(`[data-test=showcase] [data-sample="${id}"]`)
  return verdict(page)
}

/** Clears the desk of whatever site lies on it. */
export async function clear(page) {
  await page.click('[data-test=empty-desk]')
  await page.waitForSelector('[data-test=showcase] button')
}

const CORNERS = [[0.4, 0.35], [0.6, 0.38], [0.62, 0.62], [0.42, 0.6]]

/**
 * A closed polygon by mouse around the middle of the map; corners are fractions of the map's size. The last corner is
 * clicked twice, which finishes the site; from the third on the hand waits for the sketch's verdict. Answers where a corner is now: the map's middle stays when its height changes.
 */
export async function drawByMouse(page, corners = CORNERS) {
  await page.click('[data-test=draw]')
  const box = await page.locator('[data-test=map]').boundingBox()
  for (const corner of [...corners, corners[corners.length - 1]]) {
    const [x, y] = corner
    const at = [box.x + box.width * x, box.y + box.height * y]
    await page.mouse.move(...at, { steps: 4 })
    if (corners.indexOf(corner) >= 2) await page.waitForSelector('[data-test=conclusion]')
    equal((await page.locator('[data-test=map]').boundingBox()).height, box.height, 'the map does not move under the pen: its height')
    await page.mouse.click(...at)
  }
  return async (i) => {
    const now = await page.locator('[data-test=map]').boundingBox()
    return [now.x + now.width / 2 + (corners[i][0] - 0.5) * box.width, now.y + now.height / 2 + (corners[i][1] - 0.5) * box.height]
  }
}

/** The conclusion that the panel shows, once it is that of the site as it lies there. */
export async function verdict(page) {
  await page.waitForSelector('[data-test=panel][aria-busy=false] [data-test=conclusion]', { state: 'attached' })
  await page.waitForSelector('[data-test=live]', { state: 'attached' })
  return page.locator('[data-test=conclusion]').getAttribute('data-conclusion')
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds serious or critical on the screen as it stands. */
export async function barriers(page, where) {
  await page.evaluate(AXE)
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
  return found.violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => `${where}: ${v.id} ${v.nodes.slice(0, 3).map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`).join(' ; ')}`)
}

/** Words that do not fit their box, among those that must never be cut. */
export async function cutWords(page) {
  return page.evaluate(() => [...document.querySelectorAll('button.btn, .tag, .seg button, .tb, .sum .s, h1, h2, h3')]
    .filter((e) => e.offsetParent !== null && e.clientWidth > 0 && !e.classList.contains('vh') && (e.scrollWidth > e.clientWidth + 1 || e.getBoundingClientRect().right > innerWidth + 1))
    .map((e) => e.textContent?.trim() ?? ''))
}

export async function fits(page, where) {
  const { wide, window } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, window: innerWidth }))
  check(wide <= window, `${where} is wider than its window: ${wide} of ${window}`)
  const cut = await cutWords(page)
  check(cut.length === 0, `${where}: words are cut: ${cut.join(' | ')}`)
}
