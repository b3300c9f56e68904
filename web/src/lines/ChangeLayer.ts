import Feature from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import type Geometry from 'ol/geom/Geometry'
import Draw from 'ol/interaction/Draw'
import Modify from 'ol/interaction/Modify'
import Snap from 'ol/interaction/Snap'
import VectorLayer from 'ol/layer/Vector'
import type OlMap from 'ol/Map'
import VectorSource from 'ol/source/Vector'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import { noModifierKeys } from 'ol/events/condition'
import type { Geometry as JsonGeometry } from '../conformity/types'
import type { ShownLayer } from '../onemap/CityMap'
import { alpha, token } from '../onemap/looks'
import { Magnet, type MagnetListener } from '../onemap/Magnet'

export type Side = 'in' | 'out'
const format = new GeoJSON()

/** Blue for what comes in, brown and dashed for what goes out: never by colour alone. */
export function changeStyle(side: Side): Style[] {
  const colour = token(side === 'in' ? 'accent' : 'warn')
  return [
    new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 5 }) }),
    new Style({ stroke: new Stroke({ color: colour, width: 2.5, lineDash: side === 'out' ? [8, 5] : undefined }), fill: new Fill({ color: alpha(colour, side === 'in' ? 0.24 : 0.18) }) }),
  ]
}

function feature(geometry: JsonGeometry, side: Side): Feature<Geometry> {
  const made = new Feature(format.readGeometry(geometry) as Geometry)
  made.set('side', side)
  return made
}

/** Changed ground on the map; it is drawn here too. */
export class ChangeLayer {
  private readonly source = new VectorSource<Feature<Geometry>>()
  private readonly spots = new VectorSource<Feature<Geometry>>()
  private readonly ground: VectorLayer<VectorSource<Feature<Geometry>>>
  private readonly modify: Modify
  private readonly snap: Snap
  private draw: Draw | null = null
  private magnet: Magnet | null = null

  /**
   * @param changed hears of everything that was drawn or moved
   * @param pulled hears to what the pen is pulled
   */
  constructor(private readonly map: OlMap, editable: boolean, private readonly changed: () => void = () => {}, pulled: MagnetListener | null = null) {
    this.ground = new VectorLayer({ source: this.source, zIndex: 60, style: (f) => changeStyle(f.get('side') as Side), updateWhileInteracting: true })
    map.addLayer(this.ground)
    const red = token('conflict')
    map.addLayer(
      new VectorLayer({
        source: this.spots,
        zIndex: 61,
        style: [new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 5 }) }), new Style({ stroke: new Stroke({ color: red, width: 2.5 }), fill: new Fill({ color: alpha(red, 0.3) }) })],
      }),
    )
    this.modify = new Modify({ source: this.source })
    this.snap = new Snap({ source: this.source })
    if (!editable) return
    map.addInteraction(this.modify)
    map.addInteraction(this.snap)
    if (pulled !== null) {
      this.magnet = new Magnet(map, pulled)
      this.magnet.attach()
      this.magnet.set(true, true)
    }
    this.modify.on('modifyend', () => this.changed())
  }

  /** In place of all that is shown. */
  show(shapes: readonly { geometry: JsonGeometry; side: Side }[]): void {
    this.source.clear()
    this.source.addFeatures(shapes.map((s) => feature(s.geometry, s.side)))
  }

  /** Faint under a swipe, so that the two versions are seen. */
  dim(faint: boolean): void {
    this.ground.setOpacity(faint ? 0.35 : 1)
  }

  /** What a rule speaks of. */
  mark(shapes: readonly JsonGeometry[]): void {
    this.spots.clear()
    this.spots.addFeatures(shapes.filter((s) => 'coordinates' in s).map((s) => feature(s, 'out')))
  }

  /** Takes the pen for one side, or puts it away. */
  take(side: Side | null): void {
    if (this.draw !== null) this.map.removeInteraction(this.draw)
    this.draw = null
    if (side === null) return
    const pen = [...changeStyle(side), new Style({ image: new CircleStyle({ radius: 4, fill: new Fill({ color: token('surface') }), stroke: new Stroke({ color: token('ink'), width: 2 }) }) })]
    const draw = new Draw({ source: this.source, type: 'Polygon', stopClick: true, condition: noModifierKeys, style: pen })
    draw.on('drawend', (event) => {
      event.feature.set('side', side)
      // the source takes the feature after this event
      setTimeout(() => this.changed())
    })
    this.draw = draw
    this.map.addInteraction(draw)
    // so that it comes after the pen and pulls it
    this.map.removeInteraction(this.snap)
    this.map.addInteraction(this.snap)
    this.magnet?.raise()
  }

  /** To the exact boundaries of which layers the pen is pulled. */
  pull(layers: readonly ShownLayer[]): void {
    this.magnet?.show(layers)
  }

  undo(): void {
    this.draw?.removeLastPoint()
  }

  abort(): void {
    this.draw?.abortDrawing()
  }

  add(geometry: JsonGeometry, side: Side): void {
    this.source.addFeature(feature(geometry, side))
    this.changed()
  }

  remove(at: number): void {
    const found = this.source.getFeatures()[at]
    if (found !== undefined) this.source.removeFeature(found)
    this.changed()
  }

  /** Everything as it stands, in the order drawn. */
  shapes(): { geometry: JsonGeometry; side: Side }[] {
    return this.source.getFeatures().map((f) => ({ geometry: format.writeGeometryObject(f.getGeometry() as Geometry) as JsonGeometry, side: f.get('side') as Side }))
  }

  extent(): number[] | null {
    const extent = this.source.getExtent()
    return extent !== null && extent.every(Number.isFinite) ? extent : null
  }
}
