import { alpha, type Hatch } from './looks'

const made = new Map<string, CanvasPattern>()

function canvas(size: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const ratio = window.devicePixelRatio || 1
  const element = document.createElement('canvas')
  element.width = element.height = Math.round(size * ratio)
  const context = element.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.scale(element.width / size, element.height / size)
  return [element, context]
}

function diagonal(c: CanvasRenderingContext2D, p: number, up: boolean): void {
  c.beginPath()
  for (const shift of [-p, 0, p]) {
    c.moveTo(shift - 1, up ? p + 1 : -1)
    c.lineTo(shift + p + 1, up ? -1 : p + 1)
  }
  c.stroke()
}

function strokes(c: CanvasRenderingContext2D, p: number, hatch: Pick<Hatch, 'angle' | 'dots' | 'width'>): void {
  if (hatch.dots === true) {
    c.beginPath()
    c.arc(p / 2, p / 2, hatch.width * 0.7, 0, Math.PI * 2)
    c.fill()
  } else if (hatch.angle === 0) {
    c.beginPath()
    c.moveTo(0, p / 2)
    c.lineTo(p, p / 2)
    c.stroke()
  } else diagonal(c, p, hatch.angle === 45)
}

function build(period: number, ground: string, paint: (c: CanvasRenderingContext2D) => void): CanvasPattern {
  const [element, c] = canvas(period)
  c.fillStyle = ground
  c.fillRect(0, 0, period, period)
  paint(c)
  const pattern = c.createPattern(element, 'repeat')
  if (pattern === null) throw new Error('no pattern')
  return pattern
}

/** A hatch over a light ground of the same colour. */
export function hatchPattern(colour: string, ground: number, hatch: Hatch): CanvasPattern {
  const key = JSON.stringify([colour, ground, hatch])
  const found = made.get(key)
  if (found !== undefined) return found
  const pattern = build(hatch.period, alpha(colour, ground), (c) => {
    c.strokeStyle = c.fillStyle = alpha(colour, hatch.alpha)
    c.lineWidth = hatch.width
    strokes(c, hatch.period, hatch)
  })
  made.set(key, pattern)
  return pattern
}

/** The conflict's own painting: red crossed lines. */
export function crossPattern(colour: string, ground: number, line: number): CanvasPattern {
  const key = `cross${colour}${ground}${line}`
  const found = made.get(key)
  if (found !== undefined) return found
  const pattern = build(8, alpha(colour, ground), (c) => {
    c.strokeStyle = alpha(colour, line)
    c.lineWidth = 1.3
    diagonal(c, 8, true)
    diagonal(c, 8, false)
  })
  made.set(key, pattern)
  return pattern
}
