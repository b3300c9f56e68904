/** A browser that may speak to one origin only, and what the scenarios share. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

export const URL_ = (process.env.CUNTU_URL ?? 'http://127.0.0.1:8090').replace(/\/$/, '')
export const USER = process.env.CUNTU_USER ?? 'qinyutong'
export const PASSWORD = process.env.CUNTU_PASSWORD ?? 'demo-password-1'
const SHOTS = process.env.SHOTS
const PATIENCE = Number(process.env.CUNTU_PATIENCE ?? 15000)

const ARGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export async function open() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: ARGS })
}

/** A window of its own; every request that does not go to the origin is stopped and remembered. */
export async function window_(browser, { width = 1440, height = 900, phone = false } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: phone ? 2 : 1, hasTouch: phone, locale: 'zh-CN', timezoneId: 'UTC' })
  const strangers = []
  const errors = []
  await context.route('**/*', (route) => {
    const url = route.request().url()
    if (url.startsWith(URL_) || url.startsWith('data:') || url.startsWith('blob:')) return route.continue()
    strangers.push(url)
    return route.abort()
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) errors.push(message.text())
  })
  return { context, page, strangers, errors }
}

export async function signIn(page, path = '/') {
  await page.goto(`${URL_}/sign-in?to=${encodeURIComponent(path)}`)
  await page.fill('#user', USER)
  await page.fill('#password', PASSWORD)
  await page.click('button[type=submit]')
  await page.waitForSelector('main:not(.sign-in)')
}

/** Waits until the map has drawn what it has and asks for nothing more. */
export async function settled(page) {
  if (await page.locator('[data-test=map]').count()) await page.waitForSelector('[data-test=map][data-drawn=true]').catch(() => {})
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

/** Clears the desk of whatever site lies on it. */
export async function clear(page) {
  const button = page.locator('[data-test=panel] footer .btn:not(.p):not(.only)')
  if (await button.count()) await button.first().click()
}

/** A closed polygon by mouse around the middle of the map; fractions of the map's size. */
export async function drawByMouse(page, corners = [[0.4, 0.35], [0.6, 0.38], [0.62, 0.62], [0.42, 0.6]]) {
  await page.click('[data-test=draw]')
  const box = await page.locator('[data-test=map]').boundingBox()
  const at = ([x, y]) => [box.x + box.width * x, box.y + box.height * y]
  for (const corner of corners.slice(0, -1)) {
    const [x, y] = at(corner)
    await page.mouse.move(x, y, { steps: 4 })
    await page.mouse.click(x, y)
    await page.waitForFunction(() => new Promise((done) => setTimeout(() => done(true), 300)))
  }
  const [x, y] = at(corners[corners.length - 1])
  await page.mouse.move(x, y, { steps: 4 })
  await page.mouse.dblclick(x, y)
  /** Where a corner is now, relative to the map's middle, which stays when the map's height changes. */
  return async (i) => {
    const now = await page.locator('[data-test=map]').boundingBox()
    return [now.x + now.width / 2 + (corners[i][0] - 0.5) * box.width, now.y + now.height / 2 + (corners[i][1] - 0.5) * box.height]
  }
}

export async function verdict(page) {
  const found = page.locator('[data-test=conclusion]')
  await found.waitFor()
  await page.waitForFunction(() => document.querySelector('[data-test=live]') !== null)
  return found.getAttribute('data-conclusion')
}
