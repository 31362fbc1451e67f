import type { Rule } from '../../rule'

const marker = /^(?:<{7}|>{7})(?: .*)?$|^={7}$/gm

export const rule: Rule = {
  name: 'merge-conflict',
  severity: 'error',
  expects: 'Merge conflicts are resolved, and their markers removed.',
  why: 'Otherwise readers would see both versions, and the markers.',
  wrong: '<<<<<<< HEAD\nHeat flows.\n=======\nHeat is flowing.\n>>>>>>> main',
  right: 'Heat flows.',

  *findInBytes(raw) {
    if (!raw.includes('<<<<<<<') || !raw.includes('>>>>>>>')) return
    let open: number | undefined
    for (const { index, 0: found } of raw.replace(/\r/g, ' ').matchAll(marker)) {
      if (found.startsWith('<') && open === undefined) open = index
      else if (found.startsWith('>') && open !== undefined) {
        if (isInProgram(raw, open)) return
        const message =
          'A merge conflict begins here. Keep the version that is right, and remove the lines with <<<<<<<, ======= and >>>>>>>.'
        yield { at: open, message }
        return
      }
    }
  },
}

/** Whether a program has begun and not ended: an answer may explain what conflicts look like. */
const isInProgram = (raw: string, index: number) =>
  (raw.slice(0, index).match(/^[ \t]*(?:```|~~~)/gm)?.length ?? 0) % 2 === 1
