import { type Finding, toFinding } from '@/lib/core/finding'
import type { RuleDefinition } from '@/lib/core/rule'

export const rule: RuleDefinition = {
  name: 'symbolic-link',
  severity: 'error',
  blocks: true,
  expects: 'Content consists of ordinary files, not symbolic links, pipes or devices.',
  why: 'A link could expose any file on the machine that builds the site; reading a pipe or device may never end.',
  wrong: 'content/learn/law/tort.md -> /etc/passwd',
  right: 'content/learn/law/tort.md, a file',
}

export const symbolicLinkFinding: Finding = toFinding(rule, {
  at: { line: 1, column: 1 },
  message: 'Symbolic links are not read: one could expose any file on the machine. Put the file itself here.',
})

export const specialFileFinding: Finding = toFinding(rule, {
  at: { line: 1, column: 1 },
  message: 'Pipes, sockets and devices are not read: reading one may never end. Put a file here.',
})
