import { describe, expect, it } from 'vitest'
import { browserOf, subtree } from './own'

const unit = (id: string, parent: string | null) => ({ id, zh: id, en: id, kind: 'section', parent, division: '4502' })

describe('a session', () => {
  it('is named by its browser and system', () => {
    expect(browserOf('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36')).toBe('Chrome · Linux')
    expect(browserOf('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0')).toBe('Edge · Windows')
    expect(browserOf('curl/8.0')).toBe('')
  })
})

describe('the organisation', () => {
  it('gives a unit with all that lies below it, and nothing beside it', () => {
    const units = [unit('bureau', null), unit('liujiang', 'bureau'), unit('luzhai', 'bureau'), unit('ladong', 'liujiang'), unit('village', 'ladong')]
    expect([...subtree(units, 'liujiang')]).toEqual(['liujiang', 'ladong', 'village'])
  })
})
