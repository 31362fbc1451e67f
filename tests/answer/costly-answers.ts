/** Answers that a file may contain but that would keep a server busy or fill its memory. */
export const costlyAnswers = new Map([
  ['marks that open and close in each other', '_a**'.repeat(15_500)],
  ['stars', 'a*'.repeat(31_000)],
  ['quotes with lazy lines', '> a\nb\n'.repeat(10_333)],
  ['ten thousand links to a long address', `${'[a]'.repeat(10_000)}\n\n[a]: /${'a'.repeat(30_000)}`],
])
