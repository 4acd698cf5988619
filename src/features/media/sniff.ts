import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { Refusal } from '#pure/problem/index.ts'
import { isDecoded } from './picture.ts'

/** file-type decides on this much. */
const HEAD_BYTES = 4_100

/** The type that the first bytes tell; names and claimed types are not looked at (security U1). Throws Refusal `unsupported-media`. */
export async function typeOfFile(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return await typeOfBytes(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

export async function typeOfBytes(head: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(head.subarray(0, HEAD_BYTES)).catch(() => undefined)
  if (!isDecoded(found?.mime)) throw new Refusal('unsupported-media')
  return found.mime
}
