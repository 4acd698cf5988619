/** Why a request was not made, or was stopped: a rule of this house, not a fault of the peer. */
export type Refusal = 'address' | 'scheme' | 'port' | 'credentials' | 'redirects' | 'too-large' | 'deadline' | 'busy'

const SENTENCES: Record<Refusal, string> = {
  address: 'this address may not be reached from here',
  scheme: 'only http and https addresses are fetched',
  port: 'only ports 80 and 443 are fetched',
  credentials: 'an address with a name or password in it is not fetched',
  redirects: 'the address leads on to others more often, or further, than is followed',
  'too-large': 'the answer is larger than allowed',
  deadline: 'the answer did not come in time',
  busy: 'too many requests are waiting',
}

/** A rule stopped the request. The message says nothing about what stands at the address, so that it can be shown. */
export class FetchRefused extends Error {
  readonly reason: Refusal
  constructor(reason: Refusal) {
    super(SENTENCES[reason])
    this.name = 'FetchRefused'
    this.reason = reason
  }
}

/** The name is unknown, the peer is unreachable, or what it said is not HTTP, not its own encoding, or not JSON. */
export class FetchFailed extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'FetchFailed'
  }
}
