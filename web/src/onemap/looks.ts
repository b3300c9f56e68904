/**
 * How each layer looks, once, for the map and for the layer tree. Colours are names of tokens.css (`--name`) or plain
 * values where the standard gives one; hatches have a period that divides a tile so that they meet at tile edges.
 */
export interface Hatch {
  angle: 45 | -45 | 0
  period: 8 | 16
  width: number
  alpha: number
  dots?: boolean
}

export interface Look {
  colour: string
  width: number
  dash?: number[]
  /** Alpha of the flat fill, 0 for none. */
  fill: number
  hatch?: Hatch
  halo?: boolean
  /** Short strokes on the inner side. */
  ticks?: boolean
  /** How a layer of points is marked; a dot when nothing is said. */
  mark?: 'triangle'
  /** The fill follows the feature's class. */
  classes?: 'land' | 'zone' | 'use' | 'slope' | 'line'
  order: number
}

export const LOOKS: Record<string, Look> = {
  DLTB: { colour: '#FFFFFF', width: 0.6, fill: 1, classes: 'land', order: 1 },
  GHFQ: { colour: '#FFFFFF', width: 0.8, fill: 0.7, classes: 'zone', order: 2 },
  PDT: { colour: '#FFFFFF', width: 0.4, fill: 0.55, classes: 'slope', order: 3 },
  KGDK: { colour: '#7B6F9A', width: 1.2, fill: 0.42, classes: 'use', order: 4 },
  YPJSYD: { colour: '#8A5A3C', width: 1.4, fill: 0, hatch: { angle: 0, period: 8, width: 1, alpha: 0.4 }, order: 5 },
  CKQ: { colour: 'mining', width: 1.6, fill: 0.1, hatch: { angle: -45, period: 16, width: 1, alpha: 0.4 }, order: 6 },
  TKQ: { colour: 'mining', width: 1.4, dash: [6, 4], fill: 0.06, order: 6 },
  DZZHFXQ: { colour: 'hazard', width: 1.3, fill: 0.1, hatch: { angle: 0, period: 8, width: 1.6, alpha: 0.6, dots: true }, order: 7 },
  HLFXKZX: { colour: 'flood', width: 1.6, dash: [8, 3, 2, 3], fill: 0.12, order: 8 },
  YJJBNTBHTB: { colour: 'pbf', width: 1, fill: 0.1, hatch: { angle: 45, period: 8, width: 1.3, alpha: 0.6 }, order: 9 },
  ZRBHD: { colour: '#2E7D6B', width: 1.6, dash: [10, 3], fill: 0.1, order: 10 },
  XZZTGNDW: { colour: '#7A7F87', width: 1.2, fill: 0.12, order: 4 },
  CSSX: { colour: '#2F8F4E', width: 1.6, fill: 0.08, classes: 'line', order: 11 },
  GYL: { colour: '#3F7D20', width: 1, fill: 0.08, hatch: { angle: -45, period: 16, width: 1, alpha: 0.4 }, order: 6 },
  CDDC: { colour: '#8A9A2B', width: 1, fill: 0.12, hatch: { angle: 45, period: 16, width: 1, alpha: 0.35 }, order: 5 },
  SYDC: { colour: '#1E88C7', width: 1.2, fill: 0.14, order: 5 },
  DXKJDC: { colour: '#6D5A8F', width: 1.4, dash: [4, 3], fill: 0.12, order: 6 },
  DBJZDC: { colour: '#9A6B3F', width: 0.8, fill: 0.1, order: 4 },
  SDFW: { colour: '#0D9488', width: 1.2, fill: 0.12, hatch: { angle: 0, period: 8, width: 1, alpha: 0.4 }, order: 8 },
  HHGLFW: { colour: '#1D6FA5', width: 1.4, dash: [6, 3], fill: 0.06, order: 8 },
  YYSSYBHQ: { colour: '#0369A1', width: 1.6, dash: [2, 3], fill: 0.1, order: 9 },
  FJMSQ: { colour: '#0F766E', width: 1.6, dash: [12, 4], fill: 0.06, order: 10 },
  YJJBNTWHTB: { colour: '#B8860B', width: 1.6, fill: 0.16, order: 10 },
  KCZYGHQ: { colour: '#92400E', width: 1.4, dash: [10, 4, 2, 4], fill: 0.04, order: 6 },
  ZYKCFW: { colour: '#7C2D12', width: 1.6, fill: 0.1, hatch: { angle: 45, period: 16, width: 1, alpha: 0.4 }, order: 6 },
  LSYLKS: { colour: '#78716C', width: 1.2, fill: 0.1, order: 6 },
  LSWHBHX: { colour: 'heritage', width: 1.6, fill: 0.08, order: 12 },
  STBHHX: { colour: 'eco', width: 1.8, fill: 0.06, hatch: { angle: -45, period: 16, width: 0.9, alpha: 0.35 }, ticks: true, order: 13 },
  CZKFBJ: { colour: 'ugb', width: 2.4, dash: [11, 4, 2, 4], fill: 0.02, halo: true, order: 14 },
  CJDCQ: { colour: 'admin', width: 0.9, dash: [3, 3], fill: 0, order: 15 },
  XZQ: { colour: 'admin', width: 1.5, dash: [8, 4, 2, 4], fill: 0, order: 16 },
  XZQJX: { colour: 'admin', width: 2, dash: [10, 3, 2, 3, 2, 3], fill: 0, halo: true, order: 17 },
  CLKZD: { colour: 'hazard', width: 1.4, fill: 0, mark: 'triangle', order: 18 },
}

export const PLAIN: Look = { colour: '#5F6E7B', width: 1.2, fill: 0.1, order: 10 }

export function lookOf(layer: string): Look {
  return LOOKS[layer] ?? PLAIN
}

const tokens = new Map<string, string>()
let mixer: CanvasRenderingContext2D | null = null

/** #rrggbb of any CSS colour: a minified style sheet may say `sienna` for #A0522D. */
function hex(colour: string): string {
  mixer ??= document.createElement('canvas').getContext('2d')
  if (mixer === null || colour === '') return colour
  mixer.fillStyle = colour
  return String(mixer.fillStyle)
}

/** The value of a token of tokens.css; a value that is none passes through. */
export function token(name: string): string {
  if (name.startsWith('#')) return name
  let value = tokens.get(name)
  if (value === undefined) {
    value = hex(getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim())
    tokens.set(name, value)
  }
  return value
}

export function alpha(colour: string, a: number): string {
  return `${colour.slice(0, 7)}${Math.round(a * 255).toString(16).padStart(2, '0')}`
}

/** Survey class: its own colour, that of its base without the suffix K or A, or that of its first level. */
export function landColour(code: string): string {
  const own = token(`lc-${code}`)
  if (own !== '') return own
  const base = token(`lc-${code.replace(/[A-Z]$/, '')}`)
  return base !== '' ? base : token(`lc1-${code.slice(0, 2)}`) || '#E4E7EA'
}

const ZONES: [string, string][] = [
  ['10', '#8DB88A'], ['1', '#8DB88A'], ['2', '#B5D3A5'], ['3', '#E2ECA2'], ['41', '#F2B9A6'], ['42', '#F4D3B8'],
  ['43', '#C9DFC0'], ['4', '#F2B9A6'], ['51', '#F0D6C4'], ['52', '#EFF0C4'], ['53', '#C4DDB4'], ['54', '#DDE6BE'],
  ['5', '#EFF0C4'], ['6', '#BFDDF0'], ['7', '#C9B3A2'],
]
const USES: [string, string][] = [
  ['01', '#EEF2B4'], ['02', '#F3D79A'], ['03', '#BAD8A0'], ['05', '#A8D0BC'], ['06', '#DCC8A6'], ['07', '#F7DE8C'],
  ['08', '#EFA7C4'], ['09', '#E8705F'], ['10', '#BB9678'], ['11', '#B98FC4'], ['12', '#C4C4C4'], ['13', '#7FA7C9'],
  ['14', '#8CC98A'], ['15', '#A9A27C'], ['16', '#E9E9E9'], ['17', '#AFD9F3'], ['23', '#DDD2C2'],
]
/** PDJB, the five slope classes of cropland. */
export const SLOPE_CLASSES = ['1', '2', '3', '4', '5']
const SLOPES = ['#F4F1DE', '#EADFB4', '#DDC288', '#C99A60', '#A86F42']
const LINES: Record<string, string> = { 绿线: '#2F8F4E', 蓝线: '#1E7FB8', 紫线: '#7B3FA0', 黄线: '#B98A00' }
export const CITY_LINES = Object.keys(LINES)

function byPrefix(list: [string, string][], code: string): string {
  return list.find(([prefix]) => code.startsWith(prefix))?.[1] ?? '#DDE1E5'
}

export function classColour(look: Look, code: string): string {
  switch (look.classes) {
    case 'land': return landColour(code)
    case 'zone': return byPrefix(ZONES, code)
    case 'use': return byPrefix(USES, code)
    case 'slope': return SLOPES[Number(code) - 1] ?? '#DDE1E5'
    case 'line': return LINES[code] ?? look.colour
    default: return token(look.colour)
  }
}
