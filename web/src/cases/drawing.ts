import type { ProcessAnswer, ProcessEdge, ProcessNode } from './types'

const ROOM = 26

/** The part of the plane that the drawing takes, with room for badges and words around it. */
export function viewOf(answer: ProcessAnswer): [number, number, number, number] {
  const xs = [...answer.nodes.flatMap((n) => [n.x, n.x + n.width]), ...answer.edges.flatMap((e) => e.bends.filter((_, i) => i % 2 === 0))]
  const ys = [...answer.nodes.flatMap((n) => [n.y, n.y + n.height]), ...answer.edges.flatMap((e) => e.bends.filter((_, i) => i % 2 === 1))]
  if (xs.length === 0) return [0, 0, 100, 100]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return [left - ROOM, top - ROOM, Math.max(...xs) - left + 2 * ROOM, Math.max(...ys) - top + 2 * ROOM + 8]
}

/** What a node is drawn as. BPMN's words come as userTask, USER_TASK or user-task. */
export function shapeOf(node: ProcessNode): 'start' | 'end' | 'gateway' | 'wait' | 'service' | 'timer' | 'step' {
  const kind = node.kind.toLowerCase().replace(/[^a-z]/g, '')
  if (kind.includes('gateway')) return 'gateway'
  if (kind.startsWith('start')) return 'start'
  if (kind.startsWith('end')) return 'end'
  if (kind.includes('boundary') || kind.includes('timer')) return 'timer'
  if (kind.startsWith('receive') || kind.includes('catch')) return 'wait'
  return kind.startsWith('service') ? 'service' : 'step'
}

/** The sign inside a gateway: exclusive ×, parallel +, inclusive ○. */
export function signOf(node: ProcessNode): 'x' | 'plus' | 'ring' {
  const kind = node.kind.toLowerCase()
  return kind.includes('parallel') ? 'plus' : kind.includes('inclusive') ? 'ring' : 'x'
}

export function pathOf(edge: ProcessEdge): string {
  const points: string[] = []
  for (let i = 0; i + 1 < edge.bends.length; i += 2) points.push(`${edge.bends[i]} ${edge.bends[i + 1]}`)
  return points.length === 0 ? '' : `M${points.join('L')}`
}

type Place = { x: number; y: number; anchor: 'middle' | 'start' }
type Box = Pick<ProcessNode, 'x' | 'y' | 'width' | 'height'>
const LINE = 15
const GAP = 2
/** Of the letters above and below the line that they stand on. */
const [RISE, DROP] = [11, 3]

/** Whether words of a width would lie on a step. */
function lies(at: Place, width: number, nodes: readonly Box[]): boolean {
  const left = at.anchor === 'middle' ? at.x - width / 2 : at.x
  return nodes.some((n) => left < n.x + n.width + GAP && left + width > n.x - GAP && at.y - RISE < n.y + n.height && at.y + DROP > n.y)
}

/**
 * Where the word of a flow stands: over the longest stretch that has room, or under it, or to the right of it when it goes up or
 * down; never on a step. Null where it has no room.
 */
export function wordAt(edge: ProcessEdge, word: string, nodes: readonly Box[] = []): Place | null {
  const width = widthOf(word) * 6.6
  const stretches: [number, number, number, number][] = []
  for (let i = 0; i + 3 < edge.bends.length; i += 2) stretches.push(edge.bends.slice(i, i + 4) as [number, number, number, number])
  const long = ([x1, y1, x2, y2]: [number, number, number, number]): number => Math.hypot(x2 - x1, y2 - y1)
  stretches.sort((a, b) => long(b) - long(a))
  for (const [x1, y1, x2, y2] of stretches.slice(0, 2)) {
    const upright = Math.abs(x2 - x1) < Math.abs(y2 - y1)
    const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2]
    const places: Place[] = upright ? [4, 9, -1].map((down) => ({ x: x + 6, y: y + down, anchor: 'start' as const })) : long([x1, y1, x2, y2]) < width + 4 ? [] : [{ x, y: y - 6, anchor: 'middle' }, { x, y: y + LINE, anchor: 'middle' }]
    const free = places.find((place) => !lies(place, width, nodes))
    if (free !== undefined) return free
  }
  return null
}

/** Wide letters count twice. */
function widthOf(text: string): number {
  return [...text].reduce((n, c) => n + (c.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)
}

/** A name in at most two lines of a box; what does not fit ends in an ellipsis. */
export function linesOf(name: string, width: number, most = 2): string[] {
  const room = Math.max(4, Math.floor(width / 6.6))
  const wide = /[\u2e80-\u9fff]/.test(name)
  const words = wide ? [...name] : name.split(/(?<= )/)
  const lines: string[] = ['']
  for (const word of words) {
    const last = lines[lines.length - 1] ?? ''
    if (widthOf(last + word.trimEnd()) <= room || last === '') lines[lines.length - 1] = last + word
    else lines.push(word)
  }
  const clean = lines.map((l) => l.trim())
  if (clean.length <= most) return clean
  // what is left goes into the last line, as far as it has room
  let last = clean.slice(most - 1).join(wide ? '' : ' ')
  while (widthOf(last) > room - 1) last = last.slice(0, -1)
  return [...clean.slice(0, most - 1), `${last.trim()}…`]
}
