/** A page below 数据; a module adds its own line. */
export interface DataPage {
  to: string
  /** Key of the message files. */
  label: string
  right: string
}

export const DATA_PAGES: readonly DataPage[] = [
  { to: '/data/catalogue', label: 'data.catalogue', right: 'catalogue:entry:read' },
  { to: '/submissions', label: 'data.submissions', right: 'intake:submission:read' },
  { to: '/data/freshness', label: 'data.freshness', right: 'catalogue:entry:read' },
  { to: '/data/collection', label: 'data.collection', right: 'catalogue:entry:read' },
]
