import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { render } from '../../manual'
import { follow, hasPage, open, pageOf, pages, search } from './manual'

const LANGUAGES = ['zh', 'en']
const routes = [...readFileSync('src/shell/router.ts', 'utf8').matchAll(/name: '([\w-]+)'/g)].map((found) => found[1] ?? '')
/** Screens that need no page of their own. */
const WITHOUT = ['sign-in', 'nowhere']
/** Pages that belong to other screens and come with them. */
const COMING = ['desk']

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)]))
}

describe('the manual', () => {
  it('has a page for each screen in both languages', () => {
    for (const route of routes.filter((name) => !WITHOUT.includes(name)))
      for (const lang of LANGUAGES) {
        expect([route, hasPage(route)]).toEqual([route, true])
        const page = pageOf(route, lang)
        expect([route, lang, page !== 'index' || route === 'desk']).toEqual([route, lang, true])
      }
  })

  it('has the same pages in both languages', () => {
    expect([...pages('zh')].sort()).toEqual([...pages('en')].sort())
  })

  it('leads from each link to a page', async () => {
    for (const lang of LANGUAGES)
      for (const name of pages(lang)) {
        const html = (await open(lang, name))?.html ?? ''
        for (const [, link] of html.matchAll(/data-page="([^"]+)"/g)) {
          const to = follow(name, link ?? '')
          expect([lang, name, to, pages(lang).includes(to) || COMING.includes(to)]).toEqual([lang, name, to, true])
        }
      }
  })

  it('shows each picture that it names', () => {
    for (const file of files('../docs/manual').filter((path) => path.endsWith('.md')))
      for (const image of render(readFileSync(file, 'utf8')).images) expect([image, statSync(join(file, '..', image)).size > 1000]).toEqual([image, true])
  })

  it('leaves raw HTML as text', () => {
    expect(render('# A\n\n<script>alert(1)</script> <b>x</b>').html).not.toMatch(/<script|<b>/)
  })

  it('is searched by all words, titles first', async () => {
    const all = await Promise.all(pages('zh').map(async (name) => ({ name, page: (await open('zh', name)) ?? { title: '', html: '', text: '' } })))
    expect(search(all, '批量')[0]?.title).toContain('批量')
    expect(search(all, '没有这样的词')).toEqual([])
  })

  it('follows links from page to page', () => {
    expect(follow('tasks/batch', '../report.md')).toBe('report')
    expect(follow('index', 'tasks/batch.md')).toBe('tasks/batch')
  })
})
