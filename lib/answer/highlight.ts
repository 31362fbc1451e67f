import { createHighlighterCore, type HighlighterCore } from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'

type Language = { label: string; load?: Parameters<HighlighterCore['loadLanguage']>[0] }

/** The languages of the library's programs. A grammar is loaded when the first answer needs it. */
const languages: Record<string, Language> = {
  ada: { label: 'Ada', load: () => import('@shikijs/langs/ada') },
  asm: { label: 'Assembly', load: () => import('@shikijs/langs/asm') },
  bash: { label: 'Shell', load: () => import('@shikijs/langs/bash') },
  c: { label: 'C', load: () => import('@shikijs/langs/c') },
  cpp: { label: 'C++', load: () => import('@shikijs/langs/cpp') },
  csharp: { label: 'C#', load: () => import('@shikijs/langs/csharp') },
  css: { label: 'CSS', load: () => import('@shikijs/langs/css') },
  go: { label: 'Go', load: () => import('@shikijs/langs/go') },
  haskell: { label: 'Haskell', load: () => import('@shikijs/langs/haskell') },
  html: { label: 'HTML', load: () => import('@shikijs/langs/html') },
  java: { label: 'Java', load: () => import('@shikijs/langs/java') },
  javascript: { label: 'JavaScript', load: () => import('@shikijs/langs/javascript') },
  json: { label: 'JSON', load: () => import('@shikijs/langs/json') },
  kotlin: { label: 'Kotlin', load: () => import('@shikijs/langs/kotlin') },
  latex: { label: 'LaTeX', load: () => import('@shikijs/langs/latex') },
  matlab: { label: 'MATLAB', load: () => import('@shikijs/langs/matlab') },
  php: { label: 'PHP', load: () => import('@shikijs/langs/php') },
  prolog: { label: 'Prolog', load: () => import('@shikijs/langs/prolog') },
  python: { label: 'Python', load: () => import('@shikijs/langs/python') },
  r: { label: 'R', load: () => import('@shikijs/langs/r') },
  ruby: { label: 'Ruby', load: () => import('@shikijs/langs/ruby') },
  rust: { label: 'Rust', load: () => import('@shikijs/langs/rust') },
  sql: { label: 'SQL', load: () => import('@shikijs/langs/sql') },
  swift: { label: 'Swift', load: () => import('@shikijs/langs/swift') },
  text: { label: 'Text' },
  typescript: { label: 'TypeScript', load: () => import('@shikijs/langs/typescript') },
  vb: { label: 'Visual Basic', load: () => import('@shikijs/langs/vb') },
  xml: { label: 'XML', load: () => import('@shikijs/langs/xml') },
  yaml: { label: 'YAML', load: () => import('@shikijs/langs/yaml') },
}

const aliases: Record<string, string> = {
  assembly: 'asm',
  'c#': 'csharp',
  'c++': 'cpp',
  console: 'bash',
  cs: 'csharp',
  js: 'javascript',
  plain: 'text',
  plaintext: 'text',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  shell: 'bash',
  tex: 'latex',
  ts: 'typescript',
  txt: 'text',
  yml: 'yaml',
  zsh: 'bash',
}

let highlighter: Promise<HighlighterCore> | undefined

const getHighlighter = () => {
  highlighter ??= createHighlighterCore({
    themes: [import('@shikijs/themes/github-light-high-contrast'), import('@shikijs/themes/github-dark-high-contrast')],
    engine: createOnigurumaEngine(import('shiki/wasm')),
  })
  return highlighter
}

/** A longer line is shown without colours: one match of a grammar in a thousand characters can take a minute. */
const longestLine = 200

/** A program as it is shown: what language to name, and HTML whose colours follow the theme. */
export type HighlightedCode = { label: string; html: string }

/** Highlights a program for light and dark at once; a language nobody knows is shown as text, under its own name. */
export async function highlight(code: string, language: string): Promise<HighlightedCode> {
  const wanted = language.toLowerCase()
  const name = aliases[wanted] ?? wanted
  const known = languages[name]
  const label = known?.label ?? (language || 'Text')
  const shiki = await getHighlighter()
  if (known?.load && !shiki.getLoadedLanguages().includes(name)) await shiki.loadLanguage(known.load)
  const html = shiki.codeToHtml(code, {
    lang: known?.load ? name : 'text',
    tokenizeMaxLineLength: longestLine,
    themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    defaultColor: false,
    // It scrolls and takes the keyboard's focus, so it has a name.
    transformers: [
      { pre: ({ properties }) => void Object.assign(properties, { role: 'group', 'aria-label': 'Program' }) },
    ],
  })
  return { label, html }
}
