import type { Random } from './random'
import { commonWords, pickFrequent, pickSubjectWord, rareWords } from './words'

/** Raw strings appear in files exactly as written here, `\n` as two characters. */
const raw = String.raw

/** How many of the library's 35,915 answers contain each feature; the corpus has the same shares. */
const library = 35_915
const share = {
  dollarMath: 2_671 / library,
  displayMath: 2_816 / library,
  parenthesisMath: 1_134 / library,
  environments: 75 / library,
  commandsWithN: 152 / library,
  money: 760 / library,
  fences: 399 / library,
  tables: 52 / library,
  likeHtml: 43 / library,
  citations: 79 / library,
}

const inlineFormulas = [raw`$x^2 + 1$`, raw`$ a $`, raw`$\alpha \times \theta$`, raw`$2x + 3 \leq 9$`, raw`$E = mc^2$`]
const displayFormulas = [
  raw`$$\n\frac{-b \pm \sqrt{b^2 - 4ac}}{2a}\n$$`,
  raw`$$\ny = ax^2 + bx + c\n$$`,
  raw`$$\n   \text{Rate} = \frac{\Delta v}{\Delta t}\n   $$`,
  raw`$$\int_0^\tau f(t)\,dt = F(\tau) - F(0)$$`,
]
const programs = [
  raw`\n\n${'```'}cpp\n#include <iostream>\n\nint main() {\n    std::cout << "a\n";\n    return 0;\n}\n${'```'}`,
  raw`\n\n${'```'}python\ndef f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\n\nprint(f(10))\n${'```'}`,
  raw`\n\n${'```'}\nArea = length * width\nTotal = Area * 2\n${'```'}`,
]
const table = raw`\n\n| Term | Meaning |\n|------|---------|\n| First | One of two |\n| Second | The other |`

/** The words of an answer are common ones, those of its subject and a few of its own. */
export class Writer {
  constructor(
    private readonly random: Random,
    private readonly subject: number,
    private readonly own: readonly string[],
  ) {}

  word(): string {
    const chance = this.random.next()
    if (chance < 0.62) return pickFrequent(this.random, commonWords)
    if (chance < 0.92) return pickSubjectWord(this.random, this.subject)
    return chance < 0.97 ? this.random.pick(this.own) : this.random.pick(rareWords)
  }

  phrase(words: number): string {
    return Array.from({ length: words }, () => this.word()).join(' ')
  }

  sentence(): string {
    const text = this.phrase(9 + this.random.below(14))
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }

  paragraph(): string {
    return Array.from({ length: 2 + this.random.below(3) }, () => this.sentence()).join(' ')
  }

  item(number: number): string {
    const name = this.phrase(2)
    return `${number}. **${name.charAt(0).toUpperCase()}${name.slice(1)}**: ${this.sentence()}`
  }

  /** The text of an answer, as long as the library's: about 2,500 characters, 5,000 at most. */
  answer(): string {
    const { random } = this
    const length = 1_200 + Math.floor((random.next() + random.next() + random.next()) * 900)
    const parts = [this.paragraph()]
    let size = parts[0]?.length ?? 0
    const add = (part: string) => {
      parts.push(part)
      size += part.length
    }
    while (size < length) {
      const heading = random.chance(0.3) ? `\\n\\n### ${this.phrase(3)}` : ''
      add(random.chance(0.5) ? `${heading}\\n\\n${this.paragraph()}` : `${heading}\\n\\n${this.list()}`)
    }
    this.decorate(add)
    add(`\\n\\n${this.sentence()}`)
    return parts.join('')
  }

  private list(): string {
    return Array.from({ length: 3 }, (_, index) => this.item(index + 1)).join(
      this.random.chance(0.5) ? '\\n' : '\\n\\n',
    )
  }

  private decorate(add: (part: string) => void) {
    const { random } = this
    if (random.chance(share.dollarMath))
      add(` Here ${random.pick(inlineFormulas)} and ${random.pick(inlineFormulas)} hold.`)
    if (random.chance(share.displayMath))
      add(raw`\n\nSo we have:\n\n${random.pick(displayFormulas)}\n\nwhere it holds.`)
    if (random.chance(share.parenthesisMath)) add(raw` Let \( x_1 \) be given and \( y \to \infty \).`)
    if (random.chance(share.environments)) add(raw`\n\n$$\n\begin{bmatrix}\na & b \\\nc & d\n\end{bmatrix}\n$$`)
    if (random.chance(share.commandsWithN)) add(raw`\n\n$$\n\nabla f \neq 0, \quad x \notin A, \quad \neg p\n$$`)
    if (random.chance(share.money)) add(` It costs between $500 and $600, or up to $${1 + random.below(9)} million.`)
    if (random.chance(share.fences)) add(random.pick(programs))
    if (random.chance(share.tables)) add(table)
    if (random.chance(share.likeHtml)) add(' Use vector<int> and <iostream> here.')
    if (random.chance(share.citations)) add(' As was shown [1], so [^2].')
  }
}
