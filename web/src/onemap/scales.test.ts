import { describe, expect, it } from 'vitest'
import { resolutionAt, scaleDenominator } from './projection'
import { outOfScale, resolutionOfScale, roundLength } from './scales'

describe('scale limits', () => {
  it('agree with the scale that the strip states', () => {
    expect(scaleDenominator(resolutionOfScale(50_000, 24.3), 24.3)).toBe(50_000)
  })

  it('say which way a layer is drawn again', () => {
    const scales = { largest: 1_000, smallest: 250_000 }
    expect(outOfScale(scales, resolutionAt(13), 24.3)).toBeNull()
    expect(outOfScale(scales, resolutionAt(10), 24.3)).toBe('in')
    expect(outOfScale(scales, resolutionAt(20), 24.3)).toBe('out')
    expect(outOfScale(null, resolutionAt(5), 24.3)).toBeNull()
  })

  it('leave a scale bar a round length', () => {
    expect([999, 1000, 4999, 5000, 0.4].map(roundLength)).toEqual([500, 1000, 2000, 5000, 0.2])
  })
})
