/**
 * The bytes in memory of their own. Node cuts small buffers from blocks (of 64 KB since Node 24), and zlib's results are
 * views of larger buffers: whoever keeps one keeps the whole block.
 */
export const toOwnMemory = (bytes: Buffer): Buffer =>
  bytes.buffer.byteLength === bytes.length ? bytes : Buffer.from(new Uint8Array(bytes).buffer)
