import { isDeviceName } from '@/lib/core/names'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'file-name-device',
  severity: 'warning',
  expects: 'No file or folder is named con, prn, aux, nul, com0 to com9 or lpt0 to lpt9.',
  why: 'Windows reserves these names for devices: nobody who uses Windows could check out the library.',
  wrong: 'content/learn/physics/aux.md',
  right: 'content/learn/physics/what-is-an-aux-input.md',

  *findInQuestion({ path }) {
    const found = path.split('/').find((name) => isDeviceName(name.replace(/\.md$/, '')))
    if (found === undefined) return
    const message = `Windows cannot have a file or folder named ${found}. Rename it with npm run rename, to what the question asks.`
    yield { at: { line: 1, column: 1 }, message }
  },
}
