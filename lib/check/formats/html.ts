import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Format } from './format'

const slot = '["FINDINGS"]'

/**
 * A worklist as a web page: a single file that needs no server, with rows that sort and filter. Findings are data for
 * its script, which shows them as text; its Content-Security-Policy allows no other script and loads nothing.
 */
export function createHtmlFormat(): Format {
  const page = readFileSync(new URL('./worklist.html', import.meta.url), 'utf8')
  const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? []
  const hash = createHash('sha256').update(script).digest('base64')
  const [head = '', tail = ''] = page.replace('SCRIPT-HASH', () => hash).split(slot)
  let first = true
  return {
    begin: () => `${head}[`,
    finding({ severity, rule, path, line, column, message, fix }, subject) {
      const separator = first ? '\n' : ',\n'
      first = false
      return separator + toScriptJson([severity, rule, subject, path, line, column, message, fix ? 1 : 0])
    },
    end: () => `\n]${tail}`,
  }
}

/** JSON that cannot end its script element or begin a comment in it, whatever it contains. */
const toScriptJson = (value: unknown) =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
