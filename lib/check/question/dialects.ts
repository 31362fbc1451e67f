/** Syntax of other programs, which begins with one of the signs, and what to write instead. */
export type Dialect = { signs: string[]; mark: RegExp; of: string; write: string }

/** Every pattern is bounded or can match in only one way, because texts have thousands of characters. */
export const dialects: Dialect[] = [
  {
    signs: ['{%', '{{'],
    mark: /\{%[^%\n]{0,200}%\}|\{\{[<%][^\n]{0,200}?[>%]\}\}|\{\{\s?(?:site|page|\.Site|\.Page)\.[^{}\n]{0,100}\}\}/g,
    of: 'Jekyll or Hugo',
    write: 'Write what it should show, as Markdown.',
  },
  {
    signs: [':'],
    mark: /(?<![\p{L}\p{N}:/`\0])(?::[a-z][a-z0-9_-]{1,40}:|:[+-]1:|:100:)(?![\p{L}\p{N}:\0])/gu,
    of: 'chats and GitHub',
    write: 'Write the emoji itself, such as 🙂, or remove it.',
  },
  {
    signs: ['{:', '{.', '{#'],
    mark: /\{:[ ]?[.#\p{L}][^{}\n]{0,200}\}|(?<=\S[ \t]*)\{[#.][\p{L}_][^{}\n]{0,200}\}(?=\s*$)/gu,
    of: 'Pandoc or kramdown',
    write: 'Remove it: headings get their ids from their words, and nothing has classes.',
  },
  {
    signs: ['{width', '{height', '{align', '{target', '{style', '{rel'],
    mark: /(?<=\0)\{(?:width|height|align|target|style|rel)=[^{}\n]{1,200}\}/g,
    of: 'Pandoc',
    write: 'Remove it: images and links have neither sizes nor attributes.',
  },
  {
    signs: ['^'],
    mark: /(?<=[ \n])\^[a-z0-9][a-z0-9-]{3,40}(?=$)/g,
    of: 'links of Obsidian',
    write: 'Remove it: others link to the headings of an answer.',
  },
  {
    signs: [': ', ':\t'],
    mark: /(?<=\n|^):[ \t]+(?=\S)/g,
    of: 'definition lists',
    write: 'Write a list instead: - **term**: its meaning.',
  },
  {
    signs: ['!!!', '???', ':::'],
    mark: /^(?:!!!|\?\?\?\+?)[ \t]+(?=\p{L})|(?<=\n|^):{3,}[ \t]*(?=\{?\p{L})/gu,
    of: 'MkDocs, Docusaurus or Pandoc',
    write: 'Write a callout as a quote that begins with > [!NOTE].',
  },
  {
    signs: ['=='],
    mark: /(?<![=\p{L}\p{N}\0])==(?=[^\s=\0])[^=\n]{0,200}(?<=[^\s=])==(?![=\p{L}\p{N}\0])/gu,
    of: 'Obsidian or Pandoc',
    write: 'Write **words** for what matters.',
  },
  {
    signs: ['%%'],
    mark: /%%[^%\n]{1,400}%%/g,
    of: 'comments in Obsidian',
    write: 'Write <!-- … -->, which is never shown.',
  },
  {
    signs: ['^['],
    mark: /(?<=[\p{L}\p{N}.,;:!?)"”’*])\^\[(?=[^\]\n]{0,100}\p{L}{2})[^\]\s][^\]\n]{0,400}\]/gu,
    of: 'footnotes in Pandoc',
    write: 'Write [^1] here, and a line “[^1]: …” at the end.',
  },
  {
    signs: ['['],
    mark: /(?<=^)\[TOC\](?=$)|\[\[_?toc_?\]\]/gi,
    of: 'tables of contents',
    write: 'Remove it: an answer with three or more headings gets one automatically.',
  },
  {
    signs: ['[/'],
    mark: /\[\/(?:b|i|u|s|url|img|code|quote|size|color|center|list)\](?!\()/gi,
    of: 'forums (BBCode)',
    write: 'Write Markdown: **bold**, [words](address), > quote.',
  },
  {
    signs: ['.. ', ':math:', ':ref:', ':doc:', ':sub:', ':sup:'],
    mark: /(?<=\n|^)\.\. [a-z][a-z-]{2,20}::|:(?:math|ref|doc|sub|sup):/g,
    of: 'reStructuredText',
    write: 'Write Markdown, and $…$ for formulas.',
  },
  {
    signs: ["'''", '== ', '{{'],
    mark: /(?<!')'{3}(?=[^\s'])[^'\n]{1,200}(?<=\S)'{3}(?!')|(?<=^)(={2,4}) [^=\n]{1,100} \1(?=$)|\{\{[a-z][a-z -]{1,30}\|[^{}\n]{0,400}\}\}/gi,
    of: 'Wikipedia',
    write: 'Write Markdown: **bold**, ## Heading, [words](address).',
  },
  {
    signs: ['*['],
    mark: /(?<=\n|^)\*\[[^\]\n]{1,40}\]:/g,
    of: 'abbreviations',
    write: 'Write what the letters stand for, in brackets after them.',
  },
]
