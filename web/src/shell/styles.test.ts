import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((f) => join('src', f))
const vue = files.filter((f) => f.endsWith('.vue')).map((path) => ({ path, text: readFileSync(path, 'utf8') }))

/** Classes that begin a selector of a component's style, of one kind; how a page is printed is left out. */
function leading(text: string, scoped: boolean): Set<string> {
  const blocks = [...text.matchAll(/<style( scoped)?>([\s\S]*?)<\/style>/g)].filter((b) => (b[1] !== undefined) === scoped).map((b) => b[2] ?? '')
  const selectors = blocks.flatMap((css) => [...css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@media print \{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '').matchAll(/([^{}]+)\{/g)].flatMap((m) => (m[1] ?? '').split(',')))
  return new Set(selectors.flatMap((s) => /^\s*\.([a-z][\w-]*)/.exec(s)?.[1] ?? []))
}

describe('styles', () => {
  it('a class that one component styles for everybody is no other component’s own', () => {
    const own = vue.flatMap(({ path, text }) => [...leading(text, true)].map((name) => ({ path, name })))
    const clashes = vue.flatMap(({ path, text }) => [...leading(text, false)].flatMap((name) => own.filter((o) => o.name === name && o.path !== path).map((o) => `.${name}: ${path} and ${o.path}`)))

    expect(clashes).toEqual([])
  })
})
