import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { FetchRefused } from './errors.ts'

/** A host that no rule of ranges catches: the agent of Azure's machines answers on a public-looking address. */
const METADATA = new Set(['168.63.129.16'])

/** 2000::/3, all that is routed as global unicast today; the rest of IPv6 is refused whatever it is called. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an IP address, as a resolver or a URL spells it, is an ordinary public one. False for loopback, private, link-local, CGNAT,
 * multicast, unspecified, broadcast, reserved, documentation and benchmark nets, for every IPv6 form that carries an
 * IPv4 address (mapped, translated, 6to4, Teredo) and for what is not an address. Ranges: IANA special-purpose registries.
 */
export function isPublicAddress(text: string): boolean {
  // isIP is strict where ipaddr.js also reads short and octal forms.
  if (isIP(text) === 0 || METADATA.has(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST)
}

/** "host:port" as a URL spells it after normalisation, with the default port written out. IPv6 keeps its brackets. */
export function hostPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`
}

/** Reads the list of exempted hosts. Throws on an entry that is not exactly host:port. */
export function readAllowList(entries: string[]): Set<string> {
  return new Set(
    entries.map((entry) => {
      const url = URL.canParse(`http://${entry}`) ? new URL(`http://${entry}`) : null
      const bare = url !== null && url.pathname === '/' && !entry.endsWith('/') && !url.username && !url.search && !url.hash
      if (!url || !bare || !/:\d+$/.test(entry)) throw new Error(`"${entry}" is not host:port`)
      return hostPort(url)
    }),
  )
}

/** The address as a URL: http(s), no credentials, no fragment. The URL standard turns 0x7f.1, 2130706433 and the like into 127.0.0.1 here. */
export function readAddress(text: string, base?: URL): URL {
  if (!URL.canParse(text, base)) throw new FetchRefused('address')
  const url = new URL(text, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new FetchRefused('scheme')
  if (url.username || url.password) throw new FetchRefused('credentials')
  url.hash = ''
  return url
}

/** Throws unless the port is 80 or 443; for hosts that are not exempted. */
export function checkPort(url: URL): void {
  if (!/:(80|443)$/.test(hostPort(url))) throw new FetchRefused('port')
}

/** Throws when one of the addresses is not public: an honest name does not mix. */
export function checkAddresses(addresses: { address: string }[]): void {
  if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address))) throw new FetchRefused('address')
}
