/** An invented review: real cuts of the invented shapes by the site, plane areas, apportioned to whole 0.01 m². */
import { createHash } from 'node:crypto'
import { BOUNDS, CLASSES, featuresOf, layers } from './city.mjs'
import { clip } from './mvt.mjs'

const K = 111319.49079327358
const planar = (ring) => { const lat = ring.reduce((s, p) => s + p[1], 0) / (ring.length || 1); const k = Math.cos((lat * Math.PI) / 180); return Math.abs(ring.reduce((s, p, i) => { const q = ring[(i + 1) % ring.length]; return s + (p[0] * q[1] - q[0] * p[1]) }, 0) / 2) * K * K * k }
const signed = (ring) => ring.reduce((s, p, i) => { const q = ring[(i + 1) % ring.length]; return s + (p[0] * q[1] - q[0] * p[1]) }, 0)
const open = (ring) => { const r = ring.slice(0, -1); return signed(r) < 0 ? r.reverse() : r }
const m2 = (cents) => (cents / 100).toFixed(2)
const pct = (c, whole) => (whole === 0 ? 0 : (c / whole) * 100).toFixed(2)

function apportion(parts, total) {
  const sum = parts.reduce((a, b) => a + b, 0) || 1
  const exact = parts.map((p) => (p / sum) * total)
  const out = exact.map(Math.floor)
  const order = exact.map((e, i) => [e - Math.floor(e), i]).sort((a, b) => b[0] - a[0])
  for (let k = 0, left = total - out.reduce((a, b) => a + b, 0); k < left; k++) out[order[k % order.length][1]]++
  return out
}

const RULES = [
  { rule: 'permanent-farmland', layer: 'YJJBNTBHTB', zh: '占用永久基本农田', en: 'Permanent basic farmland occupied', verdict: 'FAIL', article: [['中华人民共和国土地管理法', '第三十五条', 'unverified']], remedyZh: '调整用地范围,避让永久基本农田。', remedyEn: 'Change the site so that it avoids permanent basic farmland.' },
  { rule: 'ecological-red-line', layer: 'STBHHX', zh: '占用生态保护红线', en: 'Ecological red line occupied', verdict: 'FAIL', article: [['自然资发〔2022〕142号', '', 'verified']], remedyZh: '避让生态保护红线。', remedyEn: 'Avoid the red line.' },
  { rule: 'urban-boundary', layer: 'CZKFBJ', outside: true, zh: '城镇开发边界外集中城镇建设', en: 'Urban building outside the urban development boundary', verdict: 'FAIL', article: [['城镇开发边界管理办法(试行)', '', 'verified']], remedyZh: '退入城镇开发边界的城镇集中建设区。', remedyEn: 'Move the site into the concentrated-building part of the boundary.' },
  { rule: 'cropland-occupied', layer: 'DLTB', where: (f) => f.DLBM.startsWith('01'), zh: '占用耕地', en: 'Cropland occupied', verdict: 'CONDITIONAL', needs: [['cropland-balance-plan', '补充耕地方案', 'plan of the replacing cropland']], article: [['中华人民共和国土地管理法', '第三十条', 'unverified']], remedyZh: '落实耕地占补平衡,附补充耕地方案。', remedyEn: 'Provide for the cropland balance, with the plan of the replacing cropland.' },
  { rule: 'plan-zone', layer: 'GHFQ', where: (f) => f.GHFQDM.startsWith('5'), zh: '规划分区准入', en: 'Plan zone admits the use conditionally', verdict: 'CONDITIONAL', needs: [['plan-conformity-opinion', '国土空间规划符合性意见', 'opinion on plan conformity']], article: [['市级国土空间总体规划编制指南(试行)', '附录', 'verified']], remedyZh: '按分区准入要求论证。', remedyEn: 'Argue by the zone’s list of admitted uses.' },
  { rule: 'flood-line', layer: 'HLFXKZX', zh: '位于洪涝风险控制线内', en: 'Inside the flood risk control line', verdict: 'CONDITIONAL', needs: [['flood-impact-assessment', '洪水影响评价报告', 'flood impact assessment']], article: [['中华人民共和国防洪法', '第三十三条', 'unverified']], remedyZh: '编制洪水影响评价报告。', remedyEn: 'Provide the flood impact assessment.' },
  { rule: 'history-line', layer: 'LSWHBHX', zh: '位于历史文化保护线内', en: 'Inside a historic conservation line', verdict: 'CONDITIONAL', needs: [], article: [['历史文化名城名镇名村保护条例', '', 'verified']], remedyZh: '征求文物和名城主管部门意见。', remedyEn: 'Ask the heritage authority.' },
  { rule: 'geohazard-zone', layer: 'DZZHFXQ', zh: '位于地质灾害高风险区', en: 'In a geohazard zone of high risk', verdict: 'CONDITIONAL', needs: [], article: [['地质灾害防治条例', '第二十一条', 'unverified']], remedyZh: '开展地质灾害危险性评估。', remedyEn: 'Have the hazard assessed.' },
  { rule: 'mining-right', layer: 'CKQ', zh: '压覆采矿权', en: 'Covers a mining right', verdict: 'CONDITIONAL', needs: [], article: [['中华人民共和国矿产资源法', '', 'unverified']], remedyZh: '', remedyEn: '' },
  { rule: 'approved-land', layer: 'YPJSYD', zh: '与已批建设用地重叠', en: 'Overlaps approved land', verdict: 'INFO', needs: [], article: [], remedyZh: '核对已批用地。', remedyEn: 'Compare with the earlier approval.' },
]

function cut(layer, plots, whole) {
  if (layer.snapshot === null) return { answer: 'NOT_ANSWERED', reason: 'no-snapshot', area: 0, leaves: [], shapes: [] }
  const [w, s, e, n] = BOUNDS
  const leaves = [], shapes = []
  for (const plot of plots) {
    const inside = clip(plot.ring, [[w + 0.001, s + 0.001], [e - 0.001, s + 0.001], [e - 0.001, n - 0.001], [w + 0.001, n - 0.001]])
    const parts = []
    for (const f of featuresOf(layer.code)) {
      if (f.bounds[2] < plot.bounds[0] || f.bounds[0] > plot.bounds[2] || f.bounds[3] < plot.bounds[1] || f.bounds[1] > plot.bounds[3]) continue
      const ring = clip(inside, f.ring)
      const size = ring.length > 2 ? planar(ring) : 0
      if (size > 0.005) parts.push({ kind: 'piece', feature: f.id, size, fields: f.fields, ring })
    }
    const covered = planar(inside), pieces = parts.reduce((a, p) => a + p.size, 0)
    if (plot.size - covered > 0.01) parts.push({ kind: 'outside-coverage', feature: null, size: plot.size - covered, fields: {} })
    if (layer.kind !== 'COVERAGE' && covered - pieces > 0.01) parts.push({ kind: 'rest', feature: null, size: covered - pieces, fields: {}, ring: inside })
    const areas = apportion(parts.map((p) => p.size), plot.cents)
    parts.forEach((p, i) => { leaves.push({ plot: plot.number, kind: p.kind, feature: p.feature, area: m2(areas[i]), cents: areas[i], share: pct(areas[i], whole), sliver: false, fields: p.fields, ring: p.ring }) })
  }
  const area = leaves.filter((l) => l.kind === 'piece').reduce((a, l) => a + l.cents, 0)
  const out = leaves.filter((l) => l.kind === 'outside-coverage').reduce((a, l) => a + l.cents, 0)
  const reason = out === 0 ? null : out === whole ? 'outside-coverage' : 'partly-outside-coverage'
  return { answer: reason !== null ? 'NOT_ANSWERED' : area > 0 ? 'CONCERNED' : 'CLEAR', reason, area, leaves, shapes }
}

export function review(request, lang, heading = {}) {
  const en = lang === 'en'
  const plots = request.plots.flatMap((p) => (p.geometry.type === 'Polygon' ? [p.geometry.coordinates] : p.geometry.coordinates).map((rings) => { const ring = open(rings[0]); const size = planar(ring); return { number: p.number, name: p.name, ring, size, cents: Math.round(size * 100), bounds: [Math.min(...ring.map((c) => c[0])), Math.min(...ring.map((c) => c[1])), Math.max(...ring.map((c) => c[0])), Math.max(...ring.map((c) => c[1]))] } }))
  const whole = plots.reduce((a, p) => a + p.cents, 0)
  const cuts = new Map(layers.map((l) => [l.code, cut(l, plots, whole)]))
  const shapes = []
  const findings = RULES.map((r) => {
    const c = cuts.get(r.layer)
    const taken = c.leaves.filter((l) => (r.outside ? l.kind === 'rest' : l.kind === 'piece' && (r.where === undefined || r.where(l.fields))))
    const cents = taken.reduce((a, l) => a + l.cents, 0)
    const verdict = cents > 0 ? r.verdict : c.answer === 'NOT_ANSWERED' ? 'NOT_ANSWERED' : 'PASS'
    if (cents > 0) for (const l of taken) if (l.ring?.length > 2) {
      const hole = r.outside ? c.leaves.filter((x) => x.kind === 'piece').map((x) => [...x.ring, x.ring[0]].reverse()) : []
      shapes.push({ type: 'Feature', properties: { rule: r.rule, layer: r.layer, verdict, area: l.area, feature: l.feature }, geometry: { type: 'Polygon', coordinates: [[...l.ring, l.ring[0]], ...hole] } })
    }
    return { rule: r.rule, title: en ? r.en : r.zh, ruleVersion: 1, layer: r.layer, verdict, severity: 'MAJOR', area: m2(cents), hectares: (Math.floor((cents + 50) / 100) / 1e4).toFixed(4), share: pct(cents, whole), article: r.article.map(([doc, clause, status]) => ({ doc, clause, status })), needs: (r.needs ?? []).map((x) => x[0]), needsText: (r.needs ?? []).map((x) => (en ? x[2] : x[1])), given: [], satisfied: false, remedy: en ? r.remedyEn : r.remedyZh, pieces: taken.map((l) => ({ layer: r.layer, plot: l.plot, feature: l.feature, kind: l.kind, area: l.area })) }
  })
  const conclusion = ['FAIL', 'NOT_ANSWERED', 'CONDITIONAL', 'PASS'].find((v) => findings.some((f) => f.verdict === v)) ?? 'PASS'
  const answers = layers.map((l) => { const c = cuts.get(l.code); return { layer: l.code, name: en ? l.en : l.zh, group: l.group, required: l.required, snapshot: l.snapshot?.hash ?? null, inForceFrom: l.snapshot?.inForceFrom ?? null, knownFrom: l.snapshot?.knownFrom ?? null, invented: true, answer: c.answer, reason: c.reason, area: m2(c.area), share: pct(c.area, whole), leaves: c.leaves.map(({ cents, ring, ...l }) => l), touches: [], slivers: { count: 0, area: '0.00', seen: false } } })
  const land = cuts.get('DLTB').leaves.filter((l) => l.kind === 'piece')
  const rows = CLASSES.map(([code, name]) => [name, code, land.filter((l) => l.fields.DLBM === code).reduce((a, l) => a + l.cents, 0)]).filter((r) => r[2] > 0)
  const table = { title: en ? 'Present land use' : '现状地类面积表', unit: 'ha', columns: [{ key: 'name', title: en ? 'Class' : '地类', group: '', numeric: false }, { key: 'code', title: en ? 'Code' : '编码', group: '', numeric: false }, { key: 'area', title: en ? 'Area' : '面积', group: '', numeric: true }], rows: rows.map((r) => ({ kind: 'row', cells: [r[0], r[1], (r[2] / 1e6).toFixed(4)] })) }
  const body = { schema: 'cuntu:review-1', id: null, name: request.name ?? null, at: null, by: null, language: lang, engine: 1, asOf: request.asOf ?? '2026-11-24', known: '2026-11-20T01:42:00Z', project: request.project, site: { hash: createHash('sha256').update(JSON.stringify(plots.map((p) => p.ring))).digest('hex'), crs: request.crs ?? 'EPSG:4490', legalArea: m2(whole), planeArea: null, statedArea: null, factor: '1.000000000', plots: plots.map((p) => ({ number: p.number, name: p.name, legalArea: m2(p.cents), planeArea: null, statedArea: null })) }, conclusion, summary: { text: en ? `The site is ${(whole / 1e6).toFixed(4)} ha.` : `项目用地总面积 ${(whole / 1e6).toFixed(4)} 公顷。` }, layers: answers, findings, tables: { landUse: table, planUse: { zones: null, plots: null }, controlLines: null, cropland: null, items: null }, notes: [{ code: 'invented', args: {}, text: en ? 'Demonstration: the layers are invented and are no basis for any business.' : '演示数据:图层为虚构,不作为办事依据。' }], ruleSet: 'mock', millis: 4 }
  const canonicalHash = createHash('sha256').update(JSON.stringify([body.site.hash, request.project, findings.map((f) => [f.rule, f.verdict, f.area])])).digest('hex')
  return { ...body, canonicalHash, ...heading, shapes: { type: 'FeatureCollection', features: shapes } }
}
