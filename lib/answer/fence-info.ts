/** What is written after a fence: the name of the language as written, and a title. */
export type FenceInfo = { language: string; title: string }

/** MyST writes the kind of fence in braces, and the language after them. */
const directive = /^\{(?:code-cell|code-block|code|sourcecode)\}\s*(\S*)/

/** Names of attributes; alone or before `=` they are not a language. */
const attribute = /^(?:title|file|filename|name|caption|linenos|hl_lines|linenums|showLineNumbers|highlight|id|class)$/i

const titled = /(?:^|[\s,{])(?:title|filename|file|name|caption)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s,}"']+))/i

/**
 * Parses what authors write after a fence, in the styles of Pandoc (`{.python .input}`), knitr (`{r, echo=FALSE}`),
 * Docusaurus (`js {1,3} title="a.js"`), MyST (`{code-cell} python`), HackMD (`python=12`) and rustdoc (`rust,ignore`). A
 * file name after a colon or a space is a title too.
 */
export function readFenceInfo(info: string): FenceInfo {
  const written = info.trim()
  const title = titled.exec(written)?.slice(1).find(Boolean)
  const inDirective = directive.exec(written)?.[1]
  const braces = /^\{([^}]*)\}?/.exec(written)?.[1]
  if (inDirective !== undefined || braces !== undefined) {
    const language = inDirective ?? /^\s*(?:#\S+\s+)?([^\s,#=}]*)/.exec(braces ?? '')?.[1] ?? ''
    return { language: withoutPrefix(language), title: title ?? '' }
  }
  const first = /^[^\s{,:;=("'`]*/.exec(written)?.[0] ?? ''
  const rest = written.slice(first.length)
  const file = /^:([^\s:]+)|^\s+(?:.*\s)?([\w./-]+\.\w{1,5})(?:\s|$)/.exec(rest)
  const language = attribute.test(first) ? '' : withoutPrefix(first)
  return { language, title: title ?? file?.[1] ?? file?.[2] ?? '' }
}

const withoutPrefix = (name: string) => name.replace(/^(?:\.|language-|lang-)(?=.)/i, '')
