import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { runCheck } from './run-check'

const raw = String.raw

/** Formulas as authors write them elsewhere, and what the check says: the rule, and what its message says to write. */
const cases: [body: string, ...findings: RegExp[]][] = [
  [raw`Burns: $\ce{2Mg + O2 -> 2MgO}$, $\pu{602 kJ/mol}$.`],
  [raw`Water is \ce{H2O} and \ce{SO4^2-}.`, /bare-tex .*between \$ and \$/, /bare-tex .*between \$ and \$/],
  [raw`Weighs \SI{5}{kg} or \qty{5}{kg}.`, /bare-tex .*\\pu\{5 kg\}/, /bare-tex .*\\pu\{5 kg\}/],
  [raw`$\SI{5}{kg}$ $\cancelto{0}{x}$`, /tex .*\\pu\{5 kg\}/, /tex .*\\overset\{0\}\{\\cancel\{x\}\}/],
  [raw`$\ce{A\bond{x}B}$`, /tex .*mhchem\.github\.io/],
  [
    raw`$95%$ and $\alpha = 5% \text{ of all}$ and $50\%$`,
    /formula-percent .*Write \\%/,
    /formula-percent .*Write \\%/,
  ],
  ['$$\na % the first one\n+ b\n$$', /formula-percent .*percent sign/],
  [raw`$\newcommand{\R}{\mathbb{R}}$ then $\R$ and $\DeclareMathOperator{\tr}{tr}\tr$`],
  [raw`$\R^n \mine$ and $\newcommand{\mine}{x}$`, /tex .*\\newcommand\{\\mine\}/],
  [raw`\newcommand{\R}{R} and $\mathbb{R}$`, /bare-tex .*before the first formula/],
  [raw`$\newcommand{\w}[2][a]{#1#2}$`, /tex .*Remove the default/],
  [raw`$$a \label{eq:a} \tag{1}$$ By \eqref{eq:a}, (\ref{eq:a}) and $\eqref{eq:a}$.`],
  [raw`See \eqref{eq:b} and $\eqref{eq:b}$.`, /bare-tex .*No formula in this answer/, /tex .*Put the \\label/],
  [raw`$$a \label{a}$$ $$b \label{a}$$`, /formula-label .*Another formula/],
  [raw`$a \label{a}$`, /formula-label .*between \$\$ and \$\$/],
  [raw`As \cite{x} has it.`, /bare-tex .*footnote/],
  [raw`\begin{eqnarray} a &=& b \end{eqnarray} and $\begin{align} a &= b \end{align}$`],
  [raw`\begin{tabular}{cc} a & b \end{tabular}`, /bare-tex .*table in Markdown/],
  [raw`\begin{theorem} It is so. \end{theorem}`, /bare-tex .*\*\*Theorem\.\*\*/],
  [raw`\begin{constructor} a \end{constructor}`, /bare-tex .*Write it in Markdown/],
  [raw`$$\begin{tabular}{c} a \end{tabular}$$`, /tex .*\\begin\{array\}/],
  [raw`\begin{aligned} a`, /unclosed-formula/],
  [raw`$a &lt; b$ and $$\begin{aligned} a &amp;= b \end{aligned}$$`],
  [raw`$\sum\_{i=1}^{n} x\_i$`, /formula-escape .*Write _/, /formula-escape .*Write _/],
  [raw`$x\_1 + f(x)\_n + \alpha\_\beta$`, /formula-escape/, /formula-escape/, /formula-escape/],
  [raw`$x\\_i$ and $\\{a\\}$ and $x\^2$`, /\\\\_/, /\\\\\{/, /\\\\\}/, /\\\^/],
  [raw`$\mathbf{x}\_1$, $H\_2O$, $v\_max$`, /Write _ instead/, /Write _ instead/, /Write _\{max\} instead/],
  [raw`$\\frac{a}{b} \\cdot \\alpha$`, /Write \\frac/, /Write \\cdot/, /Write \\alpha/],
  [raw`$$\begin{aligned} a \\text{b} \\ c \\\text{d} \end{aligned}$$`, /Write \\text/],
  [raw`$x\\^2$`, /superscript/],
  [
    '$$\n%x = 1\na = 5% % per hour\n%%% rule\n$$',
    /formula-percent/,
    /formula-percent/,
    /formula-percent/,
    /formula-percent/,
  ],
  ['$$\n95\\%\n\\frac{5 \\%}{6}%\n\\begin{matrix}%\n\\end{matrix}\n$$', /Write \\%/],
  [raw`$a \* b \- c \+ d$, $x\[n\]$`],
  [raw`$user\_id$, $\text{a\_b}$, $\_\_\_ + 1$, $\mathrm{x\_i}$, $\texttt{f\_1}$, $a \\ b$`],
  [raw`$$\begin{matrix} a \\{b} \\ \end{matrix}$$`],
  [raw`$\href{https://a.org}{words}$ and $\htmlClass{a}{x}$`, /tex .*link in Markdown/, /tex .*second part/],
  [raw`$\middle| x$ and $a^b^c$ and $\text{a_b}$`, /\\left before/, /braces around/, /In words, write/],
  ['In code `\\ce{H2O}` and `\\begin{tabular}` are what they are.'],
]

test('formulas', async (context) => {
  const files = cases.map(([body], index) => {
    const words = Array.from({ length: 25 }, (_, word) => `w${index}x${word}`).join(' ')
    return [`law/a${index}.md`, toQuestionFile(`What is ${index}?`, {}, `${words}\n\n${body}`)] as const
  })
  const { lines } = await runCheck(new TemporaryLibrary(Object.fromEntries(files)))
  for (const [index, [body, ...findings]] of cases.entries()) {
    await context.test(`${findings.length} findings: ${body}`, () => {
      const found = lines.filter((line) => line.startsWith(`law/a${index}.md`))
      assert.equal(found.length, findings.length, found.join('\n'))
      for (const [at, finding] of findings.entries()) assert.match(found[at] ?? '', finding)
    })
  }
})
