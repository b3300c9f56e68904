import Feature, { type FeatureLike } from 'ol/Feature'
import type OlMap from 'ol/Map'
import GeoJSON from 'ol/format/GeoJSON'
import type Geometry from 'ol/geom/Geometry'
import LineString from 'ol/geom/LineString'
import OlPoint from 'ol/geom/Point'
import Polygon from 'ol/geom/Polygon'
import type MapBrowserEvent from 'ol/MapBrowserEvent'
import { never, noModifierKeys } from 'ol/events/condition'
import Draw from 'ol/interaction/Draw'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import type { GeoJSON as Shapes, Geometry as JsonGeometry, Plot } from '../conformity/types'
import type { Fault } from '../conformity/editing/checks'
import { type CornerRef, type Point, rounded } from '../conformity/editing/shapes'
import { CornerPen } from './CornerPen'
import { alpha, token } from './looks'
import { Magnet, type MagnetListener } from './Magnet'
import { corners, markStyle, penStyle, pieceStyle } from './siteStyles'
import type { Tool } from './tools'

export interface SiteListener extends MagnetListener {
  sketched(geometry: JsonGeometry | null): void
  drawn(tool: Drawing, geometry: JsonGeometry): void
  dragged(plots: Plot[]): void
  changed(plots: Plot[]): void
  chosen(corner: CornerRef | null): void
  removed(corner: CornerRef): void
  pointed(rule: string | null): void
}

const CAPTION_ROOM_PX = 180

const format = new GeoJSON()
const json = (geometry: Geometry): JsonGeometry => format.writeGeometryObject(geometry) as unknown as JsonGeometry

type Drawing = 'draw' | 'hole' | 'split'
const DRAWING: readonly Drawing[] = ['draw', 'hole', 'split']

/** The site on the map: its plots, the pens, what is wrong with the drawing, and the pieces that conflict. */
export class SiteLayer {
  private readonly plots = new VectorSource()
  private readonly pieces = new VectorSource()
  /** Crossing edges and the chosen corner. */
  private readonly marks = new VectorSource()
  private readonly draws: Record<Drawing, Draw>
  private readonly corners: CornerPen
  readonly magnet: Magnet
  private tool: Tool = 'pan'
  private lit: string | null = null
  /** The extent of what the pen is drawing. */
  private sketch: number[] | null = null
  private caption: { area: string; name: string } | null = null
  private held: Plot[] = []

  constructor(private readonly map: OlMap, private readonly listener: SiteListener) {
    map.addLayer(new VectorLayer({ source: this.plots, style: this.plotStyle(), zIndex: 50, declutter: false, updateWhileInteracting: true, updateWhileAnimating: true }))
    map.addLayer(new VectorLayer({ source: this.pieces, style: (f) => pieceStyle(f, this.lit), zIndex: 49, updateWhileInteracting: true }))
    map.addLayer(new VectorLayer({ source: this.marks, style: markStyle(), zIndex: 52, updateWhileInteracting: true }))
    const pen = (type: 'Polygon' | 'LineString'): Draw => new Draw({ type, style: penStyle(type), stopClick: true, condition: noModifierKeys, freehandCondition: never })
    this.draws = { draw: pen('Polygon'), hole: pen('Polygon'), split: pen('LineString') }
    this.corners = new CornerPen({
      plots: () => this.held,
      chosen: (corner) => listener.chosen(corner),
      removed: (corner) => listener.removed(corner),
      taken: (grip) => this.magnet.site(this.held, grip),
      dragged: (plots) => listener.dragged(plots),
      let: (plots) => {
        if (plots !== null) listener.changed(plots)
        this.magnet.site(this.held, null)
      },
    })
    this.magnet = new Magnet(map, listener)
    map.addInteraction(this.corners)
    for (const name of DRAWING) {
      this.listen(name, this.draws[name])
      map.addInteraction(this.draws[name])
      this.draws[name].setActive(false)
    }
    this.magnet.attach()
    map.on('pointermove', (event) => this.hover(event))
  }

  private listen(name: Drawing, draw: Draw): void {
    draw.on('drawstart', (event) => {
      const geometry = event.feature.getGeometry()
      geometry?.on('change', () => {
        this.sketch = geometry.getExtent()
        if (name === 'draw') this.listener.sketched(this.sketchOf(geometry))
      })
    })
    draw.on('drawabort', () => {
      this.sketch = null
      if (name === 'draw') this.listener.sketched(null)
    })
    draw.on('drawend', (event) => {
      this.sketch = null
      const geometry = event.feature.getGeometry()
      if (geometry !== undefined) this.listener.drawn(name, json(geometry))
    })
  }

  private get drawing(): Draw | null {
    const name = DRAWING.find((d) => d === this.tool)
    return name === undefined ? null : this.draws[name]
  }

  /** The sketch as a polygon once it has three different corners; the pointer is one of them. */
  private sketchOf(geometry: Geometry): JsonGeometry | null {
    if (!(geometry instanceof Polygon)) return null
    const ring = (geometry.getCoordinates()[0] ?? []).filter((p, i, all) => i === 0 || p[0] !== all[i - 1]?.[0] || p[1] !== all[i - 1]?.[1])
    const open = ring.length > 1 && String(ring[0]) === String(ring[ring.length - 1]) ? ring.slice(0, -1) : ring
    if (new Set(open.map(String)).size < 3) return null
    return { type: 'Polygon', coordinates: [[...open, open[0]]] }
  }

  /** Puts the plots on the map; those that did not change are left as they are. */
  set(plots: readonly Plot[]): void {
    const features = this.plots.getFeatures()
    const before = this.held
    this.held = [...plots]
    if (features.length !== plots.length) {
      this.plots.clear(true)
      this.plots.addFeatures(
        plots.map((plot, i) => {
          const feature = new Feature(format.readGeometry(plot.geometry) as Geometry)
          feature.setId(i)
          return feature
        }),
      )
    } else {
      plots.forEach((plot, i) => {
        if (before[i]?.geometry !== plot.geometry) this.plots.getFeatureById(i)?.setGeometry(format.readGeometry(plot.geometry) as Geometry)
      })
    }
  }

  /** What the own corners to snap to are; not while they move. */
  rest(plots: readonly Plot[]): void {
    this.magnet.site(plots, null)
  }

  mark(faults: readonly Fault[], corner: Point | null): void {
    this.marks.clear(true)
    const marks = faults.flatMap((fault) => [
      ...fault.edges.map((edge) => new Feature({ geometry: new LineString(edge), kind: 'edge' })),
      new Feature({ geometry: new OlPoint(fault.at), kind: 'fault' }),
    ])
    if (corner !== null) marks.push(new Feature({ geometry: new OlPoint(corner), kind: 'corner' }))
    this.marks.addFeatures(marks)
  }

  paint(shapes: Shapes | null | undefined): void {
    this.pieces.clear(true)
    if (shapes === null || shapes === undefined) return
    this.pieces.addFeatures(format.readFeatures(shapes) as Feature[])
  }

  pieceFeatures(): Feature[] {
    return this.pieces.getFeatures()
  }

  /** Puts a tool into the hand; what was begun with another is given up. */
  take(tool: Tool): void {
    this.drawing?.abortDrawing()
    this.tool = tool
    for (const name of DRAWING) this.draws[name].setActive(name === tool)
    this.corners.setActive(!DRAWING.some((d) => d === tool) && tool !== 'identify')
    this.corners.moves = tool === 'move'
    this.map.getTargetElement()?.closest('.map-box')?.classList.toggle('pen', this.drawing !== null)
  }

  finish(): void {
    this.drawing?.finishDrawing()
  }

  /** A corner at a typed place, or at the middle of the map: drawing with the keyboard. */
  corner(at: number[] | undefined = this.map.getView().getCenter()): void {
    if (at !== undefined) this.drawing?.appendCoordinates([rounded(at)])
  }

  undo(): void {
    this.drawing?.removeLastPoint()
  }

  /** Whether a pen has begun a line. */
  get begun(): boolean {
    return this.sketch !== null
  }

  extent(): number[] | null {
    if (this.sketch !== null) return this.sketch
    const extent = this.plots.getExtent()
    return extent !== null && Number.isFinite(extent[0]) && !this.plots.isEmpty() ? extent : null
  }

  /** Where a rule's pieces are, or those of one patch; null for the feature is the ground that no patch holds. */
  ruleExtent(rule: string, feature?: number | null): number[] | null {
    const one = (f: Feature): boolean => feature === undefined || (f.get('feature') ?? null) === feature
    const features = this.pieces.getFeatures().filter((f) => f.get('rule') === rule && one(f))
    if (features.length === 0) return null
    return new VectorSource({ features }).getExtent() as number[]
  }

  /** The site's area and name, written inside it where there is room. */
  name(caption: { area: string; name: string } | null): void {
    this.caption = caption
    this.plots.changed()
  }

  private captionStyle(): Style | null {
    const extent = this.extent()
    const resolution = this.map.getView().getResolution()
    if (this.caption === null || extent === null || resolution === undefined) return null
    if (((extent[2] ?? 0) - (extent[0] ?? 0)) / resolution < CAPTION_ROOM_PX) return null
    const family = getComputedStyle(document.documentElement).getPropertyValue('--font')
    const halo = new Stroke({ color: '#FFFFFFE6', width: 4 })
    const fill = new Fill({ color: token('accent') })
    const text = [this.caption.area, `700 16px ${family}`, '\n', '', this.caption.name, `500 12px ${family}`]
    return new Style({ text: new Text({ text, fill, stroke: halo, overflow: true, offsetY: -26 }), zIndex: 9 })
  }

  light(rule: string | null): void {
    if (this.lit === rule) return
    this.lit = rule
    this.pieces.changed()
  }

  private hover(event: MapBrowserEvent): void {
    if (event.dragging || this.drawing !== null) return
    const target = this.map.getTargetElement()
    if (target) target.style.cursor = this.tool === 'identify' ? '' : this.corners.cursor(event)
    const rule = this.map.forEachFeatureAtPixel(event.pixel, (f) => f.get('rule') as string | undefined, {
      layerFilter: (layer) => layer.get('code') === undefined,
    })
    this.listener.pointed(rule ?? null)
  }

  private plotStyle(): (feature: FeatureLike) => Style[] {
    const accent = token('accent')
    const square = new RegularShape({ points: 4, radius: 6, angle: Math.PI / 4, fill: new Fill({ color: '#fff' }), stroke: new Stroke({ color: accent, width: 2 }) })
    const look = [
      new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 6 }), fill: new Fill({ color: alpha(accent, 0.1) }) }),
      new Style({ stroke: new Stroke({ color: accent, width: 3 }) }),
      new Style({ image: square, geometry: (f: FeatureLike) => corners(f.getGeometry() as Geometry | undefined) }),
    ]
    return (feature) => {
      const caption = feature === this.plots.getFeatures()[0] ? this.captionStyle() : null
      return caption === null ? look : [...look, caption]
    }
  }
}
