import type MapBrowserEvent from 'ol/MapBrowserEvent'
import PointerInteraction from 'ol/interaction/Pointer'
import { insertCorner, moveAll, moveCorner } from '../conformity/editing/edit'
import { type CornerRef, inPolygon, type Point, shapeOf } from '../conformity/editing/shapes'
import type { Plot } from '../conformity/types'

const REACH = 10
const TOUCH_REACH = 18

export interface CornerHand {
  plots(): readonly Plot[]
  /** A press without anything under it leaves the map to be moved. */
  chosen(corner: CornerRef | null): void
  removed(corner: CornerRef): void
  /** What the hand is about to move. */
  taken(grip: Grip): void
  dragged(plots: Plot[]): void
  /** @param plots null when the hand gave up or did not move */
  let(plots: Plot[] | null): void
}

/** A corner, the edge after a corner, or everything. */
export type Grip = { kind: 'corner'; ref: CornerRef } | { kind: 'edge'; ref: CornerRef; at: Point } | { kind: 'whole' }

/**
 * The hand on the site's corners: drag one, drag an edge to bend it, Alt and click takes one away, Shift drags the whole. The
 * verdict follows every movement, not its end alone.
 */
export class CornerPen extends PointerInteraction {
  private grip: { of: Grip; from: Point; start: readonly Plot[]; now: Plot[] | null } | null = null
  /** Whether a drag inside the site moves it without Shift. */
  moves = false

  constructor(private readonly hand: CornerHand) {
    super()
  }

  override handleDownEvent(event: MapBrowserEvent): boolean {
    const pointer = event.originalEvent as PointerEvent
    if (pointer.button !== 0) return false
    const of = this.find(event, pointer)
    if (of === null) {
      if (!pointer.shiftKey && !this.moves) this.hand.chosen(null)
      return false
    }
    if (pointer.altKey) {
      if (of.kind === 'corner') this.hand.removed(of.ref)
      return false
    }
    if (of.kind === 'corner') this.hand.chosen(of.ref)
    this.grip = { of, from: event.map.getEventCoordinate(pointer) as Point, start: this.hand.plots(), now: null }
    this.hand.taken(of)
    return true
  }

  override handleDragEvent(event: MapBrowserEvent): void {
    const grip = this.grip
    if (grip === null) return
    // the whole goes with the hand; only a corner is drawn to what it snaps to
    const to = (grip.of.kind === 'whole' ? event.map.getEventCoordinate(event.originalEvent as PointerEvent) : event.coordinate) as Point
    grip.now = this.moved(grip.of, grip.start, grip.from, to)
    this.hand.dragged(grip.now)
  }

  private moved(of: Grip, start: readonly Plot[], from: Point, to: Point): Plot[] {
    switch (of.kind) {
      case 'corner': return moveCorner(start, of.ref, to)
      case 'edge': return insertCorner(start, of.ref, to)
      case 'whole': return moveAll(start, to[0] - from[0], to[1] - from[1])
    }
  }

  override handleUpEvent(): boolean {
    const grip = this.grip
    this.grip = null
    if (grip === null) return false
    this.hand.let(grip.now)
    if (grip.now !== null && grip.of.kind === 'edge') this.hand.chosen({ ...grip.of.ref, corner: grip.of.ref.corner + 1 })
    return false
  }

  /** What a look at a place would take hold of, for the cursor. */
  cursor(event: MapBrowserEvent): string {
    const of = this.find(event, event.originalEvent as PointerEvent)
    return of === null ? '' : of.kind === 'whole' ? 'move' : of.kind === 'corner' ? 'grab' : 'copy'
  }

  private find(event: MapBrowserEvent, pointer: PointerEvent): Grip | null {
    const plots = this.hand.plots()
    if (plots.length === 0) return null
    const place = event.map.getEventCoordinate(pointer) as Point
    if (pointer.shiftKey || this.moves) {
      const inside = plots.some((plot) => shapeOf(plot.geometry).some((polygon) => inPolygon(place, polygon) !== -1))
      return inside ? { kind: 'whole' } : null
    }
    const reach = (pointer.pointerType === 'touch' ? TOUCH_REACH : REACH) * (event.map.getView().getResolution() ?? 0)
    return nearest(plots, place, reach)
  }
}

/** The corner within reach, else the edge. */
function nearest(plots: readonly Plot[], [x, y]: Point, reach: number): Grip | null {
  let corner: { ref: CornerRef; far: number } | null = null
  let edge: { ref: CornerRef; at: Point; far: number } | null = null
  plots.forEach((plot, p) => shapeOf(plot.geometry).forEach((polygon, g) => polygon.forEach((ring, r) => ring.forEach((a, c) => {
    const ref = { plot: p, polygon: g, ring: r, corner: c }
    const far = Math.hypot(a[0] - x, a[1] - y)
    if (far <= reach && far < (corner?.far ?? Infinity)) corner = { ref, far }
    const b = ring[(c + 1) % ring.length] as Point
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const t = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)))
    const at: Point = [a[0] + t * dx, a[1] + t * dy]
    const off = Math.hypot(at[0] - x, at[1] - y)
    if (off <= reach && off < (edge?.far ?? Infinity)) edge = { ref, at, far: off }
  }))))
  const [c, e] = [corner as { ref: CornerRef } | null, edge as { ref: CornerRef; at: Point } | null]
  if (c !== null) return { kind: 'corner', ref: c.ref }
  return e === null ? null : { kind: 'edge', ref: e.ref, at: e.at }
}
