import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { toFormulaText } from '@/lib/answer/plain/formula-text'
import { toExcerptText, toPlainBeginning, toPlainText } from '@/lib/answer/plain-text'
import { renderAnswer } from '@/lib/answer/render'
import { toVisibleText } from '@/tools/crawl/visible-text'

const read = (text: string) => toPlainText({ text, breaks: 'real' })

/** What a page shows, without spaces and the bars above programs. */
const toShownText = (html: string) =>
  toVisibleText(html.replace(/<(div|p) class="(?:code-bar|verdict)">.*?<\/\1>/g, '')).replaceAll(' ', '')

/** What people write, and what a reader sees of it. */
const texts: [markdown: string, text: string][] = [
  [
    'The *period* is `T`, **bold**, ***both***, _so_ and __so__, ~~gone~~',
    'The period is T, bold, both, so and so, gone',
  ],
  ['See [this](https://example.org/a) and[^1] more.\n\n[^1]: A note.', 'See this and more. A note.'],
  ['[a [b] c](/x "t"), [d](<e f>), [g](https://e.org/a_(b)), ![alt *x*](/i.png)', 'a [b] c, d, g, alt x'],
  ['[![Badge](/b.png)](/target) and [`code`](/c)', 'Badge and code'],
  [
    '[full][ref], [ref][] and [ref], not [this] or [f][g].\n\n[ref]: https://example.org "T"',
    'full, ref and ref, not [this] or [f][g].',
  ],
  ['[reF]: <https://example.org>\n\n[Ref].', 'Ref.'],
  ['H&#8322;O &amp; friends &lt;3 &nbsp;&copy; &nosuch; & &#x41;', 'H₂O & friends <3 © &nosuch; & A'],
  ['> [!TIP]\n>\n> Think of a spring.\n>\n> It swings.', 'Think of a spring. It swings.'],
  ['> [!NOTE] A title\n> and words', 'A title and words'],
  ['次は**「太字」**です。**Note:**Read **注意：**この', '次は「太字」です。Note:Read 注意：この'],
  ['> > deep\n> words\n\nx > y', 'deep words x > y'],
  ['- [x] yes\n- [ ] no\n* [X] more\n1. [ ] one', 'yes no more one'],
  ['- a\n  - b\n    c\n+ d\n\n1. e\n2) f', 'a b c d e f'],
  ['It was in\n1986. A year, and - so to say - 5 * 3.', 'It was in 1986. A year, and - so to say - 5 * 3.'],
  ['# One\n## Two ##\nThree\n---\nFour\n===\n\n***\n- - -\n_ _ _\nC# #1 #tag', 'One Two Three Four C# #1 #tag'],
  ['| a | b\\|c |\n|:--|--:|\n| `x|y` | $z$ |\n\nP(A|B) is |x| | y', 'a b|c x|y z P(A|B) is |x| | y'],
  ['a|b\n-|-\n1|2\nafter', 'a b 1 2 after'],
  ['a | b\n--- is no table', 'a | b --- is no table'],
  ['Water<br>H<sub>2</sub>O<br/>x<sup>2</sup> <kbd>Ctrl</kbd> <sub>small</sub>', 'Water H₂O x² Ctrl ₛₘₐₗₗ'],
  ['<details>\n<summary>More</summary>\n\nHere\n\n</details>', 'More Here'],
  ['| A | B |\n| - | - |\n| `a \\| b` | c \\| d |', 'A B a | b c | d'],
  ['Shown: <iostream>, vector<int>, a < b > c, <b>x</b>', 'Shown: <iostream>, vector<int>, a < b > c, <b>x</b>'],
  ['<https://example.org/a> and <a@example.org>', 'https://example.org/a and a@example.org'],
  ['<!-- not *this* -->A<!-- nor\n\nthis --> B', 'A B'],
  [
    'See [[DNA structure|the helix]], [[Genes]] and ![[helix.png]]; [[1, 2], [3]] and [[0]]',
    'See the helix, Genes and ; [[1, 2], [3]] and [[0]]',
  ],
  ['```js\nconst a = "*b*" // [c](d)\n```\n\n> ~~~\n> x_y_z\n> ~~~', 'const a = "*b*" // [c](d) x_y_z'],
  ['- item\n\n  ```\n  a **b**\n  ```', 'item a **b**'],
  ['Before\n\n    if (*p) { [a](b) }\n\nafter', 'Before if (*p) { [a](b) } after'],
  ['`` a`b `` and `[x](y)` and `*`', 'a`b and [x](y) and *'],
  ['\\*not\\* a\\](b) \\# 5\\\nnext C:\\dir', '*not* a](b) # 5 next C:\\dir'],
  [
    'What is 2*3*4, x**2 + y**2, snake_case_name, *args, __init, a * b, * and _?',
    'What is 2*3*4, x**2 + y**2, snake_case_name, *args, __init, a * b, * and _?',
  ],
  ['**K**nowledge, これは**重要**です, *a **b*** and **a *b***', 'Knowledge, これは重要です, a b and a b'],
  ['**open, *open and ~~open and ~one~', '**open, *open and ~~open and ~one~'],
  ['photo**synth**esis, bio*logic*al and un*believ*able', 'photosynthesis, biological and unbelievable'],
  ['a*b*c, 5*x*10, **a*b*c** and 2**10**2', 'a*b*c, 5*x*10, a*b*c and 2**10**2'],
  ['x<sup>*n*</sup> and 10<sup>**-3**</sup>', 'xⁿ and 10⁻³'],
  ['Then.\\\n$$y$$', 'Then. y'],
  ['*a _b* c_', 'a _b c_'],
  ['$5 and $6, but $4 \\times 4$, $$x^2$$ and \\(\\alpha\\)', '$5 and $6, but 4 × 4, x² and α'],
  ['[$x_i$](/a) **$y$**', 'xᵢ y'],
  ['By $\\eqref{e}$ and \\ref{e}:\n\n$$\na = b \\label{e}\n$$', 'By (1) and 1: a = b'],
  ['A pattern [^a-z], a source [^2] and a note[^n].\n\n[^n]: Here.', 'A pattern [^a-z], a source and a note. Here.'],
  [
    '1. It:\n\n    ```sh\n    npm i\n    ```\n\n    Open **it** and [so](/on).\n\n2. Run.',
    'It: npm i Open it and so. Run.',
  ],
  ['1. Ice\n\n   Water.\n\n    - nested **bonds**\n\n    > said\n\n10. d', 'Ice Water. nested bonds said d'],
  ['Goes on\n    - with a dash\n    # and this', 'Goes on - with a dash # and this'],
  [
    'Text[^n].\n\n[^n]: Note.\n\n    ```\n    a **b**\n    ```\n\n    *More*.\n\nEnd.',
    'Text. End. Note. a **b** More.',
  ],
  ['', ''],
]

/** Possible parts of an item or a note, and what a reader sees of them. */
const parts: [markdown: string, text: string][] = [
  ['Some **bold** words', 'Some bold words'],
  ['```sh\nrun *it*\n\n    deep\n```', 'run *it* deep'],
  ['> said [so](/a)', 'said so'],
  ['| a | *b* |\n|---|---|\n| c | d |', 'a b c d'],
  ['- one\n- *two*', 'one two'],
  ['10. ten\n11. eleven', 'ten eleven'],
  ['### Head', 'Head'],
  ['    x = **2**', 'x = **2**'],
]

/** Markers that may precede a part, with the prefix of its other lines. */
const containers: [mark: string, further: string][] = [
  ['- ', '  '],
  ['-   ', '    '],
  ['1. ', '   '],
  ['10. ', '    '],
  ['> ', '> '],
  ['- > ', '  > '],
  ['> 1. ', '>    '],
  ['1. - ', '     '],
]

describe('what a reader sees', () => {
  for (const [mark, further] of containers) {
    test(`of parts after ${JSON.stringify(mark)}`, async () => {
      for (const [one, first] of parts.filter(([markdown]) => !markdown.startsWith(' '))) {
        for (const [other, second] of parts) {
          // After a list it is a paragraph of the last item.
          if (other.startsWith(' ') && /^(?:-|\d)/.test(one)) continue
          const lines = `Words\n\n${one}\n\n${other}\n\nlast *words*`.split('\n')
          const text = lines.map((line, index) => `${index === 0 ? mark : further}${line}`.trimEnd()).join('\n')
          const expected = `Words ${first} ${second} last words`
          assert.equal(read(text), expected, text)
          const { html } = await renderAnswer({ text, breaks: 'real' })
          assert.equal(toShownText(html), expected.replaceAll(' ', ''), text)
        }
      }
    })
  }

  for (const [markdown, expected] of texts) {
    test(JSON.stringify(markdown), () => assert.equal(read(markdown), expected))
  }

  test('is what the page shows, word for word', async () => {
    const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu)
    for (const [markdown, expected] of texts) {
      // Pages draw formulas, and differ in footnote marks, raw HTML, wiki links and comments.
      if (/[$]|\[\^|<|\[\[|2\*3|5\*x|\[!|\n {4}/.test(markdown)) continue
      const { html } = await renderAnswer({ text: markdown, breaks: 'real' })
      const shown = toVisibleText(html.replace(/<(div|p) class="(?:code-bar|verdict)">.*?<\/\1>/g, ''))
      assert.deepEqual(words(expected), words(shown), markdown)
    }
  })

  test('has the breaks of a folded answer too', () => {
    const text = '**A**: \\n\\n- $\\nu \\neq 1$\\n- `"\\n"`\\n\\n| a |\\n|---|\\n| b |'
    assert.equal(toPlainText({ text, breaks: 'literal' }), 'A: ν ≠ 1 "\\n" a b')
  })
})

const formulas: [tex: string, text: string][] = [
  ['a &lt; b &amp;&amp; c', 'a < b && c'],
  ['\\newcommand{\\R}{\\mathbb{R}} x \\in \\R', 'x ∈ ℝ'],
  ['\\def\\R{\\mathbb{R}} \\gdef\\f#1#2{#1_#2} x \\in \\R', 'x ∈ ℝ'],
  [
    '\\begin{aligned} a &= b \\\\[4pt] c &= d \\\\*[-1.5em] e &= [f] \\\\ [g] &= 1 \\end{aligned}',
    'a = b; c = d; e = [f]; [g] = 1',
  ],
  ['\\bra{\\phi}, \\ket{\\psi}, \\braket{\\phi|\\psi}, \\Ket 0', '⟨φ|, |ψ⟩, ⟨φ|ψ⟩, |0⟩'],
  ['\\require{mhchem} \\ce{e- + \\bar{\\nu}_e + \\text{heat}}, \\oiint', 'e⁻ + ν̄ₑ + heat, ∯'],
  ['\\text{price is \\$5 if $y$}', 'price is $5 if y'],
  ['4 \\times 4', '4 × 4'],
  ['6 CO_2 + 6 H_2O', '6 CO₂ + 6 H₂O'],
  ['6\\,\\text{CO}_2 + 6\\,\\mathrm{H_2O}\\rightarrow\\text{C}_6', '6 CO₂ + 6 H₂O → C₆'],
  ['T = 2\\pi\\sqrt{\\frac{l}{g}}', 'T = 2π√(l/g)'],
  ['x^2 + x_i^2 - x^{n+1}', 'x² + xᵢ² − xⁿ⁺¹'],
  ['\\frac{a}{b}', 'a/b'],
  ['\\frac{a+b}{2c} = \\frac12 mv^2', '(a + b)/(2c) = 1/2 mv²'],
  ['x = \\frac{-b \\pm \\sqrt{b^2-4ac}}{2a}', 'x = (−b ± √(b² − 4ac))/(2a)'],
  ['\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}', '∑ᵢ₌₁ⁿ i = n(n + 1)/2'],
  ['\\lim_{x \\to 0} \\frac{\\sin x}{x} \\le 1', 'lim(x → 0) (sin x)/x ≤ 1'],
  ['\\int_0^\\infty e^{-x^2}\\,dx', '∫₀^∞ e^(−x²) dx'],
  ['\\left(\\frac{x}{2}\\right)^2 \\neq |x|', '(x/2)² ≠ |x|'],
  ['\\alpha\\beta \\in \\mathbb{R}^n', 'αβ ∈ ℝⁿ'],
  ['x \\neq -1, (-1)', 'x ≠ −1, (−1)'],
  ['\\ce{2Mg + O2 -> 2MgO}', '2Mg + O₂ → 2MgO'],
  ['\\ce{SO4^2- + 2Na+ <=>[heat] Na2SO4 v}', 'SO₄²⁻ + 2Na⁺ ⇌(heat) Na₂SO₄ ↓'],
  ['\\ce{CuSO4.5H2O}', 'CuSO₄·5H₂O'],
  ['\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}', '(a b; c d)'],
  ['\\begin{cases} 1 & \\text{if } x > 0 \\\\ 0 & \\text{else} \\end{cases}', '1 if x > 0; 0 else'],
  ['90^\\circ\\text{C}', '90°C'],
  ['2\\sin\\theta\\cos\\theta, \\log_2 n', '2 sin θ cos θ, log₂ n'],
  ['\\hat{y} + \\vec{F} + \\overline{AB}', 'ŷ + F⃗ + AB'],
  ['\\text{rate of $x$} \\xrightarrow{k} \\textcolor{red}{y}', 'rate of x →(k) y'],
  ['\\sqrt[3]{8} \\not= \\binom{n}{k}', '∛8 ≠ (n choose k)'],
  ['\\{1, \\dots, 100\\%\\}', '{1, …, 100%}'],
  ['\\foo{bar} \\baz \\', 'bar baz'],
  ['E_{cell} + K_{ab}', 'E_cell + K_ab'],
  ['\\ce{NO3- + NH4+}, \\ce{Na+(aq) + Cl-(aq)}', 'NO₃⁻ + NH₄⁺, Na⁺(aq) + Cl⁻(aq)'],
  ['\\ce{^{238}_{92}U ->[\\alpha] ^{234}_{90}Th}, \\ce{A <=>[k_1][H2O] B}', '²³⁸₉₂U →(α) ²³⁴₉₀Th, A ⇌(k₁, H₂O) B'],
  ['\\ce{HC#CH}, \\ce{A\\bond{-}B}, \\ce{-NH2}, \\ce{iron + steam}', 'HC≡CH, A-B, -NH₂, iron + steam'],
  ['\\begin{aligned} \\ce{Mg &-> Mg^2+ + 2e-} \\end{aligned}', 'Mg → Mg²⁺ + 2e⁻'],
  [
    '\\pu{-1.2e3 kJ mol-1}, \\pu{3 kg.m/s2}, \\pu{25 ^\\circ C}, \\pu{5 \\mu m}',
    '−1.2 × 10³ kJ mol⁻¹, 3 kg·m/s², 25 °C, 5 μm',
  ],
  ['\\begin{bmatrix} 4 & -2 \\\\ -3 & +1 \\end{bmatrix}', '[4 −2; −3 +1]'],
  ['\\begin{array}{rcr} x & - & y \\end{array}, \\begin{aligned} x &- y \\end{aligned}', 'x − y, x − y'],
  ['{}^{235}_{92}\\text{U} + {}^1_0 n \\to {}^{236}_{92}\\text{U}', '²³⁵₉₂U + ¹₀ n → ²³⁶₉₂U'],
  ['|\\psi\\rangle = \\alpha|0\\rangle + \\boldsymbol\\beta|1\\rangle \\in \\mathcal H', '|ψ⟩ = α|0⟩ + β|1⟩ ∈ H'],
]

describe('a formula as text', () => {
  for (const [tex, expected] of formulas) test(tex, () => assert.equal(toFormulaText(tex), expected))

  test('never has TeX commands or braces, whatever the input', () => {
    const pieces = [
      '\\frac',
      '\\sqrt',
      '[',
      ']',
      '{',
      '}',
      '^',
      '_',
      '\\text',
      '\\begin{a}',
      '\\ce',
      '\\hat',
      ' ',
      'x',
      '\\',
    ]
    for (let seed = 1; seed < 3_000; seed += 1) {
      let state = seed * 7_919
      const next = () => {
        state = (state * 48_271) % 2_147_483_647
        return pieces[state % pieces.length] as string
      }
      const tex = Array.from({ length: 12 }, next).join('')
      assert.doesNotMatch(toFormulaText(tex), /\\[A-Za-z]/, tex)
    }
  })
})

describe('the beginning of an answer', () => {
  test('is the beginning of the whole text, however long marks and addresses are', () => {
    const comment = `<!-- ${'a note '.repeat(500)} -->\n\n`
    for (const start of ['', comment, `[a](/${'x'.repeat(900)}) `.repeat(4)]) {
      const source = { text: `${start}${'Some *words* in a paragraph.\n\n'.repeat(500)}`, breaks: 'real' as const }
      const whole = toPlainText(source)
      const beginning = toPlainBeginning(source, 155)
      assert.ok(whole.startsWith(beginning) && beginning.length > 155)
    }
  })

  test('is read from a part of it', () => {
    const source = { text: 'Some *words*.\n\n'.repeat(10_000), breaks: 'real' as const }
    assert.ok(toPlainBeginning(source, 155).length < 3_000)
  })

  test('does not end in an open formula', () => {
    const text = `${'Words. '.repeat(10)}$$\n\\frac{1}{2}\n\n${'x + '.repeat(1_000)}\n\n${'y + '.repeat(10)}$$`
    assert.doesNotMatch(toPlainBeginning({ text, breaks: 'real' }, 155), /\\/)
  })
})

test('an excerpt separates headings and the cells of a table', () => {
  const text = '## Powers\n\nBefore.\n\n| Base | $x^2$ |\n|---|---|\n| **2** | 4 |\n\nAfter.'
  assert.equal(toExcerptText({ text, breaks: 'real' }), 'Powers · Before. Base · x² · 2 · 4 After.')
})
