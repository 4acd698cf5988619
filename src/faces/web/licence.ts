/** Name and deed of a Creative Commons licence, as every language writes them; null where all rights are kept. `CC-BY-SA-4.0` is `CC BY-SA 4.0`. */
export function licenceOf(id: string): { name: string; url: string } | null {
  const [, kind, version] = /^CC-?(0|BY[A-Z-]*)-(\d\.\d)$/.exec(id) ?? []
  if (!kind || !version) return null
  const isZero = kind === '0'
  return {
    name: isZero ? `CC0 ${version}` : `CC ${kind} ${version}`,
    url: `https://creativecommons.org/${isZero ? 'publicdomain/zero' : `licenses/${kind.toLowerCase()}`}/${version}/`,
  }
}
