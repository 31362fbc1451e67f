import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderAnswer } from '@/lib/answer/render'
import type { AnswerSource } from '@/lib/core/answer-source'
import { foldFormulas, simplify } from './simplify'

type Case = [name: string, answer: string, html: string]

function check(cases: Case[], breaks: AnswerSource['breaks']) {
  for (const [name, text, html] of cases) {
    test(`${breaks} breaks: ${name}`, async () => {
      assert.equal(simplify((await renderAnswer({ text, breaks })).html), html)
    })
  }
}

/** Raw strings: written exactly as in the file. */
const raw = String.raw

check(
  [
    ['a paragraph', raw`One.\n\nTwo.`, '<p>One.</p>\n<p>Two.</p>'],
    ['before any letter', raw`Here,\nwhere a\nimport b\nprint`, '<p>Here,\nwhere a\nimport b\nprint</p>'],
    [
      'before letters that begin a command',
      raw`so\nnegative\nnumber\nnot\nnew`,
      '<p>so\nnegative\nnumber\nnot\nnew</p>',
    ],
    ['a variable that begins a line', raw`Let\nu be\ne and\ni.`, '<p>Let\nu be\ne and\ni.</p>'],
    ['a list', raw`- a\n- b`, '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['a tab is never meant', raw`$\text{a} \times \theta \tau$`, String.raw`<p>⟦\text{a} \times \theta \tau⟧</p>`],
    [
      'TeX commands with n',
      raw`$\nabla f \neq 0$, $\neg p$, $x \notin A$, $a \nmid b$, $\nu$`,
      raw`<p>⟦\nabla f \neq 0⟧, ⟦\neg p⟧, ⟦x \notin A⟧, ⟦a \nmid b⟧, ⟦\nu⟧</p>`,
    ],
    ['\\not before a relation', raw`$a \not= b$`, raw`<p>⟦a \not= b⟧</p>`],
    ['\\ne between operands', raw`$a \ne b$`, raw`<p>⟦a \ne b⟧</p>`],
    ['\\nu as an index', raw`$T^{\mu\nu}$`, raw`<p>⟦T^{\mu\nu}⟧</p>`],
    ['a break and u after the opening', raw`$$\nu(t) = t$$`, '<p>⟦⟦u(t) = t⟧⟧</p>'],
    ['a break and e after the opening', raw`$$\ne^{i\pi} = -1$$`, raw`<p>⟦⟦e^{i\pi} = -1⟧⟧</p>`],
    ['\\nu after a break', raw`$$\n\nu = c/\lambda\n$$`, raw`<p>⟦⟦\nu = c/\lambda⟧⟧</p>`],
    ['\\nabla right after the opening', raw`$$\nabla f$$`, raw`<p>⟦⟦\nabla f⟧⟧</p>`],
    ['a break before y', raw`$$\ny = x\n$$`, '<p>⟦⟦y = x⟧⟧</p>'],
    [
      'rows of a matrix',
      raw`$$\n\begin{matrix}\na & b \\\nc & d\n\end{matrix}\n$$`,
      '<p>⟦⟦\\begin{matrix}\na &amp; b \\\\\nc &amp; d\n\\end{matrix}⟧⟧</p>',
    ],
    ['a row that begins with u', raw`$$\nx \\\nu\n$$`, '<p>⟦⟦x \\\\\nu⟧⟧</p>'],
    ['a row end that lost a backslash', raw`$$a \\nb$$`, '<p>⟦⟦a \\\\\nb⟧⟧</p>'],
    ['the variable n after a row', raw`$$a \\n + 1$$`, raw`<p>⟦⟦a \\n + 1⟧⟧</p>`],
    ['a backslash at a line’s end', raw`/ \\n\\ /`, '<p>/ \\\n\\ /</p>'],
    ['a command without delimiters', raw`so \nabla f \neq 0`, raw`<p>so \nabla f \neq 0</p>`],
    [
      'an environment without delimiters',
      raw`So\n\begin{cases} a & b \\\nc & d \end{cases}\nis.`,
      '<p>So\n⟦⟦\\begin{cases} a &amp; b \\\\\nc &amp; d \\end{cases}⟧⟧\nis.</p>',
    ],
    ['\\( \\)', raw`a \( x_1 \) b`, '<p>a ⟦x_1⟧ b</p>'],
    ['\\[ \\]', raw`a\n\[\nx_1\n\]\nb`, '<p>a\n⟦⟦x_1⟧⟧\nb</p>'],
    [
      'display indented in a list',
      raw`1. One:\n   $$\n   x = 1\n   $$\n\n2. Two`,
      '<ol>\n<li>\n<p>One:\n⟦⟦x = 1⟧⟧</p>\n</li>\n<li>\n<p>Two</p>\n</li>\n</ol>',
    ],
    ['display indented too far', raw`1. One\n\n        $$x$$\n`, '<ol>\n<li>\n<p>One</p>\n<p>⟦⟦x⟧⟧</p>\n</li>\n</ol>'],
    ['spaces inside dollars', raw`Let $ x $ and $ y = 2 $.`, '<p>Let ⟦x⟧ and ⟦y = 2⟧.</p>'],
    ['stars and underscores in a formula', raw`$a_1 * b_1$ and $a_2 * b_2$`, '<p>⟦a_1 * b_1⟧ and ⟦a_2 * b_2⟧</p>'],
    ['bold around a formula', raw`**$x$**: yes`, '<p><strong>⟦x⟧</strong>: yes</p>'],
    ['money twice', raw`from $500 and $600`, '<p>from $500 and $600</p>'],
    ['money in words', raw`up to $1 billion, or $2.5 million`, '<p>up to $1 billion, or $2.5 million</p>'],
    ['money as a range', raw`$5,000-$6,000`, '<p>$5,000-$6,000</p>'],
    ['money in two rows', raw`1. $300 |\n2. | $400`, '<ol>\n<li>$300 |</li>\n<li>| $400</li>\n</ol>'],
    ['money, then a formula', raw`for $500 at rate $r$`, '<p>for $500 at rate ⟦r⟧</p>'],
    [
      'a formula of a number',
      raw`from $0$ to $2\pi$, $16:1$, $2x + 3$`,
      raw`<p>from ⟦0⟧ to ⟦2\pi⟧, ⟦16:1⟧, ⟦2x + 3⟧</p>`,
    ],
    ['an escaped dollar', raw`\$5 and \$6`, '<p>$5 and $6</p>'],
    ['one dollar', raw`a $ b`, '<p>a $ b</p>'],
    [
      'dollars in a table',
      raw`| a | b |\n|---|---|\n| $|x|$ | $300 |`,
      '<div class="table-scroll" role="group" aria-label="Table" tabindex="0"><table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>⟦|x|⟧</td>\n<td>$300</td>\n</tr>\n</tbody>\n</table></div>',
    ],
    [
      'a program keeps its own',
      'Run:\\n```c\\nprintf("a\\n");\\nreturn 0;\\n```\\nDone.',
      '<p>Run:</p>\n[C]<pre>printf("a\\n");\nreturn 0;</pre>\n<p>Done.</p>',
    ],
    [
      'several in one string',
      '```python\\nprint("a\\nb\\n")\\nx = 1\\n```',
      '[Python]<pre>print("a\\nb\\n")\nx = 1</pre>',
    ],
    ['an escaped one in a string', '```c\\nputs("a\\\\n");\\n```', '[C]<pre>puts("a\\n");</pre>'],
    ['a character', "```c\\nif (c == '\\n') n++;\\n```", "[C]<pre>if (c == '\\n') n++;</pre>"],
    [
      'an apostrophe in a comment',
      "```python\\n# don't\\nx = 1\\ny = 'a'\\n```",
      "[Python]<pre># don't\nx = 1\ny = 'a'</pre>",
    ],
    ['an apostrophe in plain text', "```\\nit's\\nyours, isn't it\\n```", "[Text]<pre>it's\nyours, isn't it</pre>"],
    [
      'a documentation string',
      '```python\\ndef f():\\n    """One\\n    two"""\\n    return 1\\n```',
      '[Python]<pre>def f():\n    """One\n    two"""\n    return 1</pre>',
    ],
    ['a continued line', '```bash\\nls \\\\n  -l\\n```', '[Shell]<pre>ls \\\n  -l</pre>'],
    [
      'a fence in a list',
      '- Use:\\n  ```cpp\\n  int a;\\n  ```\\n- Next',
      '<ul>\n<li>Use:\n[C++]<pre>int a;</pre>\n</li>\n<li>Next</li>\n</ul>',
    ],
    ['what looks like TeX in a program', '```r\\ny <- x$a + x$b\\n```', '[R]<pre>y &#x3C;- x$a + x$b</pre>'],
    ['a fence without end', '```c\\nint a;\\nint b;', '[C]<pre>int a;\nint b;</pre>'],
    ['a span keeps it', 'Write `\\n` or `$x$`.', '<p>Write <code>\\n</code> or <code>$x$</code>.</p>'],
    [
      'things that look like HTML',
      raw`#include <iostream> and vector<int>`,
      '<p>#include &#x3C;iostream> and vector&#x3C;int></p>',
    ],
    ['left-over citations', raw`True [1], so [^2].`, '<p>True [1], so [^2].</p>'],
    ['a dashed line is no heading', raw`Sum:\n-----\n3`, '<p>Sum:</p>\n<hr>\n<p>3</p>'],
  ],
  'literal',
)

check(
  [
    ['nothing is decoded', raw`The sequence \nabla and C:\new`, raw`<p>The sequence \nabla and C:\new</p>`],
    ['a formula', 'Then\n\n$$\nx^2\n$$\n\nand $y$.', '<p>Then</p>\n<p>⟦⟦x^2⟧⟧</p>\n<p>and ⟦y⟧.</p>'],
    ['a program', '```c\nprintf("a\\n");\n```\n', '[C]<pre>printf("a\\n");</pre>'],
    [
      'a footnote',
      'A.[^1]\n\n[^1]: B.',
      '<p>A.<sup><a href="#note:fn-1" id="note:fnref-1" data-footnote-ref aria-describedby="note:label">1</a></sup></p>\n<section data-footnotes class="footnotes"><h2 class="sr-only" id="note:label">Footnotes</h2>\n<ol>\n<li id="note:fn-1">\n<p>B. <a href="#note:fnref-1" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p>\n</li>\n</ol>\n</section>',
    ],
  ],
  'real',
)

check(
  [
    [
      'indented code keeps what looks like a formula, a break or a heading',
      'Take:\n\n    # mean $x$ of $$a$$\n    printf("a\\n")  \\(b\\)\n\n\t- c\n\nIt is $x$.',
      '<p>Take:</p>\n[Text]<pre># mean $x$ of $$a$$\nprintf("a\\n")  \\(b\\)\n\n- c</pre>\n<p>It is ⟦x⟧.</p>',
    ],
    [
      'dollar signs in two indented programs are not a formula',
      'A:\n\n    $a = 1;\n    $b = $a;\n\n- b:\n\n      echo $$\n\nC $$ d.',
      '<p>A:</p>\n[Text]<pre>$a = 1;\n$b = $a;</pre>\n<ul>\n<li>\n<p>b:</p>\n[Text]<pre>echo $$</pre>\n</li>\n</ul>\n<p>C $$ d.</p>',
    ],
    ['a fence in a program by indentation', 'A\n\n    ```c\n\n$x$', '<p>A</p>\n[Text]<pre>```c</pre>\n<p>⟦x⟧</p>'],
    [
      'no indented code in a paragraph or a list',
      'A\n    b $x$\n\n1. c\n\n    $y$',
      '<p>A\nb ⟦x⟧</p>\n<ol>\n<li>\n<p>c</p>\n<p>⟦y⟧</p>\n</li>\n</ol>',
    ],
    [
      'setext headings',
      'The *nucleus*\n===========\n\nThe $x$\n---\n\nIt holds.',
      '<h2 id="the-nucleus"><a href="#the-nucleus">The <em>nucleus</em></a></h2>\n<h3 id="the"><a href="#the">The ⟦x⟧</a></h3>\n<p>It holds.</p>',
    ],
    ['a hard break', 'a  \nb\\\nc', '<p>a<br>\nb<br>\nc</p>'],
  ],
  'real',
)

const strong = (text: string) => `<strong>${text}</strong>`
const link = (url: string) => `<a href="${url}" rel="nofollow noopener">${url}</a>`
const site = 'https://example.org/a'

check(
  [
    [
      'bold words beside full-width marks',
      'これは**「要点」**です。**注意：**この式。',
      `<p>これは${strong('「要点」')}です。${strong('注意：')}この式。</p>`,
    ],
    [
      'bold words beside Latin letters',
      '**Note:**Read it. **See also.**Then.',
      `<p>${strong('Note:')}Read it. ${strong('See also.')}Then.</p>`,
    ],
    ['bold words before a formula', '**Note:**$x$ is', `<p>${strong('Note:')}⟦x⟧ is</p>`],
    ['bold words in quotes', '他说**“你好”**了，*『本』*を。', `<p>他说${strong('“你好”')}了，<em>『本』</em>を。</p>`],
    [
      'bold words after a sentence',
      'So.**Bold** and **a (**b**) c**',
      `<p>So.${strong('Bold')} and ${strong(`a (${strong('b')}) c`)}</p>`,
    ],
    [
      'stars that are not emphasis',
      'f(a)**b and g(c)**d, foo.*bar.*c, (a)**2 + (b)**2',
      '<p>f(a)**b and g(c)**d, foo.*bar.*c, (a)**2 + (b)**2</p>',
    ],
    [
      'formulas in GitHub’s notation',
      'So $`a_1 * b`$:\n\n```math\nx = 1\n\n```\n\n- one\n\n  ~~~ math\n  y\n  ~~~\n\n> ```math\n> z\n> ```\n\nA `$` and `b`$.',
      '<p>So ⟦a_1 * b⟧:</p>\n<p>⟦⟦x = 1⟧⟧</p>\n<ul>\n<li>\n<p>one</p>\n<p>⟦⟦y⟧⟧</p>\n</li>\n</ul>\n<blockquote>\n<p>⟦⟦z⟧⟧</p>\n</blockquote>\n<p>A <code>$</code> and <code>b</code>$.</p>',
    ],
    [
      'fences that are not math, or not closed',
      '```mathematica\nx\n```\n\n```math\ny',
      '[Wolfram]<pre>x</pre>\n[math]<pre>y</pre>',
    ],
    [
      'a type of C++ and a name of XML, which are no addresses',
      'std::vector<std::string> v, <xs:element>, <https://example.org> and <a@example.org>',
      `<p>std::vector&#x3C;std::string> v, &#x3C;xs:element>, ${link('https://example.org')} and <a href="mailto:a@example.org">a@example.org</a></p>`,
    ],
    [
      'paragraphs and lists of Arabic or Hebrew, but not of English with a word of them',
      'مرحبا **بك** في الموقع.\n\n- שלום\n- *שלום* is the word for peace\n\nThe word سلام means peace.',
      `<p dir="rtl">مرحبا ${strong('بك')} في الموقع.</p>\n<ul>\n<li dir="rtl">שלום</li>\n<li><em>שלום</em> is the word for peace</li>\n</ul>\n<p>The word سلام means peace.</p>`,
    ],
    [
      'English with words of pointed Hebrew, whose points are not letters',
      '- קָמָץ (qamats) – [a]\n- פַּתַח (pataḥ) – [a]',
      '<ul>\n<li>קָמָץ (qamats) – [a]</li>\n<li>פַּתַח (pataḥ) – [a]</li>\n</ul>',
    ],
    [
      'an address before a full-width mark',
      `見る：${site}。次は**要点**です`,
      `<p>見る：${link(site)}。次は${strong('要点')}です</p>`,
    ],
    [
      'addresses in full-width brackets',
      `（${site}）と「${site}」、www.example.org、${site}`,
      `<p>（${link(site)}）と「${link(site)}」、<a href="http://www.example.org" rel="nofollow noopener">www.example.org</a>、${link(site)}</p>`,
    ],
    [
      'an address in quotes',
      `“${site}” and ${site}, ${site}?b=c.`,
      `<p>“${link(site)}” and ${link(site)}, ${link(`${site}?b=c`)}.</p>`,
    ],
    [
      'an e-mail address before a full-width mark',
      'a@example.org。次',
      '<p><a href="mailto:a@example.org">a@example.org</a>。次</p>',
    ],
  ],
  'real',
)

check(
  [
    ['no program by indentation', 'A\n\n    b $x$', '<p>A</p>\n<p>b ⟦x⟧</p>'],
    ['no heading by underlining', 'A\n===\n\nB\n---\nC', '<p>A\n===</p>\n<p>B</p>\n<hr>\n<p>C</p>'],
    ['breaks of two characters are shown', 'A\\nb\nc', '<p>A\\nb\nc</p>'],
  ],
  'real-in-field',
)

test('the cells of a table are on one line, except long ones', async () => {
  const text = '| $n = 1000$ | T |\n| --- | --- |\n| Respiratory acidosis | falls |'
  const { html } = await renderAnswer({ text, breaks: 'real' })
  assert.deepEqual(html.match(/<t[hd] class="long">[^<]*/g), ['<td class="long">Respiratory acidosis'])
})

test('a formula is HTML with MathML, the HTML hidden from screen readers', async () => {
  const { html } = await renderAnswer({ text: '$x$', breaks: 'real' })
  assert.match(html, /<math xmlns="http:\/\/www\.w3\.org\/1998\/Math\/MathML">/)
  assert.match(html, /<span class="katex-html" aria-hidden="true">/)
})

test('TeX that does not compile shows its source, marked', async () => {
  const { html } = await renderAnswer({ text: raw`$\frac{a}{<b$`, breaks: 'real' })
  assert.match(
    html,
    /^<p><code class="tex-error" title="This formula does not compile: [^"]+" translate="no">\\frac\{a\}\{&lt;b<\/code><\/p>$/,
  )
})

test('formulas cannot load, link or grow without bound', async () => {
  for (const tex of [
    raw`\href{javascript:alert(1)}{x}`,
    raw`\includegraphics{http://a.b/c.png}`,
    raw`\htmlClass{a}{x}`,
  ]) {
    const { html } = await renderAnswer({ text: `$${tex}$`, breaks: 'real' })
    assert.doesNotMatch(html, /<a |<img|class="a"/)
  }
  const { html } = await renderAnswer({ text: raw`$\def\a{\b\b}\def\b{\c\c}\def\c{\d\d}\def\d{\a}\a$`, breaks: 'real' })
  assert.match(html, /tex-error/)
})

test('nothing an author writes runs or breaks out of its place', async () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '[a](data:text/html,<script>alert(1)</script>)',
    '[a](vbscript:x)',
    '![a](javascript:alert(1))',
    '![a](https://elsewhere.example/pixel.png)',
    '<a href="javascript:alert(1)">a</a>',
    '\uE0000\uE001 and \uE00099\uE001',
    '`<script>`',
    '```"><script>\nalert(1)\n```',
    '# <svg onload=alert(1)>',
  ]
  for (const text of hostile) {
    const { html, outline } = await renderAnswer({ text, breaks: 'real' })
    const all = html + outline.map((entry) => entry.html).join('')
    const tags = all.match(/<[^>]*>/g)?.join('') ?? ''
    assert.doesNotMatch(tags, /<script|<img[^>]* src|<svg|\son\w+="|javascript:|vbscript:|data:text/i, text)
  }
})

test('external links are marked, internal ones are not', async () => {
  const { html } = await renderAnswer({ text: '[a](https://a.org) [b](/learn/law)', breaks: 'real' })
  assert.equal(html, '<p><a href="https://a.org" rel="nofollow noopener">a</a> <a href="/learn/law">b</a></p>')
})

const box = (kind: string, title: string) =>
  `<div class="callout callout-${kind}" role="note"><p class="callout-title">${title}</p>`

for (const [name, text, html] of [
  [
    'alone',
    '> [!NOTE]\n> Take *care*.\n>\n> Always.',
    `${box('note', 'Note')}\n<p>Take <em>care</em>.</p>\n<p>Always.</p>\n</div>`,
  ],
  ['before a list', '> [!warning]\n>\n> - a', `${box('warning', 'Warning')}\n\n<ul>\n<li>a</li>\n</ul>\n</div>`],
  [
    'with a title',
    '> [!WARNING] Hot *glass*\n> It looks cold.',
    `${box('warning', 'Hot <em>glass</em>')}\n<p>It looks cold.</p>\n</div>`,
  ],
  [
    'with a formula in its title',
    '> [!tip] The $x$, and `b`\n> c',
    `${box('tip', 'The ⟦x⟧, and <code>b</code>')}\n<p>c</p>\n</div>`,
  ],
  ['with nothing but a title', '> [!NOTE] A title', `${box('note', 'A title')}\n\n</div>`],
  ['with a hard break', '> [!NOTE] A  \n> b', `${box('note', 'A')}\n<p>b</p>\n</div>`],
  ['of another kind', '> [!danger]\n> a', `${box('caution', 'Danger')}\n<p>a</p>\n</div>`],
  ['of an unknown kind', '> [!Recipe]\n> a', `${box('note', 'Recipe')}\n<p>a</p>\n</div>`],
  ['with metadata after the kind', '> [!success|wide] Done\n> a', `${box('tip', 'Done')}\n<p>a</p>\n</div>`],
  [
    'that is folded',
    '> [!example]- More\n> a',
    '<details class="callout callout-note"><summary class="callout-title">More</summary>\n<p>a</p>\n</details>',
  ],
  [
    'that can be folded, in another',
    '> [!bug]\n> > [!faq]+\n> > a',
    `${box('caution', 'Bug')}\n\n<details class="callout callout-note" open><summary class="callout-title">Faq</summary>\n<p>a</p>\n</details>\n</div>`,
  ],
  ['in the middle', '> a\n> [!NOTE]', '<blockquote>\n<p>a\n[!NOTE]</p>\n</blockquote>'],
  ['without a word', '> [!] a', '<blockquote>\n<p>[!] a</p>\n</blockquote>'],
] as const) {
  test(`a mark of a callout ${name}`, async () => {
    const rendered = simplify((await renderAnswer({ text, breaks: 'real' })).html)
    assert.equal(rendered.replace(/(role="note">|details[^>]*>)\n+(?=<[pds])/g, '$1'), html)
  })
}

test('a heading that contains a link is not a link itself', async () => {
  const { html } = await renderAnswer({ text: '## See [a](/about)', breaks: 'real' })
  assert.equal(html, '<h2 id="see-a">See <a href="/about">a</a></h2>')
})

test('no line begins with the comma after a formula, but a long formula may break', async () => {
  const { html } = await renderAnswer({ text: 'So $e^{2x}$, and $a = b$.', breaks: 'real' })
  assert.equal(foldFormulas(html), '<p>So <span class="nobreak">⟦e^{2x}⟧,</span> and ⟦a = b⟧.</p>')
})

test('only formulas that may be wider than a phone are focusable', async () => {
  const render = async (tex: string) => (await renderAnswer({ text: `$$${tex}$$`, breaks: 'real' })).html
  assert.match(await render('a + b = c'), /<span class="formula"><span class="katex-display">/)
  const stop = /<span class="formula" role="group" aria-label="Formula" tabindex="0">/
  assert.match(await render('a + b + c + d + e + f + g + h + i + j + k + l'), stop)
})

test('ids of headings are unique, and differ from those of footnotes', async () => {
  const text =
    'A.[^1]\n\n# Note fn 1\n\n# note:fn-1\n\n# Footnote label\n\n# A\n\n# A-1\n\n# A\n\n# page:content\n\n[^1]: B.'
  const { html } = await renderAnswer({ text, breaks: 'real' })
  const ids = Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id)
  assert.deepEqual(ids, [
    'note:fnref-1',
    ...['note-fn-1', 'notefn-1', 'footnote-label', 'a', 'a-1', 'a-2', 'pagecontent'],
    ...['note:label', 'note:fn-1'],
  ])
})

test('headings begin at h2, descend one level at a time, and have ids', async () => {
  const { html, outline } = await renderAnswer({ text: '### A $x$\n\n##### B\n\n### A\n\n# C\n', breaks: 'real' })
  assert.deepEqual(
    outline.map(({ id, depth }) => [id, depth]),
    [
      ['a', 2],
      ['b', 3],
      ['a-1', 2],
      ['c', 2],
    ],
  )
  assert.equal(
    simplify(html),
    '<h2 id="a"><a href="#a">A ⟦x⟧</a></h2>\n<h3 id="b"><a href="#b">B</a></h3>\n<h2 id="a-1"><a href="#a-1">A</a></h2>\n<h2 id="c"><a href="#c">C</a></h2>',
  )
  assert.equal(simplify(outline[0]?.html ?? ''), 'A ⟦x⟧')
})

test('items that begin with bold words are points, with unique ids and links to themselves', async () => {
  const text = `## Roots

1. **Roots**: take up *water*.
   - **Not deep**: none

2. **The *stem* of $x$:** carries it.

- plain
- **See [a](/about)** it is a link already`
  const { html, outline } = await renderAnswer({ text, breaks: 'real' })
  assert.deepEqual(
    outline.map(({ kind, id, depth, html: words }) => [kind, id, depth, foldFormulas(words)]),
    [
      ['heading', 'roots', 2, 'Roots'],
      ['point', 'roots-1', 3, 'Roots'],
      ['point', 'the-stem-of', 3, 'The <em>stem</em> of ⟦x⟧'],
      ['point', 'see-a', 3, 'See a'],
    ],
  )
  assert.match(html, /<li id="roots-1" data-point="0">\s*<p><strong><a href="#roots-1">Roots<\/a><\/strong>: take up/)
  assert.match(html, /<li><strong>Not deep<\/strong>/)
  assert.match(html, /<li id="see-a" data-point="2"><strong>See <a href="\/about">a<\/a><\/strong>/)
})

test('two items with bold words are not points', async () => {
  const { html, outline } = await renderAnswer({ text: '- **a**: b\n- **c**: d\n- e', breaks: 'real' })
  assert.deepEqual(outline, [])
  assert.doesNotMatch(html, / id=/)
})
