import type { Root } from 'mdast'
import type { Construct, Extension } from 'micromark-util-types'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Data, type Processor, unified } from 'unified'
import type { AnswerSource } from '@/lib/core/answer-source'
import { bareAddresses } from './bare-addresses'
import { boldBesideMarks } from './emphasis'
import { restorePlainBlocks, shortenPlainBlocks } from './plain-blocks'
import { harmlessTags } from './tags'

/**
 * Constructs of the GFM extensions that are tried at every word or line, each with a pattern that a text must match for it
 * to succeed. Where it cannot succeed it is left out: futile attempts took half the parsing time.
 */
const triedEverywhere: Record<string, RegExp> = {
  emailAutolink: /@/,
  wwwAutolink: /www/i,
  protocolAutolink: /http/i,
  // The line below a table's header has a bar, or a colon at a dash.
  table: /\||:-|-:/,
}

/** Matches a text that may have an address once its character references are decoded. */
const decodedAddress = /[@&]|www|http/i

/** Answers are Markdown without HTML (`<iostream>` is text), except for a few tags. */
const html = ['htmlFlow', 'htmlText']

/** The field `answer` has no indented code (its formulas are indented) and no setext headings (it has dashes below sums). */
const disabledInField = [...html, 'codeIndented', 'setextUnderline']

type TreeExtension = Exclude<NonNullable<Data['fromMarkdownExtensions']>[number], unknown[]>

type Parser = { parse(markdown: string): Root }

const parsers = new Map<string, Parser>()

/** The Markdown of an answer as a tree. */
export function parse(markdown: string, breaks: AnswerSource['breaks']): Root {
  const shortened = shortenPlainBlocks(markdown)
  const tree = parseWhole(shortened.markdown, breaks)
  return restorePlainBlocks(tree, shortened.blocks) ? tree : parseWhole(markdown, breaks)
}

function parseWhole(markdown: string, breaks: AnswerSource['breaks']): Root {
  const absent = Object.keys(triedEverywhere).filter((name) => !triedEverywhere[name]?.test(markdown))
  const hasAddresses = decodedAddress.test(markdown)
  const key = [breaks, hasAddresses, ...absent].join()
  const parser = parsers.get(key) ?? createParser(breaks, absent, hasAddresses)
  parsers.set(key, parser)
  return parser.parse(markdown)
}

/** A parser of answers without the constructs in `absent`, and if not `hasAddresses` without addresses in decoded text. */
export function createParser(
  breaks: AnswerSource['breaks'],
  absent: readonly string[] = [],
  hasAddresses = true,
): Parser {
  function extend(this: Processor) {
    const data = this.data()
    const extensions = [...(data.micromarkExtensions ?? []), boldBesideMarks(), bareAddresses(), harmlessTags()]
    data.micromarkExtensions = [
      ...extensions.map((extension) => withoutConstructs(extension, absent)),
      { disable: { null: breaks === 'real' ? html : disabledInField } },
    ]
    // The only transform of a finished tree is the one that finds addresses.
    if (!hasAddresses) data.fromMarkdownExtensions = data.fromMarkdownExtensions?.flat().map(withoutTransforms)
  }
  return unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(extend).freeze()
}

const withoutTransforms = ({ transforms: _, ...extension }: TreeExtension): TreeExtension => extension

function withoutConstructs(extension: Extension, names: readonly string[]): Extension {
  const keep = (constructs: Construct | Construct[] | undefined) =>
    [constructs ?? []].flat().filter(({ name }) => !names.includes(name ?? ''))
  const filter = (record: Extension['text']) =>
    record && Object.fromEntries(Object.entries(record).map(([code, constructs]) => [code, keep(constructs)]))
  return { ...extension, flow: filter(extension.flow), text: filter(extension.text) }
}
