import type { Nodes } from 'mdast'
import type { Formula } from '@/lib/answer/find-formula'
import { parseTree, toMarkdown } from '@/lib/answer/markdown'
import type { Excess } from '@/lib/answer/pool/budget'
import { scanAnswer } from '@/lib/answer/scan'
import { type Segment, startOf } from '@/lib/answer/segment'
import { toSourceOffset } from '@/lib/answer/source-offset'
import type { AnswerSource } from '@/lib/core/answer-source'
import { findExcess, mayBeCostly } from './find-excess'

type Block = { text: string; start: number; end: number }

type Piece = { segment: Segment; markdown: string; start: number; source: string }

/** Replaces in `prose` every character that is not running text. */
const masked = '\0'

/** An answer as the site reads it, with a mapping of each character back to the file. */
export class AnswerText {
  readonly segments: readonly Segment[]
  /** The input of the Markdown parser: line breaks decoded, each formula as one word. */
  readonly markdown: string
  private readonly pieces: Piece[]
  private nodes: Map<string, Nodes[]> | undefined
  private proseText: string | undefined
  private foundBlocks: Block[] | undefined
  private foundExcess: Excess | 'none' | undefined

  constructor(
    readonly source: AnswerSource,
    private readonly toFileOffset: (sourceOffset: number) => number,
  ) {
    this.segments = scanAnswer(source)
    let start = 0
    this.pieces = toMarkdown(this.segments).map((markdown, index) => {
      const segment = this.segments[index] as Segment
      const next = this.segments[index + 1]
      const piece = { segment, markdown, start, source: source.text.slice(startOf(segment), next && startOf(next)) }
      start += markdown.length
      return piece
    })
    this.markdown = this.pieces.map(({ markdown }) => markdown).join('')
  }

  /** Which budget the answer exceeds, if any: it then has no nodes, and is shown as its source. */
  get excess(): Excess | undefined {
    this.foundExcess ??= (mayBeCostly(this.source) && findExcess(this.source)) || 'none'
    return this.foundExcess === 'none' ? undefined : this.foundExcess
  }

  /** Whether the Markdown is nested too deeply to parse: the answer then has no nodes, and is shown as its source. */
  get isTooDeep(): boolean {
    return this.list('root').length === 0 && !this.excess
  }

  /** All Markdown nodes of a type, in document order. */
  list<Type extends Nodes['type']>(type: Type): Extract<Nodes, { type: Type }>[] {
    if (!this.nodes) {
      this.nodes = new Map()
      const tree = this.excess ? undefined : parseTree(this.markdown, this.source.breaks)
      if (tree) sortByType(tree, this.nodes)
    }
    return (this.nodes.get(type) ?? []) as Extract<Nodes, { type: Type }>[]
  }

  /**
   * The Markdown with everything but running text blanked out, character for character: code, formulas, addresses of
   * links and marks. Its offsets are those of the Markdown.
   */
  get prose(): string {
    if (this.proseText !== undefined) return this.proseText
    let prose = ''
    for (const { position } of this.list('text')) {
      const start = position?.start.offset ?? 0
      const end = position?.end.offset ?? 0
      prose += masked.repeat(Math.max(0, start - prose.length)) + this.markdown.slice(start, end)
    }
    this.proseText = prose.replace(/\uE000\d+\uE001/g, (word) => masked.repeat(word.length))
    return this.proseText
  }

  /** The blocks of running text: paragraphs, headings and cells. `start` and `end` are offsets in the Markdown. */
  get blocks(): readonly Block[] {
    this.foundBlocks ??= [...this.list('paragraph'), ...this.list('heading'), ...this.list('tableCell')].map(
      ({ position }) => {
        const start = position?.start.offset ?? 0
        const end = position?.end.offset ?? 0
        return { start, end, text: this.prose.slice(start, end) }
      },
    )
    return this.foundBlocks
  }

  /** The offset in the file of a character of the Markdown. */
  toFile(offset: number): number {
    let at = this.pieces.length - 1
    while (at > 0 && (this.pieces[at] as Piece).start > offset) at -= 1
    const piece = this.pieces[at]
    if (!piece) return this.toFileOffset(0)
    const { segment, source, markdown, start } = piece
    if (segment.kind === 'math') return this.toFileOffset(startOf(segment))
    return this.toFileOffset(startOf(segment) + toSourceOffset(source, markdown, offset - start))
  }

  /** The offset in the file of a character of the source. */
  toFileFromSource = (offset: number) => this.toFileOffset(offset)

  /** The offset in the file of a character of a formula's TeX. */
  toFileInFormula(formula: Formula, offset: number): number {
    const { tex, texOffset, prefix } = formula
    return this.toFileOffset(texOffset + toSourceOffset(this.source.text.slice(texOffset), tex, offset, prefix))
  }

  startOf = (node: Nodes) => this.toFile(node.position?.start.offset ?? 0)
}

function sortByType(node: Nodes, nodes: Map<string, Nodes[]>) {
  const alike = nodes.get(node.type)
  if (alike) alike.push(node)
  else nodes.set(node.type, [node])
  if ('children' in node) for (const child of node.children) sortByType(child, nodes)
}
