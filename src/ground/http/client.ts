import ipaddr from 'ipaddr.js'

/** Shortens an address to its /24 (IPv4) or /64 (IPv6): what counts are kept by, and all that is kept. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  const bytes = parsed.toByteArray()
  return parsed.kind() === 'ipv4' ? `${bytes.slice(0, 3).join('.')}.0/24` : `${Buffer.from(bytes.slice(0, 8)).toString('hex')}/64`
}

const SHARED = new Set(['loopback', 'private', 'linkLocal', 'uniqueLocal', 'unspecified', 'carrierGradeNat'])

/** Whether a network of `networkOf` is one in the open: what comes from this machine, a house or a school may come from anybody in it. */
export function isPublicNetwork(network: string): boolean {
  const [block = ''] = network.split('/')
  if (/^[0-9a-f]{16}$/.test(block)) return !SHARED.has(ipaddr.fromByteArray([...Buffer.from(block.padEnd(32, '0'), 'hex')]).range())
  return block !== 'unknown' && !SHARED.has(ipaddr.parse(block).range())
}

export const isLoopback = (address: string): boolean => ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'

/** Whether a Host header names this machine itself. */
export const isLoopbackHost = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host)

/** Whether a request was made on this machine and not handed on by a proxy, as far as a proxy says so. */
export const isFromHere = (peer: string, headers: Headers): boolean => isLoopback(peer) && !headers.has('x-forwarded-for') && !headers.has('forwarded')

/** The address that counts: the peer's, or behind the host's own proxy the last entry of X-Forwarded-For. */
export function clientAddress(peer: string, forwarded: string | null, trustProxy: boolean): string {
  if (!trustProxy || !forwarded) return peer
  return forwarded.split(',').at(-1)?.trim() || peer
}
