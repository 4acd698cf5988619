import { expect, test } from 'vitest'
import { hostPort, isPublicAddress, readAllowList } from './address.ts'

test.each([
  '127.0.0.1',
  '127.255.255.254',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.100.100.200',
  '0.0.0.0',
  '0.1.2.3',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.7',
  '203.0.113.9',
  '192.88.99.1',
  '168.63.129.16',
  '::',
  '::1',
  '::7f00:1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:8.8.8.8',
  '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b::8.8.8.8',
  '64:ff9b:1::7f00:1',
  '2002:7f00:1::',
  '2001::7f00:1',
  '2001:db8::1',
  '3fff::1',
  '2001:2::1',
  '100::1',
  'fc00::1',
  'fd00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '5f00::1',
  '4000::1',
  'localhost',
  '',
  '1.2.3',
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['8.8.8.8', '93.184.215.14', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1', '198.17.0.1', '2606:4700::1111', '2a01:4f8::1'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test('the allow list is read as URLs spell it and refuses what is not host:port', () => {
  const list = readAllowList(['127.0.0.1:3001', 'LOCALHOST:80', '[0:0::1]:99'])
  expect([...list]).toEqual(['127.0.0.1:3001', 'localhost:80', '[::1]:99'])
  expect(list.has(hostPort(new URL('http://localhost/a')))).toBe(true)
  for (const wrong of ['127.0.0.1', '[::1]', 'http://a:80', 'a:80/', 'a:80/b:1', 'u@a:80', '*:80 ', '', '*'])
    expect(() => readAllowList([wrong]), wrong).toThrow('is not host:port')
})
