import { expect, test } from 'vitest'
import { point } from './avoidance'

test('a bearing is the eighth of the compass that is nearest', () => {
  expect([0, 22, 23, 90, 135, 180, 225, 270, 337, 338, 359.9].map(point)).toEqual(['n', 'n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw', 'n', 'n'])
})
