import { readFile } from 'node:fs/promises'
import { createHighlighterCore, type HighlighterCore } from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'
import { findLanguage, type Language } from './languages'
import { budget } from './pool/budget'

/** Above this many grammars, embedded ones included, the highlighter is replaced: each may take a megabyte. */
const maxGrammars = 60

let highlighter: Promise<HighlighterCore> | undefined

const getHighlighter = () => {
  highlighter ??= createHighlighterCore({
    themes: [import('@shikijs/themes/github-light-high-contrast'), import('@shikijs/themes/github-dark-high-contrast')],
    // Not `shiki/wasm`, which unpacks the same file with a method that Node 20.9 lacks (`Response.bytes`).
    engine: createOnigurumaEngine(readFile(new URL(import.meta.resolve('shiki/onig.wasm')))),
  })
  return highlighter
}

/** The highlighter with the grammar of a language, which is loaded on first use. */
async function getHighlighterFor({ id, load }: Language): Promise<HighlighterCore> {
  const current = await getHighlighter()
  if (!load || current.getLoadedLanguages().includes(id)) return current
  if (current.getLoadedLanguages().length >= maxGrammars) {
    current.dispose()
    highlighter = undefined
  }
  const shiki = await getHighlighter()
  await shiki.loadLanguage(load)
  return shiki
}

/** A longer line is not highlighted: a single match of a grammar in a thousand characters can take a minute. */
const longestLine = 200

/** A highlighted program: the name of its language, and HTML whose colours follow the theme. */
export type HighlightedCode = { label: string; html: string }

let last: Promise<unknown> = Promise.resolve()

/**
 * Highlights a program for both the light and the dark theme; an unknown language is shown as text, under its own name.
 * Programs are highlighted one at a time, so that none has its highlighter disposed of.
 */
export function highlight(code: string, name: string): Promise<HighlightedCode> {
  const result = last.then(() => highlightNow(code, name))
  last = result.catch(() => {})
  return result
}

async function highlightNow(code: string, name: string): Promise<HighlightedCode> {
  const language = findLanguage(name) ?? { id: 'text', label: name }
  const shiki = await getHighlighterFor(language)
  const html = shiki.codeToHtml(code, {
    lang: language.load ? language.id : 'text',
    tokenizeMaxLineLength: longestLine,
    // The budget is the real limit: on a busy machine a new grammar takes longer than Shiki's default of half a second.
    tokenizeTimeLimit: budget.time,
    themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    defaultColor: false,
    // It scrolls and is focusable, so it needs a label.
    transformers: [
      {
        pre: ({ properties }) =>
          void Object.assign(properties, { role: 'group', 'aria-label': 'Program', translate: 'no' }),
      },
    ],
  })
  return { label: language.label, html }
}
