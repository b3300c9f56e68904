import OlMap from 'ol/Map'
import type MapEvent from 'ol/MapEvent'
import View from 'ol/View'
import ScaleLine from 'ol/control/ScaleLine'
import GeoJSON from 'ol/format/GeoJSON'
import MVT from 'ol/format/MVT'
import Feature from 'ol/Feature'
import type Geometry from 'ol/geom/Geometry'
import { defaults as interactions } from 'ol/interaction/defaults'
import VectorLayer from 'ol/layer/Vector'
import VectorTileLayer from 'ol/layer/VectorTile'
import type RenderEvent from 'ol/render/Event'
import { getRenderPixel } from 'ol/render'
import VectorSource from 'ol/source/Vector'
import VectorTileSource from 'ol/source/VectorTile'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style, { type StyleFunction } from 'ol/style/Style'
import type VectorTile from 'ol/VectorTile'
import type { Geometry as JsonGeometry } from '../conformity/types'
import { wire } from '../shell/http'
import { alpha, lookOf, token } from './looks'
import { GEOGRAPHIC, resolutionAt, scaleDenominator, screenGrid } from './projection'
import { resolutionOfScale, type Scales } from './scales'
import { needsGeometry, tileStyle } from './tileStyles'

/** A layer on the map; on one side of the swipe's divider only where the two moments differ. */
export interface ShownLayer {
  code: string
  hash: string
  /** 0.1 to 1; 1 where nobody says. */
  opacity?: number
  /** Height in the pile; the layer's usual one where nobody says. */
  height?: number
  scales?: Scales | null
  side?: 'both' | 'left' | 'right'
  /** Where its tiles are when it is no released version: the address before z, x and y. */
  tiles?: string
}

/** Features of one version of a layer that are looked at together: a class of the table, or one patch. */
export interface Highlight {
  code: string
  hash: string
  features: ReadonlySet<number>
}

function sameHighlight(a: Highlight | null, b: Highlight | null): boolean {
  if (a === null || b === null) return a === b
  return a.code === b.code && a.hash === b.hash && a.features.size === b.features.size && [...a.features].every((f) => b.features.has(f))
}

export interface Hit {
  layer: string
  hash: string
  feature: number
  /** The feature's class, where its layer has classes. */
  cls: string
}

interface Held {
  layer: VectorTileLayer
  shown: ShownLayer
}

export interface MapListener {
  moved(center: [number, number], zoom: number, scale: number, resolution: number): void
  pointer(at: [number, number] | null): void
  tilesFailed(): void
}

const MOST_WARMED = 60
const geoJson = new GeoJSON()

function markedLook(): Style[] {
  const accent = token('accent')
  return [
    new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 5 }) }),
    new Style({ stroke: new Stroke({ color: accent, width: 2.5 }), fill: new Fill({ color: alpha(accent, 0.12) }) }),
    new Style({ image: new CircleStyle({ radius: 11, stroke: new Stroke({ color: accent, width: 2.5 }), fill: new Fill({ color: alpha(accent, 0.12) }) }) }),
  ]
}

function sheet(target: HTMLElement): HTMLElement {
  const element = document.createElement('div')
  element.style.cssText = 'position:absolute;inset:0'
  target.append(element)
  return element
}

/**
 * The city's map in EPSG:4490, in two sheets with one view: below, the ground, vector tiles of the baseline's snapshots in
 * the looks of each layer; above, what is drawn and judged. A movement of the pen paints the upper sheet alone.
 */
export class CityMap {
  readonly map: OlMap
  readonly ground: OlMap
  view: View
  private readonly marked = new VectorSource()
  private lit: VectorTileLayer | null = null
  private highlight: Highlight | null = null
  private readonly tiles = new Map<string, Held>()
  /** Layers that are no longer wanted but stay until what replaces them is painted. */
  private retiring: VectorTileLayer[] = []
  /** Where the swipe's divider stands, 0 to 1 of the width. */
  private divider = 0.5
  /** Addresses of what is not released, by hash. */
  private readonly elsewhere = new Map<string, string>()
  private register = ''

  constructor(target: HTMLElement, private readonly listener: MapListener) {
    this.view = new View({
      projection: GEOGRAPHIC,
      center: [109.41, 24.33],
      resolution: resolutionAt(12),
      maxResolution: resolutionAt(5),
      minResolution: resolutionAt(21),
      enableRotation: false,
      showFullExtent: true,
    })
    this.ground = new OlMap({ target: sheet(target), view: this.view, controls: [], interactions: [] })
    // keyboard: the page's own keys move the map, and corners on it
    this.map = new OlMap({
      target: sheet(target),
      view: this.view,
      controls: [new ScaleLine({ units: 'metric', minWidth: 72 })],
      interactions: interactions({ keyboard: false, shiftDragZoom: false, altShiftDragRotate: false, pinchRotate: false, doubleClickZoom: false }),
    })
    this.map.addLayer(new VectorLayer({ source: this.marked, style: markedLook(), zIndex: 40 }))
    this.map.on('moveend', () => this.tellMoved())
    this.paintTwice()
    this.ground.on('rendercomplete', () => {
      this.retire()
      this.warm()
    })
    this.map.on('pointermove', (event) => listener.pointer(event.coordinate as [number, number]))
    target.addEventListener('pointerleave', () => listener.pointer(null))
  }

  /** The library tells of the first move with the second frame; a sheet without tiles would paint one. */
  private paintTwice(): void {
    const again = (event: MapEvent): void => {
      if (event.frameState === null) return
      this.map.un('postrender', again)
      this.map.render()
    }
    this.map.on('postrender', again)
  }

  private tellMoved(): void {
    const center = this.view.getCenter() as [number, number]
    const resolution = this.view.getResolution() ?? resolutionAt(12)
    this.listener.moved(center, Math.log2(resolutionAt(0) / resolution), scaleDenominator(resolution, center[1]), resolution)
  }

  /**
   * Shows exactly these layers. A version that is replaced stays until the new one is painted; a version that is wanted on
   * both sides of a swipe is one layer, whose tiles are fetched once.
   */
  show(layers: readonly ShownLayer[], register: string, lat = 24): void {
    this.register = register
    for (const l of layers) if (l.tiles !== undefined) this.elsewhere.set(l.hash, l.tiles)
    const wanted = new Map(layers.map((l) => [`${l.code}/${l.hash}`, l]))
    for (const [key, held] of this.tiles) {
      if (wanted.has(key)) continue
      this.tiles.delete(key)
      if (layers.some((l) => l.code === held.shown.code)) this.retiring.push(held.layer)
      else this.ground.removeLayer(held.layer)
    }
    for (const [key, shown] of wanted) {
      const held = this.tiles.get(key) ?? { layer: this.tileLayer(shown), shown }
      if (!this.tiles.has(key)) {
        this.tiles.set(key, held)
        this.ground.addLayer(held.layer)
      }
      held.shown = shown
      const scales = shown.scales ?? null
      held.layer.setOpacity(shown.opacity ?? 1)
      held.layer.setZIndex(shown.height ?? lookOf(shown.code).order)
      held.layer.setMaxResolution(scales === null ? Number.POSITIVE_INFINITY : resolutionOfScale(scales.smallest, lat))
      held.layer.setMinResolution(scales === null ? 0 : resolutionOfScale(scales.largest, lat))
    }
    this.ground.render()
  }

  private retire(): void {
    for (const layer of this.retiring) this.ground.removeLayer(layer)
    this.retiring = []
  }

  /** Moves the swipe's divider; a fraction of the map's width. */
  divide(at: number): void {
    this.divider = at
    this.ground.render()
  }

  private tileLayer(shown: ShownLayer): VectorTileLayer {
    const { code, hash } = shown
    const layer = new VectorTileLayer({
      source: this.tileSource(code, hash),
      style: tileStyle(code),
      renderBuffer: 12,
      declutter: false,
      properties: { code, hash },
    })
    const key = `${code}/${hash}`
    layer.on('prerender', (event) => this.clip(event, this.tiles.get(key)?.shown.side ?? 'both'))
    layer.on('postrender', (event) => (event.context as CanvasRenderingContext2D).restore())
    return layer
  }

  private clip(event: RenderEvent, side: 'both' | 'left' | 'right'): void {
    const context = event.context as CanvasRenderingContext2D
    const [width, height] = this.map.getSize() ?? [0, 0]
    context.save()
    if (side === 'both') return
    const x = (width ?? 0) * this.divider
    const [from, to] = side === 'left' ? [0, x] : [x, width ?? 0]
    const corners = [[from, 0], [to, 0], [to, height ?? 0], [from, height ?? 0]].map((pixel) => getRenderPixel(event, pixel))
    context.beginPath()
    corners.forEach((corner, i) => (i === 0 ? context.moveTo(corner[0] ?? 0, corner[1] ?? 0) : context.lineTo(corner[0] ?? 0, corner[1] ?? 0)))
    context.closePath()
    context.clip()
  }

  private address(code: string, hash: string, [z, x, y]: readonly number[]): string {
    const before = this.elsewhere.get(hash) ?? `/api/tiles/CGCS2000Quad/${code}/${hash}/${this.register}`
    return `${before}/${z}/${x}/${y}.mvt`
  }

  private tileSource(code: string, hash: string): VectorTileSource {
    const format = needsGeometry(code) ? new MVT<Feature>({ featureClass: Feature, idProperty: 'id' }) : new MVT({ idProperty: 'id' })
    return new VectorTileSource({
      format: format as MVT,
      projection: GEOGRAPHIC,
      tileGrid: screenGrid,
      tileUrlFunction: (place) => this.address(code, hash, place),
      tileLoadFunction: (tile, url) => this.load(tile as VectorTile<never>, url),
      cacheSize: 256,
      transition: 0,
      wrapX: false,
    })
  }

  private readonly warmed = new Set<string>()

  /** Fetches the ring of tiles around the view into the browser's cache, so that a pan finds them there. */
  private warm(): void {
    const extent = this.view.calculateExtent(this.map.getSize())
    const zoom = screenGrid.getZForResolution(this.view.getResolution() ?? resolutionAt(12))
    const range = screenGrid.getTileRangeForExtentAndZ(extent, zoom)
    const urls: string[] = []
    for (const { layer, shown } of this.tiles.values()) {
      if (!layer.isVisible(this.view)) continue
      for (let x = range.minX - 1; x <= range.maxX + 1; x++) {
        for (let y = range.minY - 1; y <= range.maxY + 1; y++) {
          const inside = x >= range.minX && x <= range.maxX && y >= range.minY && y <= range.maxY
          const url = this.address(shown.code, shown.hash, [zoom, x, y])
          if (inside) this.warmed.add(url)
          else if (!this.warmed.has(url)) urls.push(url)
        }
      }
    }
    for (const url of urls.slice(0, MOST_WARMED)) {
      this.warmed.add(url)
      void fetch(url, { credentials: 'same-origin', priority: 'low' }).then((r) => r.arrayBuffer()).catch(() => this.warmed.delete(url))
    }
  }

  /** Loads one tile; 204 is an empty tile, a failed one is tried again when it is next in view. */
  private load(tile: VectorTile<never>, url: string): void {
    tile.setLoader((extent, _resolution, projection) => {
      void fetch(url, { credentials: 'same-origin' })
        .then(async (response) => {
          if (response.status === 401) wire.sessionEnded()
          if (!response.ok) throw new Error(String(response.status))
          const data = response.status === 204 ? new ArrayBuffer(0) : await response.arrayBuffer()
          tile.setFeatures(tile.getFormat().readFeatures(data, { extent, featureProjection: projection }) as never[])
        })
        .catch(() => {
          this.listener.tilesFailed()
          tile.onError()
        })
    })
  }

  /** The features under a pixel, topmost layer first, one for each layer and number. */
  hits(pixel: number[]): Hit[] {
    const found = new Map<string, Hit>()
    this.ground.forEachFeatureAtPixel(
      pixel,
      (feature, layer) => {
        const code = layer?.get('code') as string | undefined
        const id = Number(feature.getId() ?? feature.get('id'))
        if (code === undefined || !Number.isFinite(id)) return
        found.set(`${code}/${id}`, { layer: code, hash: layer?.get('hash') as string, feature: id, cls: String(feature.get('c') ?? '') })
      },
      { layerFilter: (layer) => layer.get('code') !== undefined },
    )
    return [...found.values()]
  }

  /** The feature of one layer under a pixel. */
  featureAt(pixel: number[], code: string): number | null {
    const found = this.ground.forEachFeatureAtPixel(pixel, (feature) => Number(feature.getId() ?? feature.get('id')), {
      layerFilter: (layer) => layer.get('code') === code,
    })
    return found === undefined || !Number.isFinite(found) ? null : found
  }

  /** Outlines one feature by its own geometry, whether its layer is shown or not; null: none. */
  mark(geometry: JsonGeometry | null): void {
    this.marked.clear(true)
    if (geometry === null) return
    this.marked.addFeature(new Feature(geoJson.readGeometry(geometry) as Geometry))
  }

  markedExtent(): number[] | null {
    return this.marked.isEmpty() ? null : (this.marked.getExtent() ?? null)
  }

  /** Outlines features from the tiles of their layer, of the layer as shown where it is. */
  light(highlight: Highlight | null): void {
    if (sameHighlight(this.highlight, highlight)) return
    this.highlight = highlight
    if (this.lit !== null) this.ground.removeLayer(this.lit)
    this.lit = null
    if (highlight === null || highlight.features.size === 0) return
    const look = markedLook()
    const source = this.tiles.get(`${highlight.code}/${highlight.hash}`)?.layer.getSource() ?? this.tileSource(highlight.code, highlight.hash)
    this.lit = new VectorTileLayer({
      source,
      style: (feature) => (highlight.features.has(Number(feature.getId() ?? feature.get('id'))) ? look : undefined),
      zIndex: 39,
    })
    this.ground.addLayer(this.lit)
  }

  /** One version of a layer in looks of the caller's own, above the ground; `show` has told the register before. */
  paint(code: string, hash: string, style: StyleFunction): VectorTileLayer {
    const layer = new VectorTileLayer({ source: this.tileSource(code, hash), style, renderBuffer: 12, zIndex: 38, properties: { code, hash } })
    this.ground.addLayer(layer)
    return layer
  }

  goTo(center: [number, number], zoom?: number): void {
    this.view.cancelAnimations()
    this.view.animate({ center, duration: 200, ...(zoom === undefined ? {} : { resolution: resolutionAt(zoom) }) })
  }

  set(center: [number, number], zoom: number): void {
    this.view.setCenter(center)
    this.view.setResolution(resolutionAt(zoom))
  }

  zoomBy(steps: number): void {
    this.view.cancelAnimations()
    const now = this.view.getResolution() ?? resolutionAt(12)
    this.view.animate({ resolution: this.view.getConstrainedResolution(now / 2 ** steps), duration: 150 })
  }

  /** Shows an extent with room for labels; small sites are not blown up beyond 1 : 2 000. */
  fit(extent: number[], padding = [126, 300, 60, 56], covered = 0): void {
    this.updateSize()
    const [width = 800, height = 600] = this.map.getSize() ?? []
    const narrow = width < 560
    const [top, right, bottom, left] = padding as [number, number, number, number]
    const roomy = [top + height * 0.06, right, bottom + height * 0.06, left + width * 0.08]
    this.view.fit(extent, {
      padding: narrow ? [64, 60, 48 + height * covered, 24] : height < 460 ? [136, 260, 40, 48] : roomy,
      minResolution: resolutionAt(18),
      duration: 200,
    })
  }

  /** Shows an extent in the middle of a map that no panel lies on. */
  fitMiddle(extent: number[], padding: number): void {
    this.updateSize()
    this.view.fit(extent, { padding: [padding, padding, padding, padding], minResolution: resolutionAt(18), duration: 200 })
  }

  /** Moves the view just so far that a place is in it. */
  reveal(at: readonly number[]): void {
    const pixel = this.map.getPixelFromCoordinate([...at])
    const [width = 0, height = 0] = this.map.getSize() ?? []
    const [x, y] = [pixel?.[0] ?? 0, pixel?.[1] ?? 0]
    if (pixel === null || (x > 24 && y > 24 && x < width - 24 && y < height - 24)) return
    this.goTo([at[0] ?? 0, at[1] ?? 0])
  }

  /** Moves with another map from now on. */
  follow(other: CityMap): void {
    this.view = other.view
    this.ground.setView(other.view)
    this.map.setView(other.view)
  }

  /** After the target has changed its size in this very step. */
  updateSize(): void {
    this.ground.updateSize()
    this.map.updateSize()
  }

  pan(dx: number, dy: number): void {
    const resolution = this.view.getResolution() ?? 0
    const center = this.view.getCenter() as [number, number]
    this.view.setCenter([center[0] + dx * resolution, center[1] + dy * resolution])
  }

  destroy(): void {
    for (const map of [this.map, this.ground]) {
      map.getTargetElement()?.remove()
      map.setTarget(undefined)
      map.dispose()
    }
  }
}
