import path from 'node:path'
import { parseSettings } from '@/lib/core/settings'
import { main } from '@/scripts/check'
import { runCommand } from '../run-command'
import type { TemporaryLibrary } from '../temporary-library'

/** Runs the check; its index is below `root`. */
export const runCheckIn = (root: string, ...args: string[]) =>
  runCommand(main, args, parseSettings({ CONTENT_DB: path.join(root, 'store', 'content.db') }))

/** The same for a temporary library; the paths in `lines` are those below content/learn. */
export async function runCheck(library: TemporaryLibrary, ...args: string[]) {
  const { status, stdout, stderr } = await runCheckIn(library.root, '--content', library.contentDir, ...args)
  const lines = stdout.split('\n').filter((line) => line !== '')
  return { status, stdout, stderr, lines: lines.map((line) => line.replace(/^.*?content\/learn\//, '')) }
}
