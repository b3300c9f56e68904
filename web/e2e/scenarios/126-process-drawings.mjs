import { api, check, equal, shot } from '../browser.mjs'
import { as } from '../citizen.mjs'
import { draft } from '../preexamination.mjs'

export const about = 'the drawings of all matters: in both languages, and no word lies on a step or on another word'
export const size = { width: 1366, height: 768 }

const MATTERS = { 'rural-house': 'natural', 'plan-conditions': 'legal', 'site-preexamination': 'legal', 'land-use-permit': 'legal', 'project-pack': 'legal' }

/** Words of the drawing that lie on one another, or words of flows that lie on a node. */
function overlaps() {
  // the letters alone: the line that they stand in is higher than they are
  const letters = (e) => { const r = e.getBoundingClientRect(); const cut = e.tagName === 'text' ? r.height * 0.14 : 0; return { left: r.left, right: r.right, top: r.top + cut, bottom: r.bottom - cut } }
  const box = (e) => ({ r: letters(e), what: e.textContent?.trim() || e.getAttribute('data-node') || e.parentElement?.getAttribute('data-node') || '' })
  const meet = (a, b) => Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left) > 1 && Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top) > 2
  const words = [...document.querySelectorAll('.bpmn text')].map(box)
  const flows = [...document.querySelectorAll('.bpmn .edge text, .bpmn .below')].map(box)
  const nodes = [...document.querySelectorAll('.bpmn .node > rect:not(.halo), .bpmn .node > circle')].map(box)
  const found = []
  for (const [i, a] of words.entries()) for (const b of words.slice(i + 1)) if (meet(a, b)) found.push(`${a.what} on ${b.what}`)
  for (const a of flows) for (const b of nodes) if (meet(a, b)) found.push(`${a.what} on the step ${b.what}`)
  return found
}

export async function run({ page }) {
  const wrong = []
  for (const [matter, kind] of Object.entries(MATTERS)) {
    await as(page, 'nongxiaotang', '/cases')
    const { id } = await draft(page, matter, kind)
    for (const lang of ['zh', 'en']) {
      await as(page, 'nongxiaotang', `/cases/${id}`, lang)
      await page.waitForSelector('[data-test=process] .node')
      check(await page.locator('.bpmn .node').count() > 5, `${matter} is drawn`)
      if (lang === 'en') equal((await page.locator('.bpmn text').allTextContents()).filter((word) => /[\u4e00-\u9fff]/.test(word)).join(' '), '', `${matter}: Chinese in the English drawing`)
      wrong.push(...(await page.evaluate(overlaps)).map((each) => `${matter} ${lang}: ${each}`))
      await shot(page, `drawing-${matter}-${lang}`)
    }
    await api(page, `/api/cases/${id}/discard`, {})
  }
  equal(wrong.join(' | '), '', 'words that lie on something')
}
