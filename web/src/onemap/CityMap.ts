import OlMap from 'ol/Map'
import View from 'ol/View'
import ScaleLine from 'ol/control/ScaleLine'
import MVT from 'ol/format/MVT'
import Feature from 'ol/Feature'
import { defaults as interactions } from 'ol/interaction/defaults'
import VectorTileLayer from 'ol/layer/VectorTile'
import VectorTileSource from 'ol/source/VectorTile'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import type VectorTile from 'ol/VectorTile'
import { wire } from '../shell/http'
import { alpha, lookOf, token } from './looks'
import { cgcs2000Quad, GEOGRAPHIC, resolutionAt, scaleDenominator } from './projection'
import { needsGeometry, tileStyle } from './tileStyles'

export interface ShownLayer {
  code: string
  hash: string
}

export interface Hit {
  layer: string
  hash: string
  feature: number
  /** The feature's class, where its layer has classes. */
  cls: string
}

export interface MapListener {
  moved(center: [number, number], zoom: number, scale: number): void
  pointer(at: [number, number] | null): void
  tilesFailed(): void
}

/** The city's map in EPSG:4490: vector tiles of the baseline's snapshots, in the looks of each layer. */
export class CityMap {
  readonly map: OlMap
  readonly view: View
  private marked: VectorTileLayer | null = null
  private readonly tiles = new Map<string, { layer: VectorTileLayer; hash: string }>()

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
    // keyboard: the page's own keys move the map, and corners on it
    this.map = new OlMap({
      target,
      view: this.view,
      controls: [new ScaleLine({ units: 'metric', minWidth: 72 })],
      interactions: interactions({ keyboard: false, shiftDragZoom: false, altShiftDragRotate: false, pinchRotate: false, doubleClickZoom: false }),
    })
    this.map.on('moveend', () => this.tellMoved())
    this.map.on('pointermove', (event) => listener.pointer(event.coordinate as [number, number]))
    target.addEventListener('pointerleave', () => listener.pointer(null))
  }

  private tellMoved(): void {
    const center = this.view.getCenter() as [number, number]
    const resolution = this.view.getResolution() ?? resolutionAt(12)
    this.listener.moved(center, Math.log2(resolutionAt(0) / resolution), scaleDenominator(resolution, center[1]))
  }

  /** Shows exactly these layers; a layer whose snapshot changed is loaded anew. */
  show(layers: readonly ShownLayer[]): void {
    const wanted = new Map(layers.map((l) => [l.code, l.hash]))
    for (const [code, held] of this.tiles) {
      if (wanted.get(code) === held.hash) continue
      this.map.removeLayer(held.layer)
      this.tiles.delete(code)
    }
    for (const [code, hash] of wanted) {
      if (this.tiles.has(code)) continue
      const layer = this.tileLayer(code, hash)
      this.tiles.set(code, { layer, hash })
      this.map.addLayer(layer)
    }
  }

  private tileLayer(code: string, hash: string): VectorTileLayer {
    const format = needsGeometry(code) ? new MVT<Feature>({ featureClass: Feature, idProperty: 'id' }) : new MVT({ idProperty: 'id' })
    const source = new VectorTileSource({
      format: format as MVT,
      projection: GEOGRAPHIC,
      tileGrid: cgcs2000Quad,
      tileUrlFunction: ([z, x, y]) => `/api/tiles/CGCS2000Quad/${code}/${hash}/${z}/${x}/${y}.mvt`,
      tileLoadFunction: (tile, url) => this.load(tile as VectorTile<never>, url),
      transition: 0,
      wrapX: false,
    })
    return new VectorTileLayer({
      source,
      style: tileStyle(code),
      zIndex: lookOf(code).order,
      renderBuffer: 12,
      declutter: false,
      properties: { code, hash },
    })
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
    this.map.forEachFeatureAtPixel(
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

  /** Outlines one feature, or none; it is drawn from the tiles that are there anyway. */
  mark(hit: Hit | null): void {
    if (this.marked !== null) this.map.removeLayer(this.marked)
    this.marked = null
    const source = hit === null ? undefined : this.tiles.get(hit.layer)?.layer.getSource()
    if (hit === null || source === undefined || source === null) return
    const accent = token('accent')
    const look = [
      new Style({ stroke: new Stroke({ color: '#FFFFFFE6', width: 5 }) }),
      new Style({ stroke: new Stroke({ color: accent, width: 2.5 }), fill: new Fill({ color: alpha(accent, 0.12) }) }),
    ]
    this.marked = new VectorTileLayer({
      source,
      style: (feature) => (Number(feature.getId() ?? feature.get('id')) === hit.feature ? look : undefined),
      zIndex: 40,
    })
    this.map.addLayer(this.marked)
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
    this.map.updateSize()
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

  /** Moves the view just so far that a place is in it. */
  reveal(at: readonly number[]): void {
    const pixel = this.map.getPixelFromCoordinate([...at])
    const [width = 0, height = 0] = this.map.getSize() ?? []
    const [x, y] = [pixel?.[0] ?? 0, pixel?.[1] ?? 0]
    if (pixel === null || (x > 24 && y > 24 && x < width - 24 && y < height - 24)) return
    this.goTo([at[0] ?? 0, at[1] ?? 0])
  }

  pan(dx: number, dy: number): void {
    const resolution = this.view.getResolution() ?? 0
    const center = this.view.getCenter() as [number, number]
    this.view.setCenter([center[0] + dx * resolution, center[1] + dy * resolution])
  }

  destroy(): void {
    this.map.setTarget(undefined)
    this.map.dispose()
  }
}
