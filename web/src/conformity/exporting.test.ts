import { describe, expect, it } from 'vitest'
import { nameOf } from './exporting'

describe('the name of an exported file', () => {
  it('is the Chinese one that the server gives', () => {
    expect(nameOf("attachment; filename=\"=?UTF-8?Q?x?=\"; filename*=UTF-8''%E6%9F%B3%E4%B8%9C%28%E4%B8%80%29.txt", 'a')).toBe('柳东(一).txt')
  })
  it('is another where the server gives none, or one that cannot be read', () => {
    expect(nameOf(null, 'site.zip')).toBe('site.zip')
    expect(nameOf("attachment; filename*=UTF-8''%E6%9F", 'site.zip')).toBe('site.zip')
  })
})
