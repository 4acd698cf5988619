import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

/** A WebAuthn authenticator in software (ES256, attestation none): what the browser and the phone do together. */
export function authenticator({ origin = 'http://localhost:3000', userVerified = true, rpId = 'localhost' } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let counter = 0
  const clientData = (type: string, challenge: string) => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const authData = (flags: number, extra = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(Buffer.from(rpId)), Buffer.from([flags | 1 | (userVerified ? 4 : 0)]), count, extra])
  }
  return {
    id: id.toString('base64url'),
    /** Puts the counter back, as a copy of the device would. */
    rewind(to: number) {
      counter = to
    },
    create(options: { challenge: string }) {
      const { x, y } = publicKey.export({ format: 'jwk' })
      const key = Buffer.concat([hex('a5010203262001215820'), Buffer.from(x as string, 'base64url'), hex('225820'), Buffer.from(y as string, 'base64url')])
      const data = authData(0x40, Buffer.concat([Buffer.alloc(16), hex('0010'), id, key]))
      const attestationObject = Buffer.concat([hex('a363666d74646e6f6e656761747453746d74a0686175746844617461'), hex('58'), Buffer.from([data.length]), data])
      return {
        id: id.toString('base64url'),
        rawId: id.toString('base64url'),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge).toString('base64url'),
          attestationObject: attestationObject.toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    get(options: { challenge: string }) {
      counter += 1
      const data = authData(0)
      const client = clientData('webauthn.get', options.challenge)
      const signature = createSign('SHA256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey)
      return {
        id: id.toString('base64url'),
        rawId: id.toString('base64url'),
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: client.toString('base64url'), authenticatorData: data.toString('base64url'), signature: signature.toString('base64url') },
      }
    },
  }
}

const sha256 = (data: Buffer): Buffer => createHash('sha256').update(data).digest()
const hex = (text: string): Buffer => Buffer.from(text, 'hex')
