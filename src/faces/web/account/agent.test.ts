import { expect, test } from 'vitest'
import { deviceOf } from './agent.ts'

test('a device is known by browser and system', () => {
  expect(deviceOf('Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36')).toBe('Chrome · Android')
  expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604')).toBe('Safari · iPhone')
  expect(deviceOf('curl/8')).toBe('curl/8')
  expect(deviceOf('')).toBe('')
})
