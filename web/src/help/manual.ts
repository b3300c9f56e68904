/** The pages of the manual in both languages, each fetched when it is wanted. */
export interface Page {
  title: string
  html: string
  text: string
}

const FOLDER = '../../../docs/manual/'
const files = import.meta.glob<Page>('../../../docs/manual/**/*.md')

/** Names of pages in a language, such as `batch` or `tasks/batch`. */
export function pages(lang: string): string[] {
  const folder = `${FOLDER}${lang}/`
  return Object.keys(files).filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length, -3))
}

export async function open(lang: string, name: string): Promise<Page | null> {
  return (await files[`${FOLDER}${lang}/${name}.md`]?.()) ?? null
}

/** The page of each screen: the first of these that the manual has. */
const OF_ROUTE: Record<string, string[]> = {
  desk: ['desk'],
  reviews: ['reviews'],
  review: ['reviews'],
  cases: ['cases'],
  'new-case': ['cases'],
  case: ['cases'],
  'case-candidates': ['cases'],
  'case-visits': ['cases'],
  permits: ['permits'],
  permit: ['permits'],
  'survey-results': ['permits'],
  supervision: ['supervision'],
  operations: ['operations'],
  backups: ['backups'],
  batches: ['batch'],
  batch: ['batch'],
  submissions: ['submission'],
  submission: ['submission'],
  'new-submission': ['submission'],
  'sector-plans': ['plan-lists'],
  'sector-plan': ['plan-lists'],
  'village-plans': ['plan-lists'],
  'main-functions': ['plan-lists'],
  lines: ['lines'],
  line: ['lines'],
  stakes: ['lines'],
  proposal: ['lines'],
  'new-proposal': ['lines'],
  'change-proposal': ['lines'],
  'plan-results': ['plans'],
  'plan-result': ['plans'],
  'new-plan-result': ['plans'],
  'amend-plan': ['plans'],
  'change-plan': ['plans'],
  compare: ['compare'],
  'versions-compared': ['compare'],
  rules: ['rules'],
  rule: ['rules'],
  conversion: ['conversion', 'rules'],
  place: ['dossier'],
  feature: ['dossier'],
  burdens: ['burdens', 'dossier'],
  portal: ['portal'],
  'portal-matter': ['portal'],
  'portal-apply': ['portal'],
  'portal-mine': ['portal'],
  'portal-case': ['portal'],
  'portal-check': ['portal'],
  'portal-windows': ['portal'],
  'portal-seen': ['portal'],
  ratings: ['portal'],
  verify: ['report'],
  me: ['account'],
  certificates: ['people'],
  people: ['people'],
  person: ['people'],
  roles: ['people'],
  'sign-in': ['account'],
  dossier: ['dossier'],
  search: ['search'],
  clients: ['machine-clients'],
  client: ['machine-clients'],
  log: ['proof-log'],
  catalogue: ['catalogue'],
  'catalogue-entry': ['catalogue'],
  freshness: ['catalogue'],
  collection: ['catalogue'],
  survey: ['survey'],
  plots: ['plots'],
  conditions: ['plots'],
  condition: ['plots'],
  'plan-coverage': ['plots'],
}

export function pageOf(route: string, lang: string): string {
  const known = pages(lang)
  return OF_ROUTE[route]?.find((name) => known.includes(name)) ?? 'index'
}

/** Whether the manual names a page for a route: what is not here has the start page. */
export function hasPage(route: string): boolean {
  return OF_ROUTE[route] !== undefined
}

/** Where a link of one page leads to: `../report.md` on `tasks/batch` is `report`. */
export function follow(from: string, link: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of link.replace(/\.md$/, '').split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

export interface Found {
  name: string
  title: string
  before: string
  hit: string
  after: string
}

const AROUND = 36

/** Pages that hold all the words, those with the first word in the title first. */
export function search(all: readonly { name: string; page: Page }[], asked: string): Found[] {
  const words = asked.trim().toLowerCase().split(/\s+/).filter((word) => word !== '')
  const first = words[0]
  if (first === undefined) return []
  return all
    .filter(({ page }) => words.every((word) => `${page.title} ${page.text}`.toLowerCase().includes(word)))
    .sort((a, b) => Number(b.page.title.toLowerCase().includes(first)) - Number(a.page.title.toLowerCase().includes(first)))
    .map(({ name, page }) => {
      const at = Math.max(0, page.text.toLowerCase().indexOf(first))
      const found = page.text.toLowerCase().includes(first)
      return { name, title: page.title, before: page.text.slice(Math.max(0, at - AROUND), at), hit: found ? page.text.slice(at, at + first.length) : '', after: page.text.slice(at + (found ? first.length : 0), at + first.length + AROUND) }
    })
}
