/** Patterns of comments and strings, from their beginning to their end. Groups have names: patterns are joined into one. */
const slashComment = /\/\/.*/
const starComment = /\/\*[\s\S]*?(?:\*\/|(?![\s\S]))/
/** Comments that may contain others of their kind, one level deep. */
const nestedStarComment = /\/\*(?:(?!\/\*|\*\/)[\s\S]|\/\*(?:(?!\*\/)[\s\S])*\*\/)*\*\/|\/\*[\s\S]*/
const hashComment = /#.*/
const dashComment = /--.*/
const percentComment = /%.*/
const semicolonComment = /;.*/
const pascalComment = /\(\*[\s\S]*?(?:\*\)|(?![\s\S]))/

const double = /"(?!"")(?:\\[\s\S]|[^"\\\n])*"/
const single = /'(?!'')(?:\\[\s\S]|[^'\\\n])*'/
const longDouble = /"(?:\\[\s\S]|[^"\\])*"/
const longSingle = /'(?:\\[\s\S]|[^'\\])*'/
const tripleDouble = /"""(?:\\[\s\S]|[^\\])*?"""+/
const tripleSingle = /'''(?:\\[\s\S]|[^\\])*?'''+/
const rawTriple = /"{3,}[\s\S]*?"{3,}/
const raw = /`[^`]*`/
/** Strings in which a quotation mark is doubled. */
const doubledSingle = /'(?:''|[^'])*'/
const doubledDouble = /"(?:""|[^"\n])*"/
/** One character: anything else that begins with an apostrophe is a lifetime, a type, a prime or a transpose. */
const character = /'(?:\\[^\n]*?|[^'\\\n])'/

const preprocessor = /^[ \t]*#[ \t]*(?:error|warning|pragma|region|endregion)\b.*/
const cppRaw = /\bu?8?[LU]?R"(?<cpp>[^\s()\\]{0,16})\([\s\S]*?\)\k<cpp>"/
const digits = /(?<=[\da-fA-F])'(?=[\da-fA-F])/
const rustRaw = /\bb?r(?<rust>#*)"[\s\S]*?"\k<rust>/
const swiftRaw = /(?<swift>#+)(?:"""[\s\S]*?"""|".*?")\k<swift>/
const csharpVerbatim = /(?:@\$?|\$@)"(?:""|[^"])*"/
/** Strings with expressions in braces, which may contain strings of the same kind. */
const formatted = /(?:\b[fF][rR]?|\b[rR][fF]|\$)"(?!"")(?:\\[\s\S]|\{\{|\{(?:[^{}"\n]|"[^"\n]*")*\}|[^"\\\n{])*"/
const template = /`(?:\\[\s\S]|\$\{(?:[^{}`]|`[^`]*`|\{[^{}]*\})*\}|\$(?!\{)|[^`\\$])*`/
const interpolated = /"(?!"")(?:\\[\s\S]|\$\{(?:[^{}"\n]|"[^"\n]*")*\}|\$(?!\{)|[^"\\\n$])*"/
const swiftInterpolated = /"(?!"")(?:\\\((?:[^()"\n]|"[^"\n]*"|\([^()\n]*\))*\)|\\[^(\n]|[^"\\\n])*"/
const rubyInterpolated = /"(?:\\[\s\S]|#\{(?:[^{}"]|"[^"]*")*\}|#(?!\{)|[^"\\#])*"/
const regularExpression =
  /(?=\/)(?<=(?:^|[=(,:[!&|?{};~>]|\b(?:return|if|unless|when|and|or|split|match))[ \t]*)\/(?![/*\s])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/

/** Where two heredocs begin on one line, their ends are ambiguous: everything after is text. */
const twoHeredocs = /(?<!<)<<[-~]?["'`]?[A-Za-z_][^\n<]*<<[-~]?["'`]?[A-Za-z_][\s\S]*/
const heredoc =
  /(?<!<)<<[-~]?(?<mark>["'`]?)(?<heredoc>[A-Za-z_]\w*)\k<mark>.*\n(?:[\s\S]*?\n)?[ \t]*\k<heredoc>(?=[ \t]*$)/
const shellHeredoc =
  /(?<!<)<<-?[ \t]*(?<mark>["']?)\\?(?<heredoc>[A-Za-z_]\w*)\k<mark>.*\n(?:(?:[\s\S]*?\n)?[ \t]*\k<heredoc>(?=[ \t]*$)|[\s\S]*)/
const phpHeredoc = /<<<[ \t]*(?<mark>["']?)(?<heredoc>[A-Za-z_]\w*)\k<mark>.*\n(?:[\s\S]*?\n)?[ \t]*\k<heredoc>\b/
const shellComment = /(?<=^|[\s;&|()])#.*/
const shellString = /"(?:\\[\s\S]|\$\((?:[^()]|\([^()]*\))*\)|\$(?!\()|[^"\\$])*"/
const shellRaw = /\$'(?:\\[\s\S]|[^'\\])*'|'[^']*'/
const powershellComment = /<#[\s\S]*?(?:#>|(?![\s\S]))/
const powershellText = /@(?<here>["'])[ \t]*\n[\s\S]*?\n[ \t]*\k<here>@/
const powershellString = /"(?:`[\s\S]|""|[^"`])*"/

const bracketed = [
  /\((?:\\.|[^()\\]|\([^()]*\))*\)/,
  /\{(?:\\.|[^{}\\]|\{[^{}]*\})*\}/,
  /\[[^\]]*\]/,
  /<[^>]*>/,
  /(?<quote>[|!/#~^])(?:\\.|(?!\k<quote>)[^\\])*\k<quote>/,
]
  .map(({ source }) => source)
  .join('|')
const rubyPercent = new RegExp(`(?<=^|[\\s(,=[{])%[qQwWiIrsx]?(?![\\s=])(?:${bracketed})`)
const rubyComment = /^=begin\b[\s\S]*?^=end\b.*|^__END__[\s\S]*/
const perlQuoted = new RegExp(`(?<![$@%&\\w>-])(?:q[qwrx]?|m)[ \\t]*(?:${bracketed})`)
const perlReplaced =
  /(?<![$@%&\w>-])(?:s|tr|y)(?:(?<by>[/|!#~,])(?:\\.|(?!\k<by>)[^\\\n])*\k<by>(?:\\.|(?!\k<by>)[^\\\n])*\k<by>|\{[^{}]*\}\s*\{[^{}]*\})/
const perlComment = /^=[a-z]\w*[\s\S]*?(?:^=cut\b.*|(?![\s\S]))|^__(?:END|DATA)__[\s\S]*/
const perlHash = /(?<!\$)#.*/

const dollarText = /(?<dollar>\$\w*\$)[\s\S]*?\k<dollar>/
const sqlHash = /(?<=^|\s)#.*/
const luaText = /(?:--)?\[(?<lua>=*)\[(?:[\s\S]*?\]\k<lua>\]|[\s\S]*)/
const haskellComment =
  /\{-(?:(?!\{-|-\})[\s\S]|\{-(?:(?!-\})[\s\S])*-\})*-\}|\{-[\s\S]*|--+(?![!#$%&*+./<=>?@\\^|~:]).*/
const haskellText = /\[[a-z]?\w*\|[\s\S]*?\|\]/
const matlabComment = /^[ \t]*[%#]\{[ \t]*$[\s\S]*?^[ \t]*[%#]\}[ \t]*$|\.\.\..*/
const matlabString = /(?<![\w)\]}.'])'(?:''|[^'\n])*'/
const juliaComment = /#=[\s\S]*?(?:=#|(?![\s\S]))/
const rRaw = /\b[rR](?<r>["'])-*(?:\([\s\S]*?\)|\[[\s\S]*?\]|\{[\s\S]*?\})-*\k<r>/
const ocamlText = /\{(?<ocaml>[a-z_]*)\|[\s\S]*?\|\k<ocaml>\}/
const lispComment = /#\|[\s\S]*?(?:\|#|(?![\s\S]))/
const lispCharacter = /#\\\S|\?\\?["';]/
const elixirText = /~[a-zA-Z](?:"""[\s\S]*?"""|\([^)]*\)|\[[^\]]*\]|\{[^}]*\}|"[^"]*"|\/[^/\n]*\/|\|[^|]*\|)/
const remark = /\bREM\b.*/i

/** A language's comments and strings, and the characters that a string can begin with. */
export type Literals = { pattern: RegExp; openings: string }

const toLiterals = (openings: string, ...patterns: RegExp[]): Literals => ({
  pattern: new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), 'my'),
  openings,
})

const c = toLiterals(`"'`, preprocessor, slashComment, starComment, cppRaw, digits, double, single)
const javascript = toLiterals(`"'\``, slashComment, starComment, template, regularExpression, double, single)
const shell = toLiterals(`"'\``, twoHeredocs, shellHeredoc, shellComment, shellString, shellRaw, raw)
const lisp = toLiterals('"', lispComment, lispCharacter, semicolonComment, longDouble)
const basic = toLiterals('"', remark, /'.*/, doubledDouble)
const css = toLiterals(`"'`, starComment, double, single)
const scss = toLiterals(`"'`, starComment, slashComment, double, single)
const json = toLiterals(`"'`, slashComment, starComment, double)

/** By Shiki's names for languages. Others are not checked, because their strings cannot be told from their code. */
const literals = new Map<string, Literals>(
  Object.entries({
    python: toLiterals(`"'`, hashComment, tripleDouble, tripleSingle, formatted, double, single),
    c,
    cpp: c,
    'objective-c': c,
    glsl: c,
    hlsl: c,
    java: toLiterals(`"'`, slashComment, starComment, tripleDouble, double, single),
    kotlin: toLiterals(`"'`, slashComment, nestedStarComment, rawTriple, interpolated, single),
    scala: toLiterals('"', slashComment, nestedStarComment, rawTriple, interpolated, character),
    groovy: toLiterals(`"'`, slashComment, starComment, tripleDouble, tripleSingle, regularExpression, double, single),
    dart: toLiterals(`"'`, slashComment, nestedStarComment, tripleDouble, tripleSingle, interpolated, single),
    swift: toLiterals(`"'`, slashComment, nestedStarComment, swiftRaw, tripleDouble, swiftInterpolated),
    csharp: toLiterals(
      `"'`,
      preprocessor,
      slashComment,
      starComment,
      rawTriple,
      csharpVerbatim,
      formatted,
      double,
      single,
    ),
    fsharp: toLiterals('"', slashComment, pascalComment, rawTriple, csharpVerbatim, longDouble, character),
    javascript,
    typescript: javascript,
    jsx: javascript,
    tsx: javascript,
    go: toLiterals(`"'\``, slashComment, starComment, raw, double, single),
    rust: toLiterals('"', slashComment, nestedStarComment, rustRaw, longDouble, character),
    php: toLiterals(`"'\``, slashComment, hashComment, starComment, phpHeredoc, longDouble, longSingle, raw),
    ruby: toLiterals(
      `"'\``,
      rubyComment,
      twoHeredocs,
      heredoc,
      rubyPercent,
      regularExpression,
      rubyInterpolated,
      longSingle,
      raw,
      hashComment,
    ),
    perl: toLiterals(
      `"'\``,
      perlComment,
      twoHeredocs,
      heredoc,
      perlReplaced,
      perlQuoted,
      regularExpression,
      longDouble,
      longSingle,
      raw,
      perlHash,
    ),
    sql: toLiterals(`"'\``, dashComment, sqlHash, starComment, dollarText, doubledSingle, doubledDouble, raw),
    plsql: toLiterals(`"'`, dashComment, starComment, doubledSingle, doubledDouble),
    lua: toLiterals(`"'`, luaText, dashComment, double, single),
    shellscript: shell,
    fish: shell,
    docker: shell,
    make: shell,
    powershell: toLiterals(`"'`, powershellComment, powershellText, hashComment, powershellString, doubledSingle),
    r: toLiterals(`"'\``, rRaw, hashComment, longDouble, longSingle, raw),
    matlab: toLiterals('"', matlabComment, percentComment, matlabString, doubledDouble, hashComment),
    julia: toLiterals('"`', juliaComment, hashComment, tripleDouble, longDouble, character, raw),
    haskell: toLiterals('"', haskellComment, haskellText, longDouble, character),
    ocaml: toLiterals('"', pascalComment, ocamlText, longDouble, character),
    elixir: toLiterals(`"'`, hashComment, elixirText, tripleDouble, tripleSingle, longDouble, longSingle),
    erlang: toLiterals(`"'`, percentComment, longDouble, longSingle),
    prolog: toLiterals(`"'`, percentComment, starComment, longDouble, longSingle),
    pascal: toLiterals("'", slashComment, /\{[^}]*\}?/, pascalComment, doubledSingle),
    ada: toLiterals('"', dashComment, doubledDouble, character),
    'fortran-free-form': toLiterals(`"'`, /!.*/, doubledDouble, doubledSingle),
    vb: basic,
    'common-lisp': lisp,
    'emacs-lisp': lisp,
    scheme: lisp,
    racket: lisp,
    clojure: lisp,
    css,
    scss,
    less: scss,
    json,
    jsonc: json,
    json5: toLiterals(`"'`, slashComment, starComment, double, single),
  }),
)

/** The comments and strings of a language, by Shiki's name for it; undefined if they are not known. */
export const findLiterals = (id: string): Literals | undefined => literals.get(id)
