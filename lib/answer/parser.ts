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
 * What GitHub's extensions look for at every word or line, by the names of their constructs, and what a text has if
 * they may find it. Where they cannot they are left out: looking in vain took half the time of parsing.
 */
const soughtEverywhere: Record<string, RegExp> = {
  emailAutolink: /@/,
  wwwAutolink: /www/i,
  protocolAutolink: /http/i,
  // The line below a table's head has a bar, or a colon at a dash.
  table: /\||:-|-:/,
}

/** What a text has if it may have an address once its character references are decoded. */
const decodedAddress = /[@&]|www|http/i

/** Answers are Markdown without HTML (`<iostream>` is text), but for a few tags. */
const html = ['htmlFlow', 'htmlText']

/** The field `answer` has no indented code (its formulas are indented), nor underlined headings (there are dashes under sums). */
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
  const absent = Object.keys(soughtEverywhere).filter((name) => !soughtEverywhere[name]?.test(markdown))
  const hasAddresses = decodedAddress.test(markdown)
  const key = [breaks, hasAddresses, ...absent].join()
  const parser = parsers.get(key) ?? createParser(breaks, absent, hasAddresses)
  parsers.set(key, parser)
  return parser.parse(markdown)
}

/** A parser of answers that does not know the constructs that are `absent`, nor addresses in decoded text. */
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
    // What looks for addresses in a finished tree is the only transformation of one.
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
