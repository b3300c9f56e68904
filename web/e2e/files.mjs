/** Boundary files as they come from surveyors' desks, made in memory: plot TXT in GBK or UTF-8, a zipped shapefile. */

/** GBK is what Windows desks write; Node reads it but does not write it, so the table is turned round once. */
const GBK = new Map()
for (let high = 0x81; high <= 0xfe; high++)
  for (let low = 0x40; low <= 0xfe; low++) {
    const text = new TextDecoder('gbk').decode(Uint8Array.of(high, low))
    if ([...text].length === 1 && !GBK.has(text)) GBK.set(text, [high, low])
  }
export const gbk = (text) => Buffer.from([...text].flatMap((c) => (c.charCodeAt(0) < 128 ? [c.charCodeAt(0)] : GBK.get(c))))

const HEAD = ['[属性描述]', '格式版本号=1.01', '坐标系=2000国家大地坐标系', '几度分带=3', '投影类型=高斯克吕格', '计量单位=米']
const POINTS = [[2689231.438, 642129.727], [2689331.438, 642149.727], [2689301.112, 642266.305], [2689211.905, 642240.118]]

/** One plot near the town; zone 36 in front of the easting, or no word of a zone at all. */
export function plotTxt(name, { zone = '36' } = {}) {
  const point = ([x, y], i) => `J${i + 1},1,${x.toFixed(3)},${zone}${y.toFixed(3)}`
  const ring = [...POINTS.map(point), point(POINTS[0], 0)]
  return [...HEAD, ...(zone === '' ? [] : [`带号=${zone}`]), '精度=0.001', '转换参数=,,,,,,', '[地块坐标]', `5,1.1306,1,${name},面,,工业用地,,@`, ...ring, ''].join('\r\n')
}

export const NO_PLOTS = [...HEAD, '带号=36', '精度=0.001', '转换参数=,,,,,,', ''].join('\r\n')

const PRJ = 'GEOGCS["China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'

/** Polygons in degrees (outer rings clockwise) with their names in a GBK dBASE table. */
export function shapefileZip(plots) {
  return zip(shapefile('plots', plots, dbf(plots.map((p) => p.name)), 'GBK'))
}

/** Several layers in one archive: by the name of each its features, a ring and texts in ASCII. */
export function shapefilesZip(layers) {
  return zip(Object.assign({}, ...Object.entries(layers).map(([name, features]) => shapefile(name, features, table(features.map((f) => f.values)), 'UTF-8'))))
}

function shapefile(name, plots, rows, encoding) {
  const boxOf = (ring) => [Math.min(...ring.map((p) => p[0])), Math.min(...ring.map((p) => p[1])), Math.max(...ring.map((p) => p[0])), Math.max(...ring.map((p) => p[1]))]
  const content = ({ ring }) => {
    const b = Buffer.alloc(48 + 16 * ring.length)
    b.writeInt32LE(5, 0)
    boxOf(ring).forEach((v, i) => b.writeDoubleLE(v, 4 + 8 * i))
    b.writeInt32LE(1, 36)
    b.writeInt32LE(ring.length, 40)
    ring.forEach(([x, y], i) => (b.writeDoubleLE(x, 48 + 16 * i), b.writeDoubleLE(y, 56 + 16 * i)))
    return b
  }
  const head = (bytes) => {
    const b = Buffer.alloc(100)
    b.writeInt32BE(9994, 0)
    b.writeInt32BE(bytes / 2, 24)
    b.writeInt32LE(1000, 28)
    b.writeInt32LE(5, 32)
    boxOf(plots.flatMap((p) => p.ring)).forEach((v, i) => b.writeDoubleLE(v, 36 + 8 * i))
    return b
  }
  const records = plots.map(content)
  const pair = (a, b) => Buffer.from(Uint32Array.of(a, b).buffer).swap32()
  const shp = records.flatMap((r, i) => [pair(i + 1, r.length / 2), r])
  let at = 50
  const shx = records.map((r) => {
    const entry = pair(at, r.length / 2)
    at += 4 + r.length / 2
    return entry
  })
  const whole = (parts) => Buffer.concat([head(100 + parts.reduce((n, p) => n + p.length, 0)), ...parts])
  return { [`${name}.shp`]: whole(shp), [`${name}.shx`]: whole(shx), [`${name}.dbf`]: rows, [`${name}.prj`]: Buffer.from(PRJ), [`${name}.cpg`]: Buffer.from(encoding) }
}

/** A dBASE table of texts, the same columns in every row. */
function table(rows) {
  const [names, width] = [Object.keys(rows[0]), 40]
  const head = Buffer.alloc(33 + 32 * names.length)
  head[0] = 3
  head.set([126, 11, 25], 1)
  head.writeUInt32LE(rows.length, 4)
  head.writeUInt16LE(head.length, 8)
  head.writeUInt16LE(1 + width * names.length, 10)
  names.forEach((name, i) => {
    head.write(name, 32 + 32 * i)
    head.write('C', 43 + 32 * i)
    head[48 + 32 * i] = width
  })
  head[head.length - 1] = 13
  const cell = (text) => Buffer.concat([Buffer.from(text), Buffer.alloc(width - Buffer.byteLength(text), ' ')])
  return Buffer.concat([head, ...rows.map((row) => Buffer.concat([Buffer.from(' '), ...names.map((name) => cell(row[name]))])), Buffer.from([0x1a])])
}

function dbf(names) {
  const width = 40
  const head = Buffer.alloc(65)
  head[0] = 3
  head.set([126, 11, 25], 1)
  head.writeUInt32LE(names.length, 4)
  head.writeUInt16LE(65, 8)
  head.writeUInt16LE(1 + width, 10)
  head.write('DKMC', 32)
  head.write('C', 43)
  head[48] = width
  head[64] = 13
  const rows = names.map((name) => Buffer.concat([Buffer.from(' '), gbk(name), Buffer.alloc(width - gbk(name).length, ' ')]))
  return Buffer.concat([head, ...rows, Buffer.from([0x1a])])
}

function crc32(bytes) {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}

/** A ZIP of stored entries. */
function zip(files) {
  const parts = []
  const directory = []
  let at = 0
  for (const [name, data] of Object.entries(files)) {
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name)])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, tail, Buffer.from(name)]))
    parts.push(local, data)
    at += local.length + data.length
  }
  const size = directory.reduce((n, d) => n + d.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}
