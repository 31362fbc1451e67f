import fc from 'fast-check'
import type { AnswerSource } from '@/lib/core/answer-source'

/** Delimiters of Markdown, TeX and HTML. */
const marks = [
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    '``',
    '```',
    '~~~',
    '```js\n',
    '```html\n',
    '\n```\n',
    '\n',
    '\n\n',
    '\\n',
    '  \n',
  ],
  ...['[', ']', '(', ')', '![', '](', '[a]', '[a]: /b', '[^a]', '[^a]: ', '> ', '- ', '1. ', '# ', '## ', '    ', '|'],
  ...[
    '\n|a|b|\n|-|-|\n|',
    '> [!NOTE]\n> ',
    '$',
    '$$',
    '\\(',
    '\\)',
    '\\[',
    '\\]',
    '\\',
    '{',
    '}',
    '^',
    '_{',
    '&',
    '\\\\',
  ],
  ...['\\frac{', '\\begin{cases}', '\\end{cases}', '\\def\\a{', '\\a', '\\smash{', '\\rule{9em}{9em}', '\\text{'],
  ...[
    '\\newcommand{\\a}[1]{',
    '\\DeclareMathOperator{\\b}{',
    '\\let\\b=',
    '\\ce{',
    '\\pu{',
    '->[',
    '%',
    '&amp;',
    '\\&',
  ],
  ...['\\begin{align}', '\\end{align}', '\\begin{eqnarray}', '\\end{eqnarray}', '\\begin{multline}', '\\end{multline}'],
  ...['\\label{a}', '\\tag{', '\\notag', '\\eqref{a}', '\\ref{a}', '\\_', '\\^', '\\*'],
  ...['<', '>', '<br>', '<sub>', '</sub>', '<details>', '<!--', '-->', '"', "'", '&lt;', '&#60;', '&nbsp;'],
  ...['\uE000', '\uE001', '\uE0000\uE001', '\0', '\u2028', '\uD800', '🧊', 'ß'],
]

const words = [
  'a',
  'word',
  'two words',
  'x + y',
  '500',
  'E = mc^2',
  'if (a < b) c()',
  'https://example.org/a',
  'b@c.de',
]

/** What would run `attack` if it were not escaped. */
const attacks = [
  '<script>attack()</script>',
  '<img src=x onerror=attack()>',
  '<svg onload=attack()>',
  '<details open ontoggle=attack()>',
  '<a href="javascript:attack()">a</a>',
  '<iframe srcdoc="<script>attack()</script>">',
  '</style><script>attack()</script>',
  '</annotation></semantics></math><img src=x onerror=attack()>',
  '[a](javascript:attack())',
  '[a](JaVaScRiPt:attack())',
  '[a](java&#10;script:attack())',
  '[a](&#106;avascript:attack())',
  '[a](data:text/html,<script>attack()</script>)',
  '![a](javascript:attack())',
  '![a](/b"onerror="attack())',
  '<javascript:attack()>',
  '[a]: javascript:attack()',
  '[a]: /b "\\"onmouseover=\\"attack()"',
  '```"><img/src=x/onerror=attack()>\na\n```',
  '# <svg/onload=attack()>',
  '$\\href{javascript:attack()}{x}$',
  '$\\htmlData{a=b" onclick="attack()}{x}$',
  '$\\text{<img src=x onerror=attack()>}$',
  '$\\includegraphics{javascript:attack()}$',
  '$$x \\tag{"><img src=x onerror=attack()>} \\label{a}$$ \\eqref{a}',
  '$$x \\label{"onclick="attack()}$$ \\eqref{"onclick="attack()}',
  '$\\ce{<img src=x onerror=attack()>}$',
  '$\\text{&lt;img src=x onerror=attack()&gt;}$',
  '$\\unknown{<img src=x onerror=attack()>}$',
  '"onfocus="attack()" autofocus="',
]

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...marks) },
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.constantFrom(...attacks) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
)
const repeated = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.integer({ min: 2, max: 40 }))

/** Random mixtures of syntax of Markdown, TeX and HTML, words and attacks, some of it repeated. */
export const answers: fc.Arbitrary<AnswerSource> = fc.record({
  text: fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: piece },
        { weight: 1, arbitrary: repeated.map(([pieces, times]) => pieces.join('').repeat(times)) },
      ),
      { minLength: 1, maxLength: 60 },
    )
    .map((pieces) => pieces.join('')),
  breaks: fc.constantFrom('real', 'literal', 'real-in-field'),
})
