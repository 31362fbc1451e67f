/**
 * The HTML of an answer without the output of KaTeX and Shiki, so that expectations stay readable: `⟦a⟧` for an inline
 * formula, `⟦⟦a⟧⟧` for a display formula, programs without highlighting, points without their marks.
 */
export function simplify(html: string): string {
  return foldFormulas(html)
    .replace(/ translate="no"/g, '')
    .replace(/<span class="nobreak">(⟦[^⟧]*⟧[^<]*)<\/span>/g, '$1')
    .replace(/<span class="formula"[^>]*>(?:<span class="katex-display">)?(⟦[^⟧]*⟧)(?:<\/span>)?<\/span>/g, '⟦$1⟧')
    .replace(
      /<pre class="shiki[^>]*><code>(.*?)<\/code><\/pre>/gs,
      (_, code) => `<pre>${code.replace(/<[^>]*>/g, '')}</pre>`,
    )
    .replace(/<div class="code-bar"><span>(.*?)<\/span>.*?<\/div>/g, '[$1]')
    .replace(/<div class="code">(.*?)<\/div>/gs, '$1')
    .replace(/ data-point="\d+"/g, '')
}

const formulaStart = '<span class="katex" translate="no">'

export function foldFormulas(html: string): string {
  let out = ''
  let at = 0
  for (let start = html.indexOf(formulaStart); start !== -1; start = html.indexOf(formulaStart, at)) {
    const end = closingOf(html, start)
    const tex = /<annotation[^>]*>(.*?)<\/annotation>/s.exec(html.slice(start, end))?.[1]
    out += `${html.slice(at, start)}⟦${tex}⟧`
    at = end
  }
  return out + html.slice(at)
}

/** The offset after the `</span>` that closes the `<span>` at `start`. */
function closingOf(html: string, start: number): number {
  const tags = /<(\/?)span\b[^>]*>/g
  tags.lastIndex = start
  let depth = 0
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] ? -1 : 1
    if (depth === 0) return tags.lastIndex
  }
  return html.length
}
