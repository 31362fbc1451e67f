import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { findLiterals, type Literals } from '@/lib/check/program/literals'
import { scanProgram } from '@/lib/check/program/scan-program'
import { withoutOutput } from '@/lib/check/program/without-output'
import { TemporaryLibrary } from '../temporary-library'
import { runCheck } from './run-check'

const raw = String.raw

/** Programs that run as they are, by language: the curly quotation marks in them are text. */
const texts: [string, string][] = [
  ['python', 'def f(x):\n    """Return x.\n\n    This is called “identity”"""\n    return x'],
  ['python', 'print(f"""Hello,\n    your name is “{name}” – it’s so""")'],
  ['python', "s = '''\n“a” it’s\n'''\nt = r'''\n’\n'''"],
  ['python', 's = "one \\\n“two”"'],
  ['python', '>>> greet()\n‘“Hello”’ it’s\n>>> x'],
  ['py', 'x = 1  # it’s “one” – or so'],
  ['js', `const a = \`\n  “hello” and it’s \${b ? \`“c”\` : "“d”"}\n\``],
  ['js', '/*\n * “a”, it’s\n */\nlet x // “b”'],
  ['js', 's = s.replace(/[“”]/g, \'"\').replace(/’/g, "\'")'],
  ['jsx', 'function A() {\n  return (\n    <p className="a">\n      It’s “so” {b}\n    </p>\n  )\n}'],
  ['tsx', 'const a = <p>Don’t</p>'],
  ['vue', '<template>\n  <p>“Hello”</p>\n</template>'],
  ['html', '<p>“Hello”, it’s</p>'],
  ['ruby', 'a = <<~TEXT\n  “a” it’s\nTEXT\nb = %q{\n “b”\n}\nc = "\n“c” #{d["“e”"]}"'],
  ['ruby', 'puts <<A, <<B\n“a”\nA\n“b”\nB'],
  ['python', 'x = f"{d["“a”"]} it’s"'],
  ['csharp', 'var c = $"{d["“"]}"; // ’'],
  ['perl', '=pod\n\n“a” it’s\n\n=cut\nmy $n = $#a; # it’s\nmy @b = qw(“a” b);'],
  ['elixir', '@doc """\n“a” it’s\n"""\nx = ~s(“b”)'],
  ['ruby', '=begin\n“a”\n=end\nx = 1'],
  ['cpp', 'auto a = R"(\n“a” it’s\n)";\nauto b = R"xy(\n)" “b”\n)xy";\nint c = 1\'000; // “c”'],
  ['c', '#error It’s “so”\nint x;'],
  ['go', 'a := `\n“a” it’s\n`'],
  ['rust', 'let a = r#"\n“a" ’\n"#;\nlet b = "\n“b”\n"; /* /* “ */ ” */\nfn f<\'a>(x: &\'a str) {} // “'],
  ['kotlin', `val a = """\n  “a” \${b["“"]} it’s\n"""`],
  ['swift', 'let a = """\n  “a” it’s\n  """\nlet b = #"“b” " ’"#\nlet c = "\\(d["“"]) ’"'],
  ['java', 'String a = """\n  “a” it’s\n  """;'],
  ['scala', 'val a = """\n  “a” it’s\n  """'],
  ['csharp', 'var a = @"\n“a” "" it’s";\nvar b = """\n  “b”\n  """;\nvar c = $@"\n“c”";'],
  ['php', '<p>“Hello”, it’s</p>\n<?php $a = <<<TEXT\n“a” it’s\nTEXT;\n?>\n<b>“c”</b>'],
  ['php', '$a = "\n“a” it’s";\n# ’'],
  ['sql', "SELECT 'one\n“two” it''s’'; -- ’\nSELECT $body$ “a” ’ $body$;"],
  ['lua', 'a = [[\n“a” it’s\n]]\nb = [==[ ]] “b”\n’ ]==]\n--[[\n“c”\n]]'],
  ['bash', 'cat <<EOF\n“a” it’s – so\nEOF\necho "\n“b”\n" \'\n’\n\''],
  ['bash', 'cat << "END" > file\nit’s “so”'],
  ['bash', 'echo It’s fine and that’s it'],
  ['bash', '$ cat file\nHe said “hello”, it’s fine\n$ ls \\\n  -l'],
  ['perl', 'my $a = q{\n“a” it’s\n};\nprint <<"END";\n“b”\nEND\n$c =~ s/“/"/g;\n__END__\n“d”'],
  ['r', 'a <- "\n“a”"\nb <- r"(\n“b” ")"'],
  ['haskell', "{- “a” {- b -} it’s -}\nfoldl' x -- “c”"],
  ['matlab', "%{\n“a” it’s\n%}\nb = a' * 'it’s'; % “c”"],
  ['julia', '#=\n“a”\n=#\nb = """\n“b” ’\n"""'],
  ['ocaml', '(* “a” it’s *)\nlet b = {|“b” ’|}'],
  ['powershell', '<# “a” #>\n$b = @"\n“b” it’s\n"@'],
  ['scheme', '#|\n“a”\n|#\n(display "\n“b”") ; it’s'],
  ['clojure', '(def a "\n“a”") ; ’'],
  ['pascal', "{ “a”\n it’s } b := '“c”';"],
  ['vb', "x = 5 ' it’s “five”"],
  ['css', '/* “a” */ a::before { content: "“"; }'],
  ['brainfuck', '“hello” +++'],
  ['', '“hello”'],
]

/** Programs that a word processor changed, and what `--fix` makes of them; null where a person must choose. */
const changes: [string, string, string | null][] = [
  ['python', 'print(“hello”)', 'print("hello")'],
  ['python', 'print(”hello”)', 'print("hello")'],
  ['python', "print(‘a’, 'b')", "print('a', 'b')"],
  ['python', 'print(“It’s so”)', 'print("It\'s so")'],
  ['python', "print(“It's so”)", 'print("It\'s so")'],
  ['python', 'print(“, “.join(“ab”))', 'print(", ".join("ab"))'],
  ['python', 'run(“SELECT * FROM t WHERE n = ‘Bob’”)', 'run("SELECT * FROM t WHERE n = \'Bob\'")'],
  ['python', '“““Doc\n\n“so” it’s”””\nx = “a”', '"""Doc\n\n“so” it’s"""\nx = "a"'],
  ['python', '"""Doc “a”\n“b”"""\nprint(“c”)', '"""Doc “a”\n“b”"""\nprint("c")'],
  ['python', 'print(“a – b”, 5 – 3)', 'print("a – b", 5 - 3)'],
  ['python', 'print(“hello")', 'print("hello")'],
  ['python', 'print(“He said “hi” to me”)', null],
  ['python', 'print(“He said "hi"”)', null],
  ['python', 'print(‘It’s so’)', null],
  ['python', 'print(“hello)', null],
  ['python', "x = “a”\ny = 'its", null],
  ['python', 'x = a — b', null],
  ['js', 'const a = ‘b’ + `“c”\n“d”`', "const a = 'b' + `“c”\n“d”`"],
  ['jsx', 'import a from “a”\nexport default () => <p>It’s</p>', 'import a from "a"\nexport default () => <p>It’s</p>'],
  [
    'jsx',
    'const a = (\n  <p className=“b”>\n    “c” d=“e”\n  </p>\n)',
    'const a = (\n  <p className="b">\n    “c” d=“e”\n  </p>\n)',
  ],
  ['c', 'int\u00a0x = ‘a’; // ’', "int x = 'a'; // ’"],
  ['cpp', 'std::cout << “Hello” << ‘\\n’;', 'std::cout << "Hello" << \'\\n\';'],
  ['rust', 'let c: &’static str = “a”;', 'let c: &\'static str = "a";'],
  ['matlab', 'b = a’ * c;', "b = a' * c;"],
  ['scheme', '(list ’a “b”)', '(list \'a "b")'],
  ['sql', 'SELECT ‘O’’Brien’ FROM t', "SELECT 'O''Brien' FROM t"],
  ['sql', '– all of them\nSELECT 1', null],
  ['swift', 'let a = ‘b’', null],
  ['json', '{ “a”: “it’s” }', '{ "a": "it\'s" }'],
  ['bash', 'echo “hello” —help –n 3 # –n', 'echo "hello" --help -n 3 # –n'],
  ['bash', '$ git commit -m “one”\n“one” it’s', '$ git commit -m "one"\n“one” it’s'],
  ['powershell', 'Get-Item –Path “a”', 'Get-Item -Path "a"'],
  ['php', '<p>“a”</p>\n<?php echo “b”; ?>', '<p>“a”</p>\n<?php echo "b"; ?>'],
]

const toAnswer = (language: string, program: string) => `\`\`\`${language}\n${program}\n\`\`\``
const words = Array.from({ length: 25 }, (_, index) => `q${index}x`).join(' ')
const toFile = (name: string, answer: string) =>
  `---\ntitle: What is ${name}?\ndate: 2026-01-15\n---\n\n${words} ${name}.\n\n${answer}\n`

describe('code-quotes', async () => {
  const cases = [
    ...texts.map(([language, program]) => ({ language, program, fixed: program, isFound: false })),
    ...changes.map(([language, program, fixed]) => ({ language, program, fixed: fixed ?? program, isFound: true })),
  ]
  const library = new TemporaryLibrary()
  const toName = (index: number) => `law/a${index}.md`
  for (const [index, { language, program }] of cases.entries())
    library.write(toName(index), toFile(`a${index}`, toAnswer(language, program)))
  const found = await runCheck(library, '--only', 'code-quotes')
  const left = await runCheck(library, '--only', 'code-quotes', '--fix')

  for (const [index, { language, program, fixed, isFound }] of cases.entries()) {
    test(`${language} ${JSON.stringify(program)}`, () => {
      const linesOf = ({ lines }: { lines: string[] }) => lines.filter((line) => line.startsWith(`${toName(index)}:`))
      assert.equal(linesOf(found).length, isFound ? 1 : 0, linesOf(found).join())
      assert.equal(readFileSync(library.toPath(toName(index)), 'utf8'), toFile(`a${index}`, toAnswer(language, fixed)))
      assert.equal(linesOf(left).length, isFound && fixed === program ? 1 : 0)
    })
  }

  test('a program in a quote is read without the marks of the quote', async () => {
    const quoted = new TemporaryLibrary({
      'law/a.md': toFile('a', raw`> ${toAnswer('python', '"""\n“a”\n"""\nprint(“b”)').replaceAll('\n', '\n> ')}`),
    })
    await runCheck(quoted, '--fix')
    assert.match(readFileSync(quoted.toPath('law/a.md'), 'utf8'), /> “a”\n> """\n> print\("b"\)/)
  })

  test('however a long program begins its strings, reading it is fast', { timeout: 20_000 }, () => {
    const beginnings = [
      '"',
      "'",
      '"""',
      '/*',
      '<<-A ',
      '<<A <<B\n',
      'q{',
      '$(',
      'R"a(',
      '[[',
      '“',
      '“\\',
      'a@b',
      '= /a[',
    ]
    for (const id of ['python', 'cpp', 'javascript', 'ruby', 'perl', 'shellscript', 'lua', 'php']) {
      for (const beginning of beginnings) {
        const program = withoutOutput(beginning.repeat(9_000 / beginning.length), id)
        scanProgram(program, findLiterals(id) as Literals)
      }
    }
  })
})
