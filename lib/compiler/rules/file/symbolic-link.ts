import { type Finding, toFinding } from '@/lib/core/finding'
import type { RuleDefinition } from '@/lib/core/rule'

export const rule: RuleDefinition = {
  name: 'symbolic-link',
  severity: 'error',
  blocks: true,
  expects: 'Content is files, not symbolic links, pipes or devices.',
  why: 'A link could show any file of the machine that builds the site; a pipe or device may never end.',
  wrong: 'content/learn/law/tort.md -> /etc/passwd',
  right: 'content/learn/law/tort.md, a file',
}

export const symbolicLinkFinding: Finding = toFinding(rule, {
  at: { line: 1, column: 1 },
  message: 'A symbolic link is not read: it could show any file of the machine. Put the file itself here.',
})

export const specialFileFinding: Finding = toFinding(rule, {
  at: { line: 1, column: 1 },
  message: 'A pipe, socket or device is not read: it may never end. Put a file here.',
})
