import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderAnswer } from '@/lib/answer/render'

const raw = String.raw

/** What readers see of an answer: the words, and the formulas as KaTeX draws them. */
async function draw(text: string, breaks: 'real' | 'literal' = 'real'): Promise<string> {
  const { html } = await renderAnswer({ text, breaks })
  return html
    .replace(/<span class="katex-mathml">.*?<\/math><\/span>/gs, '')
    .replace(/<code class="tex-error" title="([^"]*)"[^>]*>.*?<\/code>/gs, '‹$1›')
    .replace(/<[^>]*>/g, '')
    .replace(/[\u200b\u200d]/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[\u00a0\s]+/g, ' ')
    .trim()
}

type Case = [name: string, answer: string, drawn: string | RegExp]

function table(title: string, cases: Case[]) {
  for (const [name, text, drawn] of cases) {
    test(`${title}: ${name}`, async () => {
      const got = await draw(text)
      if (typeof drawn === 'string') assert.equal(got, drawn)
      else assert.match(got, drawn)
    })
  }
}

table('chemistry', [
  ['an equation', raw`$\ce{2Mg + O2 -> 2MgO}$`, /^2Mg\+OX2.*2MgO$/],
  ['a unit', raw`$\pu{602 kJ/mol}$`, '602 kJ/mol'],
  ['an equilibrium with conditions', raw`$$\ce{N2 + 3H2 <=>[Fe][450 °C] 2NH3 ^}$$`, /^NX2.*Fe450°C.*NHX3.*↑$/],
  ['an ion and an isotope', raw`\(\ce{SO4^2-}\), \(\ce{^{235}_{92}U}\)`, /SOX4.*X2−.*235.*92.*U/],
  ['a share', raw`$\ce{50% H2O}$`, /^50% HX2.*O$/],
  ['among other TeX', raw`$K = \frac{[\ce{H+}][\ce{A-}]}{[\ce{HA}]}$`, /^K=\[HA\]\[HX\+\]\[AX−\]/],
  ['what mhchem does not know', raw`$\ce{A\bond{x}B}$`, /^‹This formula does not compile: mhchem/],
  ['unbalanced', raw`$\ce{A -> B}}$`, /^‹This formula does not compile/],
])

table('a percent sign', [
  ['at the end', '$95%$', '95%'],
  ['before words', raw`$\alpha = 5% \text{ of all}$`, 'α=5% of all'],
  ['that is escaped', raw`$50\%$`, '50%'],
  ['after an escaped backslash', raw`$$a \\% b$$`, 'a%b'],
  ['in words', raw`$\text{100% sure}$`, '100% sure'],
  ['at a line’s end', '$$p = 5%\n+ x$$', 'p=5%+x'],
  ['in rows', '$$\\begin{aligned} a &= 5% \\\\ b &= 6%\n\\end{aligned}$$', /5%.*6%/],
  ['that only hides a line’s end', '$$\\begin{aligned}%\na &= {%\nb} \\\\%\n c\\end{aligned}%\n + d$$', /^[^%]*$/],
  ['before words, as in a comment', '$$\na % the first\n+ b\n$$', 'a%thefirst+b'],
  ['verbatim', raw`$\verb|a%b|$`, 'a%b'],
])

table('a character reference', [
  ['of a relation', raw`$a &lt; b &gt; c$`, 'a<b>c'],
  ['escaped twice', raw`$a &amp;lt; b$`, 'a<b'],
  ['of an alignment mark', raw`$$\begin{aligned} a &amp;= b \\ &amp;&lt; c \end{aligned}$$`, 'a=b<c'],
  ['of a sign', raw`$\text{R&amp;D}$ $5 &#37;$ $\&amp;$`, 'R&D 5% &'],
  ['by number', raw`$5 &#8211; 3 &#x2264; x&#39;$`, /^5–3≤x′$/],
  ['of a space', raw`$\text{a&nbsp;b}$`, 'a b'],
  ['that does not exist', raw`$$\begin{aligned} a &b; c &= d \\ &xyzzy; e\end{aligned}$$`, /a.*b;c.*xyzzy;e/],
  ['of no character', raw`$a &#1; b$`, /^‹/],
])

table('commands of the author', [
  ['known to later formulas', raw`$\newcommand{\R}{\mathbb{R}}$Let $x \in \R$.`, 'Let x∈R.'],
  ['with arguments', raw`$\newcommand{\v}[1]{|#1|}\v{a}$, $\v b$`, '∣a∣, ∣b∣'],
  ['by \\def', raw`$\def\half{\tfrac12}$ $\half$`, '21'],
  ['starred, without braces', raw`$\newcommand*\x{y}$ $\x$`, 'y'],
  ['defined in each formula', raw`$\newcommand{\R}{R}\R$, $\newcommand{\R}{Q}\R$`, 'R, Q'],
  ['redefined', raw`$\renewcommand{\vec}[1]{\mathbf{#1}}\vec a$`, 'a'],
  [
    'operators',
    raw`$\DeclareMathOperator{\tr}{tr} \DeclareMathOperator*{\argmax}{arg\,max}$ $\argmax_x \tr A$`,
    'argmaxxtrA',
  ],
  ['of packages', raw`$\mathds{1}$, $\ensuremath{x}$, $\mbox{a b}$, $\mathbbm 1$`, '1, x, a b, 1'],
  ['that load', raw`$\require{cancel}\cancel{x}$`, 'x'],
  ['with a default', raw`$\newcommand{\w}[2][a]{#1#2}$`, /\\w cannot have a default argument/],
  ['that link', raw`$\href{https://a.org}{words}$`, /A formula cannot hold \\href/],
])

table('numbers', [
  [
    'by tag',
    raw`$$a \label{eq:a} \tag{1}$$ From $\eqref{eq:a}$; \eqref{eq:a} and (\ref{eq:a}).`,
    'a(1) From (1); (1) and (1).',
  ],
  ['before the formula', raw`By \eqref{a}: $$x \tag{*} \label{a}$$`, 'By (*): x(*)'],
  [
    'by order',
    raw`\begin{equation} a \end{equation} \begin{align} b \\ c \label{c} \\ d \notag \\ e \label{e} \end{align} \eqref{c} \eqref{e}`,
    /\(1\).*\(2\)\(3\)\(4\).* \(3\) \(4\)$/,
  ],
  ['with no environment', raw`$$a \label{a}$$ \[ b \label{b} \] \eqref{b}`, 'a(1) b(2) (2)'],
  ['of starred rows', raw`$$\begin{align*} a \\ b \label{b} \end{align*}$$ \eqref{b}`, /\(1\).* \(1\)$/],
  [
    'of an inner environment',
    raw`\begin{equation} \begin{split} a \\ b \end{split} \label{a} \end{equation} \ref{a}`,
    /\(1\).* 1$/,
  ],
  ['within a formula', raw`$$a \tag{\dag} \label{a}$$ $x \overset{\eqref{a}}{=} y$`, /a\(†\) x=\(†\)y/],
  [
    'of a missing label',
    raw`$\eqref{a}$ and \eqref{a}`,
    /^‹.*No display formula of this answer has \\label\{a\}› and \\eqref\{a\}$/,
  ],
])

table('environments', [
  ['within single dollars', raw`$\begin{align} x + y &= 3 \\ x - y &= 1 \end{align}$`, /^x\+yx−y.*=3=1/],
  ['equation within single dollars', raw`$\begin{equation*} a \end{equation*}$`, 'a'],
  ['alignat', raw`\begin{alignat}{2} a &= b \\ d &= e \end{alignat}`, /^ad.*=b=e/],
  ['eqnarray', raw`\begin{eqnarray} x &=& 1 \\ &=& \frac{a}{b} \end{eqnarray}`, /^x.*=1=ba/],
  [
    'eqnarray with arrays in it',
    raw`\begin{eqnarray*} x &=& \begin{array}{cc} a & b \end{array} \end{eqnarray*}`,
    /^x.*=ab/,
  ],
  ['flalign', raw`\begin{flalign*} a &= b && \text{c} \end{flalign*}`, /^a.*=b.*c/],
  ['multline', raw`\begin{multline} a \\ + b \label{m} \end{multline} \eqref{m}`, /^a\+b.*\(1\).* \(1\)$/],
  ['multline*', raw`$$\begin{multline*} \shoveleft{a} \\ + b \end{multline*}$$`, /^a\+b/],
  ['displaymath', raw`\begin{displaymath} a^2 \end{displaymath}`, 'a2'],
  [
    'nested in one of the same name',
    raw`\begin{cases} a \\ \begin{cases} b \\ c \end{cases} \end{cases} d`,
    /a\{bc d$/,
  ],
  ['two in a row', raw`\begin{cases} a \end{cases} b \begin{cases} c \end{cases}`, /^{a.* b {c/],
  ['dcases', raw`\begin{dcases} a \\ b \end{dcases}`, /^{ab/],
  ['a matrix with column alignment', raw`\begin{pmatrix*}[r] -1 \\ 2 \end{pmatrix*}`, /−12/],
  [
    'with a vertical position',
    raw`$$\begin{aligned}[t] a &= b \end{aligned}, \begin{array}[b]{c} c \end{array}$$`,
    /^a.*=b.*,c/,
  ],
])

test('formulas keep their author’s source, for copying and screen readers', async () => {
  for (const tex of ['95%', raw`\ce{H2O}`, raw`\begin{eqnarray} x &=& 1 \end{eqnarray}`, raw`a &lt; b`]) {
    const { html } = await renderAnswer({ text: `$$${tex}$$`, breaks: 'real' })
    const shown = tex.replaceAll('&', '&amp;')
    assert.ok(html.includes(`<annotation encoding="application/x-tex">${shown}</annotation>`), tex)
  }
})

test('a reference links to its formula, also in a heading and its entry in the contents', async () => {
  const text = raw`## From \eqref{a}

$$x \label{a}$$`
  const { html, outline } = await renderAnswer({ text, breaks: 'real' })
  assert.match(html, /^<h2 id="from">From <a href="#eq\.1">\(1\)<\/a><\/h2>/)
  assert.match(html, /<span class="formula" id="eq\.1">/)
  assert.equal(outline[0]?.html, 'From (1)')
})

test('a command that an answer defines is unknown to others', async () => {
  await renderAnswer({ text: raw`$$\gdef\mine{x}\mine \label{a}$$`, breaks: 'real' })
  assert.match(await draw(raw`$\mine$ $\eqref{a}$`), /Undefined control sequence: \\mine.*No display formula/)
})

test('the expansion of commands is bounded for all formulas together', async () => {
  const many = raw`$\a$ `.repeat(500)
  const { html } = await renderAnswer({ text: `$\\def\\a{${'x'.repeat(100)}}$ ${many}`, breaks: 'real' })
  const refused = html.split('expand to too much').length - 1
  assert.ok(refused > 200 && refused < 400, `${refused}`)
  assert.match(await draw(raw`$\def\a{\b\b}\def\b{\a\a}$ $\a$`), /Too many expansions/)
})

test('all of these work with the line breaks of older answers', async () => {
  assert.equal(await draw(raw`$\newcommand{\R}{\mathbb{R}}$\nnow $\R$`, 'literal'), 'now R')
  assert.match(
    await draw(raw`\begin{eqnarray}\nx &=& 1 \\\ny &=& 5%\n\end{eqnarray}\nso`, 'literal'),
    /^xy.*=1=5%.* so$/,
  )
})
