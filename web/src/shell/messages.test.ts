import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import en from './messages/en.json'
import zh from './messages/zh.json'

type Tree = { [key: string]: string | Tree }

function flat(tree: Tree, prefix = ''): Map<string, string> {
  const all = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') all.set(prefix + key, value)
    else for (const [k, v] of flat(value, `${prefix}${key}.`)) all.set(k, v)
  }
  return all
}

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path) : [path]
  })
}

const [inZh, inEn] = [flat(zh), flat(en)]
const sources = files('src').filter((f) => /\.(vue|ts)$/.test(f) && !f.endsWith('.test.ts'))
const templates = sources.filter((f) => f.endsWith('.vue')).map((f) => ({ f, text: /<template>[\s\S]*<\/template>/.exec(readFileSync(f, 'utf8'))?.[0] ?? '' }))

describe('the messages', () => {
  it('hold the same keys in both languages', () => {
    expect([...inZh.keys()].sort()).toEqual([...inEn.keys()].sort())
  })

  it('name the same figures in both languages', () => {
    const names = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
    for (const [key, text] of inZh) expect([key, names(inEn.get(key) ?? '')]).toEqual([key, names(text)])
  })

  it('are Chinese in no English sentence', () => {
    const mixed = [...inEn].filter(([key, text]) => /[\u4e00-\u9fff]/.test(text) && !key.startsWith('lang.'))
    expect(mixed).toEqual([])
  })

  it('have every key that the sources ask for by name', () => {
    const asked = sources.flatMap((f) => [...readFileSync(f, 'utf8').matchAll(/\bt\('([\w.-]+)'/g)].map((m) => m[1] ?? ''))
    expect(asked.length).toBeGreaterThan(100)
    expect([...new Set(asked)].filter((key) => !inZh.has(key))).toEqual([])
  })
})

describe('the templates', () => {
  it('hold no Chinese', () => {
    expect(templates.filter(({ text }) => /[\u4e00-\u9fff]/.test(text)).map(({ f }) => f)).toEqual([])
  })

  it('hold no words outside the message files', () => {
    const words = templates.flatMap(({ f, text }) => {
      const inText = [...text.replace(/\{\{[\s\S]*?\}\}/g, '').matchAll(/(?<=[^=\-]>)[^<>]*[A-Za-z]{2,}[^<>]*(?=<)/g)].map((m) => m[0].trim())
      const inAttributes = [...text.matchAll(/\s(?:aria-label|title|placeholder|alt)="([^"]*)"/g)].map((m) => m[1] ?? '')
      return [...inText, ...inAttributes].filter((w) => w !== '').map((w) => `${f}: ${w}`)
    })
    expect(words).toEqual([])
  })
})
