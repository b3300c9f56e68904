/** A page below 规划; a part adds its own line. */
export interface PlanPage {
  to: string
  /** Key of the message files. */
  label: string
  right: string
}

export const PLAN_PAGES: readonly PlanPage[] = [
  { to: '/plans/results', label: 'plans.title', right: 'planning:plan:read' },
  { to: '/plans/plots', label: 'plots.tab', right: 'planning:plot:read' },
  { to: '/plans/conditions', label: 'conditions.tab', right: 'planning:condition:read' },
  { to: '/plans/coverage', label: 'coverage.tab', right: 'planning:coverage:read' },
  { to: '/plans/sectors', label: 'plist.sectors', right: 'planning:sector:read' },
  { to: '/plans/villages', label: 'plist.villages', right: 'planning:village:read' },
  { to: '/plans/functions', label: 'plist.functions', right: 'planning:function:read' },
]
