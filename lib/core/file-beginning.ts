import { closeSync, openSync, readSync } from 'node:fs'

/** The first bytes of a file, at most `length`, as Latin-1. */
export function readBeginning(file: string, length: number): string {
  const descriptor = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(length)
    return bytes.toString('latin1', 0, readSync(descriptor, bytes, 0, length, 0))
  } finally {
    closeSync(descriptor)
  }
}
