/** An invented little city: enough shapes to try the page by hand and in its tests without the server. */
import { createHash } from 'node:crypto'

export const CENTER = [109.42, 24.33]
const [LON, LAT] = CENTER
export const BOUNDS = [LON - 0.075, LAT - 0.06, LON + 0.075, LAT + 0.06]

const noise = (i, j, k = 0) => { const v = Math.sin(i * 127.1 + j * 311.7 + k * 74.7) * 43758.5453; return v - Math.floor(v) }
const smooth = (x, y, k) => { const [i, j] = [Math.floor(x), Math.floor(y)]; const [u, v] = [x - i, y - j]; const m = (a, b, t) => a + (b - a) * t * t * (3 - 2 * t); return m(m(noise(i, j, k), noise(i + 1, j, k), u), m(noise(i, j + 1, k), noise(i + 1, j + 1, k), u), v) }
const bounds = (ring) => [Math.min(...ring.map((p) => p[0])), Math.min(...ring.map((p) => p[1])), Math.max(...ring.map((p) => p[0])), Math.max(...ring.map((p) => p[1]))]
const feature = (id, ring, fields, c) => ({ id, ring, bounds: bounds(ring), fields, tags: c === undefined ? {} : { c } })

function grid(n, step, fields) {
  const corner = (i, j) => [BOUNDS[0] + (i + (noise(i, j, 1) - 0.5) * 0.5) * step, BOUNDS[1] + (j + (noise(i, j, 2) - 0.5) * 0.5) * step * 0.9]
  const list = []
  for (let j = 0; j * step * 0.9 < 0.12; j++) for (let i = 0; i * step < 0.15; i++) {
    const ring = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)]
    const [f, c] = fields(ring[0][0], ring[0][1], i, j)
    list.push(feature(list.length, ring, { BSM: `4502${n}${String(list.length).padStart(8, '0')}`, ...f }, c))
  }
  return list
}

const ellipse = (x, y, rx, ry, turn = 0, n = 40) => Array.from({ length: n }, (_, k) => { const a = (k / n) * 2 * Math.PI; const [u, v] = [rx * Math.cos(a), ry * Math.sin(a)]; return [LON + x + u * Math.cos(turn) - v * Math.sin(turn), LAT + y + u * Math.sin(turn) + v * Math.cos(turn)] })

export const CLASSES = [['0101', '水田', '农用地'], ['0103', '旱地', 'N'], ['0201', '果园', 'N'], ['0301', '乔木林地', 'N'], ['0601', '工业用地', 'J'], ['0701', '城镇住宅用地', 'J'], ['0702', '农村宅基地', 'J'], ['1003', '公路用地', 'J'], ['1006', '农村道路', 'N'], ['1101', '河流水面', 'W'], ['1104', '坑塘水面', 'N'], ['1202', '设施农用地', 'N'], ['1203', '田坎', 'N']]
const nameOf = Object.fromEntries(CLASSES.map((c) => [c[0], c[1]]))
function classAt(x, y, i, j) {
  const river = Math.abs(y - LAT - 0.02 * Math.sin((x - LON) * 60)) < 0.0022
  const town = Math.hypot((x - LON) / 0.03, (y - LAT - 0.012) / 0.016)
  const hill = smooth(x * 90, y * 90, 5)
  if (river) return '1101'
  if (town + noise(i, j) * 0.4 < 1) return noise(i, j, 7) < 0.25 ? '0601' : noise(i, j, 7) < 0.34 ? '1003' : '0701'
  if (hill > 0.66) return '0301'
  return ['0101', '0101', '0101', '0101', '0103', '0103', '0201', '1104', '0702', '1202', '1006'][Math.floor(noise(i, j, 9) * 11)]
}

const owners = ['阳和村', '莲塘村', '北岭村']
const data = {
  DLTB: grid('1', 0.0014, (x, y, i, j) => { const c = classAt(x, y, i, j); return [{ DLBM: c, DLMC: nameOf[c], QSDWMC: owners[Math.floor((i / 40) % 3)], QSXZ: '30' }, c] }),
  GHFQ: grid('4', 0.012, (x, y) => { const t = Math.hypot((x - LON) / 0.035, (y - LAT - 0.01) / 0.022); const c = t < 1 ? '410' : t < 1.3 ? '420' : smooth(x * 90, y * 90, 5) > 0.6 ? '530' : '520'; return [{ GHFQDM: c, GHFQMC: { 410: '城镇集中建设区', 420: '城镇弹性发展区', 530: '林业发展区', 520: '一般农业区' }[c] }, c] }),
  YJJBNTBHTB: [[-0.045, -0.02, 0.016, 0.011, 0.3], [0.048, -0.018, 0.017, 0.013, -0.4], [0.0, -0.04, 0.02, 0.009, 0.1], [-0.048, 0.04, 0.012, 0.009, 0.6]].map((e, i) => feature(i, ellipse(...e), { YJJBNTTBBH: `450203${i}`, DLBM: '0101' })),
  STBHHX: [[0.056, 0.042, 0.014, 0.012, 0.2], [-0.062, 0.008, 0.008, 0.013, 0]].map((e, i) => feature(i, ellipse(...e), { HXMC: '水源涵养(演示)', LHLX: '水源涵养' })),
  CZKFBJ: [feature(0, ellipse(0, 0.01, 0.036, 0.024, 0.1, 64), { GHFQDM: '410', GHFQMC: '城镇集中建设区' }, '410')],
  KGDK: Array.from({ length: 24 }, (_, i) => { const [x, y] = [LON - 0.02 + (i % 6) * 0.0055, LAT + 0.004 + Math.floor(i / 6) * 0.0046]; const c = ['070102', '100101', '0901', '1401', '0804', '1207'][(i * 5) % 6]; return feature(i, [[x, y], [x + 0.005, y + 0.0003], [x + 0.0052, y + 0.0042], [x + 0.0001, y + 0.004]], { DKBH: `YH-${i + 1}`, YDYHFLDM: c }, c) }),
  LSWHBHX: [feature(0, ellipse(0.012, 0.024, 0.004, 0.003, 0.2, 14), { MC: '老街片区(演示)', JB: '市级' })],
  HLFXKZX: [feature(0, ellipse(-0.02, 0.014, 0.011, 0.005, -0.4), { MC: '滨江(演示)' })],
  ZRBHD: [feature(0, ellipse(0.06, 0.046, 0.01, 0.008), { BHQMC: '演示森林公园', GNFQ: '一般控制区' })],
  CKQ: [feature(0, ellipse(-0.035, 0.045, 0.006, 0.005, 0, 6), { XKZH: 'C4502-演示', KZ: '石灰岩' })],
  YPJSYD: [feature(0, [[LON - 0.012, LAT - 0.004], [LON - 0.007, LAT - 0.004], [LON - 0.007, LAT], [LON - 0.012, LAT]], { PZWH: '演示〔2024〕3号' })],
}
for (const f of data.DLTB) f.tags.BSM = f.fields.BSM

const F = (code, zh, en, type = 'TEXT') => ({ code, zh, en, type })
const REGISTER = [
  ['DLTB', '地类图斑', 'Land-use patches', 'COVERAGE', 'survey', true, '2025-12-31', [F('DLBM', '地类编码', 'Class code'), F('DLMC', '地类名称', 'Class'), F('QSDWMC', '权属单位', 'Owner'), F('QSXZ', '权属性质', 'Nature')], 'SD2019', 'DLBM'],
  ['XZQ', '行政区(乡镇)', 'Townships', 'COVERAGE', 'survey', false, null, []],
  ['PDT', '坡度图', 'Slope classes', 'COVERAGE', 'survey', false, null, []],
  ['YJJBNTBHTB', '永久基本农田', 'Permanent basic farmland', 'DISJOINT', 'control-line', true, '2026-06-18', [F('YJJBNTTBBH', '图斑编号', 'Patch number')]],
  ['STBHHX', '生态保护红线', 'Ecological red line', 'DISJOINT', 'control-line', true, '2023-11-02', [F('HXMC', '红线名称', 'Name')]],
  ['CZKFBJ', '城镇开发边界', 'Urban development boundary', 'DISJOINT', 'control-line', true, '2026-03-09', [F('GHFQMC', '分区', 'Zone')]],
  ['LSWHBHX', '历史文化保护线', 'Historic conservation line', 'OVERLAPPING', 'control-line', false, '2024-01-30', [F('MC', '名称', 'Name')]],
  ['ZRBHD', '自然保护地', 'Nature reserves', 'DISJOINT', 'control-line', false, '2023-11-02', []],
  ['GHFQ', '规划分区', 'Plan zones', 'COVERAGE', 'plan', true, '2023-11-02', [F('GHFQMC', '分区名称', 'Zone')], 'GHFQ2020', 'GHFQDM'],
  ['KGDK', '详细规划地块', 'Detailed-plan plots', 'DISJOINT', 'plan', false, '2026-10-15', [F('DKBH', '地块编号', 'Plot')], 'YDYH2023', 'YDYHFLDM'],
  ['HLFXKZX', '洪涝风险控制线', 'Flood risk control line', 'DISJOINT', 'risk', false, '2025-04-01', []],
  ['DZZHFXQ', '地质灾害风险区', 'Geohazard risk zones', 'DISJOINT', 'risk', false, null, []],
  ['CKQ', '采矿权', 'Mining rights', 'OVERLAPPING', 'management', false, '2026-09-30', []],
  ['YPJSYD', '已批建设用地', 'Approved construction land', 'OVERLAPPING', 'management', false, '2026-10-30', []],
]

export const layers = REGISTER.map(([code, zh, en, kind, group, required, inForceFrom, fields, classScheme = null, classField = null]) => {
  const features = data[code]
  const snapshot = features === undefined ? null : { hash: createHash('sha256').update(code).digest('hex'), inForceFrom, knownFrom: '2026-11-20T01:42:00Z', features: features.length, bounds: BOUNDS, invented: true, source: '演示' }
  return { code, group, zh, en, kind, owner: '演示', classification: 2, required, fields, classScheme, classField, snapshot, reason: snapshot === null ? 'no-snapshot' : null }
})
export const featuresOf = (code) => data[code] ?? []

const around = (x, y, rx, ry, n, turn = 0) => { const r = ellipse(x, y, rx, ry, turn, n).map((p) => p.map((v) => Math.round(v * 1e9) / 1e9)); return { type: 'Polygon', coordinates: [[...r, r[0]]] } }
const SITES = [
  ['inside-boundary', '集中建设区内的工业项目', 'Industry inside the boundary', [0.02, 0.004, 0.0012, 0.001, 6], '1001'],
  ['farmland', '压占永久基本农田', 'Takes permanent farmland', [0.034, -0.012, 0.0022, 0.0018, 8], '1001'],
  ['red-line', '进入生态保护红线', 'Enters the red line', [0.046, 0.036, 0.002, 0.0018, 7], '0901'],
  ['flood', '洪涝风险控制线内', 'Inside the flood line', [-0.021, 0.014, 0.001, 0.0009, 5], '0701'],
  ['outside-coverage', '超出数据范围', 'Outside the coverage', [0.075, -0.03, 0.0016, 0.0014, 6], '1101'],
]
export const showcase = { type: 'FeatureCollection', features: SITES.map(([id, zh, en, shape, purpose]) => ({ type: 'Feature', properties: { id, name: zh, name_en: en, project: { kind: 'batch', purpose, level: 'ordinary' } }, geometry: around(...shape) })) }
