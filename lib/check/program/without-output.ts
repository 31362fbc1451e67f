/** A line with what somebody typed at the prompt of a shell or an interpreter. */
const prompt =
  /^[ \t]*(?:[$>%]|>>>|\.\.\.|In \[\d+\]:|(?:irb|iex|pry|ghci|prelude|julia|scala|mysql|mariadb|sqlite|psql|jshell|node)\S*>|\w+[=-][#>]|\S{1,40}@\S{1,80}[#$%]|PS \S*>)(?= |$)/i
const session = /^[ \t]*(?:\$|>>>|In \[\d+\]:) /m

const markup = /(?=<)(?<=(?:^|[(,=?:&|{[};>]|\b(?:return|default))\s*)<(?:[A-Za-z][\w.-]*(?=[\s>/])|>)/m
const hasMarkup = /^(?:javascript|typescript|jsx|tsx|php)$/

/** A program in which everything else, the output of a session and HTML, is blanked out character for character. */
export function withoutOutput(text: string, language: string): string {
  const typed = isSession(text) ? keepTyped(text) : text
  if (language === 'php' && typed.includes('<?')) return keepPhp(typed)
  return hasMarkup.test(language) ? withoutMarkup(typed) : typed
}

const blank = (text: string) => text.replace(/[^\n]/g, ' ')

const isSession = (text: string) => session.test(text) || prompt.test(text.trimStart())

function keepTyped(text: string): string {
  let continues = false
  return text
    .split('\n')
    .map((line) => {
      const isTyped = continues || prompt.test(line)
      continues = isTyped && line.endsWith('\\')
      return isTyped ? line : blank(line)
    })
    .join('\n')
}

function keepPhp(text: string): string {
  let [kept, at] = ['', 0]
  for (const { index, 0: program } of text.matchAll(/<\?[\s\S]*?(?:\?>|$(?![\s\S]))/g)) {
    kept += blank(text.slice(at, index)) + program
    at = index + program.length
  }
  return kept + blank(text.slice(at))
}

const tag = /<[A-Za-z][^<>]*>/g
const curlyValue = /(?<=\s[\w:-]+=)(?:[“”„][^“”„"\n]*[“”„]|[‘’][^‘’'\n]*[‘’])(?=[\s/>])/g

/** Between its first and last element, markup mixes code and text: only attribute values in curly quotes are kept. */
function withoutMarkup(text: string): string {
  const start = markup.exec(text)?.index
  if (start === undefined) return text
  const elements = /^[\s\S]*(?:<\/[\w.-]*\s*>|\/>)/.exec(text.slice(start))?.[0] ?? ''
  let [kept, at] = ['', 0]
  for (const { index, 0: opening } of elements.matchAll(tag)) {
    for (const { index: column, 0: value } of opening.matchAll(curlyValue)) {
      kept += blank(elements.slice(at, index + column)) + value
      at = index + column + value.length
    }
  }
  return text.slice(0, start) + kept + blank(elements.slice(at)) + text.slice(start + elements.length)
}
