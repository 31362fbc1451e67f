import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scanAnswer } from '@/lib/answer/scan'

const raw = String.raw

/** The formulas of an answer, display formulas between `⟦` and `⟧`. */
function listFormulas(text: string, breaks: 'literal' | 'real') {
  const formulas = scanAnswer({ text, breaks }).flatMap((segment) => (segment.kind === 'math' ? [segment.formula] : []))
  return formulas.map(({ tex, display }) => (display ? `⟦${tex}⟧` : tex))
}

function check(name: string, cases: [text: string, ...formulas: string[]][], modes: ('literal' | 'real')[]) {
  for (const breaks of modes) {
    for (const [text, ...formulas] of cases) {
      test(`${name}, ${breaks} breaks: ${JSON.stringify(text)}`, () =>
        assert.deepEqual(listFormulas(text, breaks), formulas))
    }
  }
}

const either: ('literal' | 'real')[] = ['literal', 'real']

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: this is what authors write.
check(
  'dollar signs that are not formulas',
  [
    'Worth $80/year, so a 2% gain = $160 for the shop.',
    'Profit = $900 - $650 = $250. With MC=$5, MR=$6 it grows.',
    'Revenue is $900 and cost is $650, so profit = $900 - $650 = $250.',
    'One is 15$ and two are **28$**, a year 90$ here.',
    'From 15$-20$, or 15$/20$, 5$ = 4€, or 10$ + 5$.',
    'It is 15$ or 20$, then 30$.',
    'In PHP $this->name = $name; and $a == $b, $a.$b, $arr[$i], $x,$y.',
    'Use $_GET and $_POST, $user_name or $user_id.',
    'The variables $_, $! and $@, or $_; and $x.',
    '$ find . -size +100M\n$ du -sh *',
    'The PID is $$ here.\n\nThen | kill | $$ |.',
    'With $("#id") and $(this), $.ajax and $.get.',
    raw`Ask for https://a.org/items?$top=5&$skip=10 or [it](https://a.org/$metadata?$format=json).`,
    'See www.a.org/$x$ and <https://a.org/$x$> or ![a](/images/$x$.webp) and [b](</a $x$ b>).',
    'Ask /items?$filter=a eq b&$top=5&$skip=10 there.',
    'A [name].\n\n[name]: /at/$x$ "a title"',
    'The variables ${HOME} and ${USER}, $PATH:$HOME, "$PATH" "$HOME", ${A}/${B}${C}.',
    'Run echo $HOME/$USER, then $1 and $2, cd $HOME and echo $PATH.',
    'It is US$5 and US$6, A$5, C$6, R$ 5,00 e R$ 6,00, S$ 10 and S$ 20.',
    'It costs 5 US$ and 6 US$ or $USD 5 and $USD 6, -$5 and $-6, $.50 and $.75.',
    'It is $5 (or $6), $5–$6, $5-$6, $5/month, ~$5, $1.5M and $2M.',
    '| Price ($) | Cost ($) |\n| --- | --- |\n| $300 | $400 |\n| 300$ | 400$ |\n| $5 | 6$ |\n| $5/month | $10/month |',
    'Es kostet 5 $ und 6 $ oder 10 $, 15 $; 5 $ = 4 €, 10 $ = 8 €, $1 = 100 cents, 1 € = 1.1$.',
    'The US$100 one, US$1,500 or A$5x and 6$.',
    'Choose [$5](/a) or [$6](/b), [5$](/a) or [6$](/b), [**$7**](/c), **$8** or **$9**.',
    'Cheap ($), moderate ($$), expensive ($$$): | $ | $$ | $$$ |',
    'The $ sign and the $ key, "$" and "$", the rate in $/month and in $/year.',
    'In a sheet $A$1, $A$1:$B$2 and =$B$2*$C$3 or $A:$A.',
    'In R df$x + df$y, data$col$name, or df$price and df$cost.',
    'A pattern ^a+$ or ^b+$, and /^a$/ or /^b$/.',
    'Templates {{ $a }} and {{ $b }}, ${{ a }} and ${{ b }}.',
    'He paid $20 for x_1 and got $5 back, or $20 for a_b, then 5$.',
    'It is $100 and then rises to 30$.',
    raw`It costs \$5 or \$6, $5 or \$6 or $7.`,
    'I have $5 million, or 3$.',
    'A pid $$ and another $$ of it. They write ($$) and ($$).',
    '$20, while others pay 30$.',
    'costs $5 per unit = 3$',
  ].map((text) => [text]),
  either,
)

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: end

check(
  'formulas beside money',
  [
    ['Let $c_0 $ and $ x $ be, with $5$, $5\\%$ and $n = 5$.', 'c_0', 'x', '5', '5\\%', 'n = 5'],
    ['It costs $5 when $n = 5$, or $10 or $5\\%$ of it.', 'n = 5', '5\\%'],
    ['It costs $5 and $x$ of $6.', 'x'],
    ['A 15$ ticket and $x = 3$, 5$, so $y = 5$, 5$ and $ z $.', 'x = 3', 'y = 5', 'z'],
    ['It costs $5, $n$ units at ($k=5$).', 'n', 'k=5'],
    [
      'The $n$th, $x$s, 2$\\pi$, 10$\\mu$m, H$_2$O, non-$p$-adic, $f$(x), $k$-th.',
      'n',
      'x',
      '\\pi',
      '\\mu',
      '_2',
      'p',
      'f',
      'k',
    ],
    ['$\\$5$ is $\\text{cost in \\$}$ of $5$–$10$.', '\\$5', '\\text{cost in \\$}', '5', '10'],
    ['$P(A | B)$, $|x|$, $]0,1[$, $f[x](y)$, $.05$', 'P(A | B)', '|x|', ']0,1[', 'f[x](y)', '.05'],
    ['| $5 | $P(A | B)$ | $|x|$ |', 'P(A | B)', '|x|'],
    ['$F = ma$, $xRy$, $by$, $ by + c $, $an$, $ a $, $a, b$', 'F = ma', 'xRy', 'by', 'by + c', 'an', 'a', 'a, b'],
    ['$Profit = Total Revenue - Total Cost$', 'Profit = Total Revenue - Total Cost'],
    ["$x $ is $'a'$, and 5 $ x = 6 $ or 2 $ y_1 $", 'x', "'a'", 'x = 6', 'y_1'],
    ['See https://a.org/$a and $x$, [b](/$b) or $y$.', 'x', 'y'],
    ['[the slope $m$](/a) and [b]: $y$', 'm', 'y'],
    ['设$x$为，$y$。', 'x', 'y'],
    ['It is $5 €$ and $a – b$ or $c$, $ x $ and $ y $.', 'a – b', 'c', 'x', 'y'],
    ['$-1 < x < 7$ and $ -1 < x < 7$', '-1 < x < 7', '-1 < x < 7'],
  ],
  either,
)

check(
  'words in a formula',
  [
    [raw`It is $s(x) = 1 \text{ where $x > 0$}$ and $-1$.`, raw`s(x) = 1 \text{ where $x > 0$}`, '-1'],
    [raw`It is $x \text{ if it costs $5$}$.`, raw`x \text{ if it costs $5$}`],
    [
      raw`It is $\min \{ n : n \textrm{ is a sum of two cubes}\}$.`,
      raw`\min \{ n : n \textrm{ is a sum of two cubes}\}`,
    ],
    [raw`$p = \textit{the chance of rain today}$`, raw`p = \textit{the chance of rain today}`],
    [raw`$p = \mbox{the chance of {some} rain today}$`, raw`p = \mbox{the chance of {some} rain today}`],
    ["$\\text{``a''}$ and `$x$`", "\\text{``a''}"],
    [raw`$\text{a$ and $x$`, raw`\text{a`, 'x'],
    [raw`$$x \text{ if $y$}$$`, raw`⟦x \text{ if $y$}⟧`],
    [raw`$$5\$$$ and`, raw`5\$`],
  ],
  either,
)

check(
  'brackets that are not formulas',
  [
    raw`Most agreed \[4\], \[12, 13\], \[4–6\], \[^1\] or \[@miller2011, p. 3\], as \(Miller, 2011\) says.`,
    raw`Miller \(2011\) says \(see below\). The element is a\[i\], dp\[n\]\[m\], f\(x\).`,
    raw`[Qt](https://a.org/Qt_\(software\)), [\[4\]](https://a.org), [\[x\]](/a) and ![a](/b_\(c\).webp)`,
    raw`- \[x\] done\n- \[ \] to do`.replaceAll('\\n', '\n'),
    raw`\[\[a page\]\], \[a\](https://a.org), \[sic\], \[...\], \[edit\] and \[!NOTE\]`,
    raw`\(50%\), \(10 kg\), \(U.S.\), \(see \[4\]\), \[A-Z0-9\_\], \[C\+\+\], x\[:, 1\] and \[\[a|b\]\]`,
    raw`It begins at https://a.org/a_\(b\) there, <https://a.org/\(b\)>.`,
    raw`item\(s\) of \[0, 1\] or \[A-Z\] or \[n = 12\]`,
  ].map((text) => [text]),
  ['real'],
)

check(
  'formulas in brackets',
  [
    [
      raw`A \( x \), \(y\), \(f(x)\), \((a, b)\), \(-1\), \( P(A | B) \) and \(\text{some words}\)`,
      'x',
      'y',
      'f(x)',
      '(a, b)',
      '-1',
      'P(A | B)',
      raw`\text{some words}`,
    ],
    [raw`\(a_1\)设\(x\)为 2\(\pi\)`, 'a_1', 'x', raw`\pi`],
    ['\\[\nE = mc^2\n\\]', '⟦E = mc^2⟧'],
    ['\\[E = mc^2\\]', '⟦E = mc^2⟧'],
    ['\\[x = y\\]', '⟦x = y⟧'],
    ['and \\[ x = y \\] holds', '⟦x = y⟧'],
    [raw`\[ a \\[2pt] b \]`, raw`⟦a \\[2pt] b⟧`],
    [raw`[a \(x\) b](/c)`, 'x'],
  ],
  either,
)

check(
  'older files',
  [[raw`A \(speed\) is \(Revenue - Cost\), \(2011\)`, 'speed', 'Revenue - Cost', '2011']],
  ['literal'],
)
check('older files', [[raw`A\n$c_0 $\nthen\n$5 and\n$6, \(x\)`, 'c_0', 'x']], ['literal'])
check('older files', [[raw`See https://a.org/$a\n$x$ and [b](/c$d)\n$y$`, 'x', 'y']], ['literal'])

check(
  'formulas on lines of their own',
  [
    ['The set $$A$$ is open.', 'A'],
    ['$$A$$ is a set, as is $$B$$.', 'A', 'B'],
    ['| a | $$A$$ |', 'A'],
    ['$$A$$', '⟦A⟧'],
    ['Then\n$$A$$,\nand\n\n- $$B$$.\n- **$$C$$**\n\n> $$D$$ (1)', '⟦A⟧', '⟦B⟧', '⟦C⟧', '⟦D⟧'],
    ['So $$\nA\n$$ is', '⟦A⟧'],
    [raw`So $$A \tag{1}$$ is`, raw`⟦A \tag{1}⟧`],
    [raw`So $$\begin{align}a\end{align}$$ is`, raw`⟦\begin{align}a\end{align}⟧`],
  ],
  ['real'],
)

check(
  'formulas in quotes and lists',
  [
    ['> A\n>\n> $$\n> p = m v\n> $$\n>\n> and', '⟦p = m v⟧'],
    ['> > $$\n> > a\n> > > b\n> > $$', '⟦a\n> b⟧'],
    ['> [!NOTE]\n> So $a +\n> b$ is', 'a +\nb'],
    ['> - $$\n>   a\n>     b\n>   $$', '⟦a\n  b⟧'],
    ['- > \\[\n  > a\n  > b\n  > \\]', '⟦a\nb⟧'],
    ['> \\begin{cases}\n> a\n> \\end{cases}', '⟦\\begin{cases}\na\n\\end{cases}⟧'],
    ['>$$\n>a\n>$$', '⟦a⟧'],
    ['1. A\n   $$\n   a\n     b\n   $$', '⟦a\n  b⟧'],
    ['- $$\n  a\n  b\n  $$', '⟦a\nb⟧'],
    ['> $$ a\n\nb $$'],
    ['> It is $a\n>\n> b$'],
    ['$$\na\n> b\n$$', '⟦a\n> b⟧'],
  ],
  ['real'],
)
check('formulas in quotes', [[raw`> A\n> $$\n> p = m v\n> $$\n`, '⟦p = m v⟧']], ['literal'])
