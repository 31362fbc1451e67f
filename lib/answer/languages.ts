import { bundledLanguagesInfo } from 'shiki/langs'

/** A programming language. `load` imports its grammar; plain text has none. */
export type Language = { id: string; label: string; load?: (typeof bundledLanguagesInfo)[number]['import'] }

/** Names that authors use but Shiki does not know, by Shiki's id. */
const otherNames: Record<string, string[]> = {
  asm: ['arm', 'assembly', 'gas', 'masm', 'nasm', 'x86', 'x86asm'],
  bash: ['console', 'shell-session', 'terminal'],
  bat: ['dos'],
  c: ['h'],
  'common-lisp': ['cl'],
  cpp: ['arduino', 'cc', 'cplusplus', 'cuda', 'cxx', 'hpp', 'ino'],
  css: ['css3'],
  dotenv: ['env'],
  'fortran-free-form': ['fortran', 'fortran90'],
  go: ['golang'],
  groovy: ['gradle'],
  html: ['htm', 'html5', 'xhtml'],
  java: ['processing'],
  javascript: ['node', 'nodejs'],
  json: ['geojson', 'ipynb'],
  matlab: ['octave'],
  'objective-c': ['objectivec'],
  pascal: ['delphi'],
  plsql: ['pl/sql'],
  powershell: ['posh'],
  python: ['ipython', 'jupyter', 'py3', 'python2', 'python3', 'sage', 'sagemath'],
  r: ['rlang'],
  sql: ['mariadb', 'mysql', 'postgres', 'postgresql', 'psql', 'sqlite', 'tsql'],
  'system-verilog': ['systemverilog'],
  vb: ['basic', 'vb.net', 'vba', 'vbnet'],
  wasm: ['wast', 'wat'],
  wolfram: ['mathematica'],
  xml: ['rss', 'svg'],
}

const text: Language = { id: 'text', label: 'Text' }
const namesOfText = ['', 'text', 'ascii', 'none', 'nohighlight', 'output', 'plain', 'plaintext', 'raw', 'tree', 'txt']

const languages = new Map<string, Language>(namesOfText.map((name) => [name, text]))
for (const { id, name: label, aliases = [], import: load } of bundledLanguagesInfo) {
  for (const name of [id, ...aliases]) languages.set(name, { id, label, load })
}
for (const [id, names] of Object.entries(otherNames)) {
  for (const name of names) languages.set(name, languages.get(id) as Language)
}
for (const name of ['algorithm', 'pseudo', 'pseudo-code', 'pseudocode'])
  languages.set(name, { id: 'text', label: 'Pseudocode' })
for (const name of ['plantuml', 'puml']) languages.set(name, { id: 'text', label: 'PlantUML' })

/** The language with a name, in any case; undefined if unknown. */
export const findLanguage = (name: string): Language | undefined => languages.get(name.toLowerCase())

/** All names of languages. */
export const listLanguageNames = (): string[] => [...languages.keys()]
