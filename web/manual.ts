/** Makes modules of the manual's pages: Markdown is rendered when the page is built, and raw HTML in it stays text. */
import { basename } from 'node:path'
import MarkdownIt from 'markdown-it'
import type { Plugin } from 'vite'

/** What stands for an image until its address is known. */
const IMAGE = (n: number): string => `\u0001${n}\u0001`

export function render(source: string): { title: string; html: string; text: string; images: string[] } {
  const images: string[] = []
  const markdown = new MarkdownIt({ html: false })
  const tokens = markdown.parse(source, {})
  for (const token of tokens) {
    // The page's security policy knows no styles in elements.
    const style = token.attrGet('style')
    if (style !== null) token.attrs = [['class', style.replace('text-align:', 'to-')]]
    for (const inner of token.children ?? []) {
      if (inner.type === 'image') inner.attrSet('src', IMAGE(images.push(inner.attrGet('src') ?? '') - 1))
      const href = inner.type === 'link_open' ? inner.attrGet('href') : null
      if (href !== null && /^[\w./-]+\.md$/.test(href)) {
        inner.attrSet('data-page', href)
        inner.attrSet('href', `#${basename(href, '.md')}`)
      }
    }
  }
  const heading = tokens.findIndex((token) => token.type === 'heading_open' && token.tag === 'h1')
  const title = tokens[heading + 1]?.content ?? ''
  const body = [...tokens.slice(0, heading), ...tokens.slice(heading + 3)]
  const html = markdown.renderer.render(body, markdown.options, {})
  const text = body.flatMap((token) => token.children?.map((inner) => inner.content) ?? (token.type === 'fence' ? [token.content] : [])).join(' ').replace(/\s+/g, ' ')
  return { title, html, text, images }
}

export function manual(): Plugin {
  return {
    name: 'manual',
    enforce: 'pre',
    transform(source, id) {
      if (!id.endsWith('.md')) return null
      const { title, html, text, images } = render(source)
      const imports = images.map((image, n) => `import image${n} from ${JSON.stringify(image)}`)
      const parts = JSON.stringify(html).split('\\u0001').map((part, i) => (i % 2 === 1 ? `" + image${part} + "` : part))
      return { code: [...imports, `export const title = ${JSON.stringify(title)}`, `export const html = ${parts.join('')}`, `export const text = ${JSON.stringify(text)}`].join('\n'), map: null }
    },
  }
}
