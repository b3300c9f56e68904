import { computed, reactive } from 'vue'

/** Where `g` and a letter go; a page adds its own line. */
export interface Going {
  letter: string
  to: string
  /** Key of the message files. */
  label: string
  /** The right without which the page is not offered. */
  right?: string
}

const list = reactive<Going[]>([
  { letter: 'm', to: '/', label: 'nav.map' },
  { letter: 'r', to: '/reviews', label: 'nav.reviews' },
  { letter: 'b', to: '/batches', label: 'nav.batches' },
  { letter: 'c', to: '/compare', label: 'nav.compare' },
  { letter: 'l', to: '/rules', label: 'nav.rules', right: 'rules:rule:read' },
  { letter: 'd', to: '/data/catalogue', label: 'nav.data', right: 'catalogue:entry:read' },
  { letter: 'v', to: '/survey', label: 'survey.title', right: 'survey:statistics:read' },
  { letter: 't', to: '/log', label: 'nav.log', right: 'audit:key:read' },
  { letter: 'e', to: '/burdens', label: 'burden.title', right: 'dossier:burden:read' },
  { letter: 'p', to: '/people', label: 'people.title', right: 'identity:account:read' },
  { letter: 'o', to: '/roles', label: 'roles.title', right: 'identity:role:read' },
  { letter: 'h', to: '/submissions', label: 'intake.title', right: 'intake:submission:read' },
  { letter: 'a', to: '/me', label: 'own.title' },
  { letter: 'k', to: '/clients', label: 'clients.title', right: 'clients:client:read' },
  { letter: 'n', to: '/lines', label: 'nav.lines', right: 'planning:line:read' },
  { letter: 'f', to: '/plans/results', label: 'plans.title', right: 'planning:plan:read' },
  { letter: 'i', to: '/cases', label: 'nav.cases', right: 'cases:case:read' },
  { letter: 'u', to: '/supervision', label: 'supervision.title', right: 'supervision:process:read' },
  { letter: 's', to: '/operations', label: 'nav.operations', right: 'operations:health:read' },
])

export const goings = computed<readonly Going[]>(() => list)

/** Adds a place, or replaces the one with its letter. */
export function addGoing(going: Going): void {
  const at = list.findIndex((g) => g.letter === going.letter)
  if (at < 0) list.push(going)
  else list[at] = going
}
