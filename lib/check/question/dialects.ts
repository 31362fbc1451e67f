/** What other programs make of marks in a text, and what to write here; `block` holds for the beginning of a paragraph. */
export type Dialect = { mark: RegExp; of: string; write: string }

/** Every pattern is bounded or can match in one way only: texts have thousands of characters. */
export const dialects: Dialect[] = [
  {
    mark: /\{%[^%\n]{0,200}%\}|\{\{[<%][^\n]{0,200}?[>%]\}\}|\{\{\s?(?:site|page|\.Site|\.Page)\.[^{}\n]{0,100}\}\}/g,
    of: 'Jekyll or Hugo',
    write: 'Write what it should show, as Markdown.',
  },
  {
    mark: /(?<![\p{L}\p{N}:/`\0])(?::[a-z][a-z0-9_-]{1,40}:|:[+-]1:|:100:)(?![\p{L}\p{N}:\0])/gu,
    of: 'chats and GitHub',
    write: 'Write the emoji itself, such as 🙂, or leave it out.',
  },
  {
    mark: /\{:[ ]?[.#\p{L}][^{}\n]{0,200}\}|(?<=\S[ \t]*)\{[#.][\p{L}_][^{}\n]{0,200}\}(?=\s*$)/gu,
    of: 'Pandoc or kramdown',
    write: 'Remove it: headings get their ids from their words, and nothing has classes.',
  },
  {
    mark: /(?<=\n|^):[ \t]+(?=\S)/g,
    of: 'definition lists',
    write: 'Write a list instead: - **term**: its meaning.',
  },
  {
    mark: /^(?:!!!|\?\?\?\+?)[ \t]+(?=\p{L})|(?<=\n|^):{3,}[ \t]*(?=\{?\p{L})/gu,
    of: 'MkDocs, Docusaurus or Pandoc',
    write: 'Write a callout as a quote that begins with > [!NOTE].',
  },
  {
    mark: /(?<![=\p{L}\p{N}\0])==(?=[^\s=\0])[^=\n]{0,200}(?<=[^\s=])==(?![=\p{L}\p{N}\0])/gu,
    of: 'Obsidian or Pandoc',
    write: 'Write **words** for what matters.',
  },
  {
    mark: /%%[^%\n]{1,400}%%/g,
    of: 'comments of Obsidian',
    write: 'Write <!-- … -->, which is never shown.',
  },
  {
    mark: /\^\[(?=[^\]\s])[^\]\n]{0,400}\]/g,
    of: 'notes of Pandoc',
    write: 'Write [^1] here, and a line “[^1]: …” at the end.',
  },
  {
    mark: /(?<=^)\[TOC\](?=$)|\[\[_?toc_?\]\]/gi,
    of: 'tables of contents',
    write: 'Remove it: an answer with three headings or more has one by itself.',
  },
]
