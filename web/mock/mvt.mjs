/** A small writer of vector tiles for invented shapes: polygons of one layer, extent 4096, buffer 64. */
const EXTENT = 4096
const BUFFER = 64

class Bytes {
  constructor() { this.list = [] }
  varint(v) { while (v > 127) { this.list.push((v % 128) | 128); v = Math.floor(v / 128) } this.list.push(v) }
  bytes(field, data) { this.varint((field << 3) | 2); this.varint(data.length); for (const b of data) this.list.push(b) }
  text(field, value) { this.bytes(field, Buffer.from(value)) }
  number(field, value) { this.varint(field << 3); this.varint(value) }
  packed(field, values) { const b = new Bytes(); for (const v of values) b.varint(v); this.bytes(field, b.list) }
}

const zigzag = (n) => (n << 1) ^ (n >> 31)

/** Sutherland–Hodgman: a ring cut by a convex ring, both counter-clockwise and open. */
export function clip(subject, convex) {
  let out = subject
  for (let i = 0; i < convex.length && out.length > 0; i++) {
    const [ax, ay] = convex[i]
    const [bx, by] = convex[(i + 1) % convex.length]
    const side = ([x, y]) => (bx - ax) * (y - ay) - (by - ay) * (x - ax)
    const next = []
    for (let j = 0; j < out.length; j++) {
      const [p, q] = [out[j], out[(j + 1) % out.length]]
      const [sp, sq] = [side(p), side(q)]
      if (sp >= 0) next.push(p)
      if (sp >= 0 !== sq >= 0) { const t = sp / (sp - sq); next.push([p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t]) }
    }
    out = next
  }
  return out
}

function geometry(ring, west, north, size) {
  const points = ring.map(([x, y]) => [Math.round(((x - west) / size) * EXTENT), Math.round(((north - y) / size) * EXTENT)])
  const distinct = points.filter((p, i) => i === 0 || p[0] !== points[i - 1][0] || p[1] !== points[i - 1][1])
  if (distinct.length < 3) return null
  const ordered = distinct.reverse() // north down turns the ring; exteriors are positive in tile space
  const turned = ordered.reduce((s, p, i) => { const q = ordered[(i + 1) % ordered.length]; return s + p[0] * q[1] - q[0] * p[1] }, 0) < 0 ? [...ordered].reverse() : ordered
  const out = []
  let [cx, cy] = [0, 0]
  turned.forEach(([x, y], i) => {
    if (i === 0) out.push((1 << 3) | 1)
    if (i === 1) out.push(((turned.length - 1) << 3) | 2)
    out.push(zigzag(x - cx), zigzag(y - cy))
    ;[cx, cy] = [x, y]
  })
  out.push((1 << 3) | 7)
  return out
}

/** @param features {id, ring, tags} in degrees; null when nothing is in the tile */
export function tile(name, features, z, x, y) {
  const size = 360 / 2 ** z
  const [west, north] = [-180 + x * size, 90 - y * size]
  const b = (BUFFER / EXTENT) * size
  const [w, e, s, n] = [west - b, west + size + b, north - size - b, north + b]
  const box = [[w, s], [e, s], [e, n], [w, n]]
  const keys = new Map(), values = new Map(), layer = new Bytes()
  layer.number(15, 2)
  layer.text(1, name)
  let count = 0
  for (const f of features) {
    if (f.bounds[2] < w || f.bounds[0] > e || f.bounds[3] < s || f.bounds[1] > n) continue
    const g = geometry(clip(f.ring, box), west, north, size)
    if (g === null) continue
    const tags = []
    for (const [k, v] of Object.entries({ id: f.id, ...f.tags })) {
      if (!keys.has(k)) keys.set(k, keys.size)
      if (!values.has(v)) values.set(v, values.size)
      tags.push(keys.get(k), values.get(v))
    }
    const feature = new Bytes()
    feature.number(1, f.id)
    feature.packed(2, tags)
    feature.number(3, 3)
    feature.packed(4, g)
    layer.bytes(2, feature.list)
    count++
  }
  if (count === 0) return null
  for (const k of keys.keys()) layer.text(3, k)
  for (const v of values.keys()) { const one = new Bytes(); typeof v === 'number' ? one.number(4, v) : one.text(1, String(v)); layer.bytes(4, one.list) }
  layer.number(5, EXTENT)
  const out = new Bytes()
  out.bytes(3, layer.list)
  return Buffer.from(out.list)
}
