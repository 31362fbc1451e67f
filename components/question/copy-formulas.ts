/** Copies each formula once: as TeX in plain text, as MathML in rich text. */
document.addEventListener('copy', (event) => {
  const selection = getSelection()
  if (!event.clipboardData || !selection || selection.isCollapsed) return
  const rich = cutOut(selection.getRangeAt(0))
  if (!rich.querySelector('.katex')) return
  const plain = rich.cloneNode(true) as HTMLElement
  event.clipboardData.setData('text/html', toRich(rich))
  event.clipboardData.setData('text/plain', toPlain(plain))
  event.preventDefault()
})

/** A copy of the selection, in which partly selected formulas are whole. */
function cutOut(range: Range): HTMLElement {
  const whole = range.cloneRange()
  const first = toFormula(range.startContainer)
  const last = toFormula(range.endContainer)
  if (first) whole.setStartBefore(first)
  if (last) whole.setEndAfter(last)
  const copy = document.createElement('div')
  copy.append(whole.cloneContents())
  // Copied custom elements would start to run when connected.
  for (const element of copy.querySelectorAll('*')) {
    if (element.localName.includes('-')) element.replaceWith(...element.childNodes)
  }
  // Collapsed content is not copied, as in browsers.
  for (const part of copy.querySelectorAll('button, .solution > summary, details:not([open]) > :not(summary)'))
    part.remove()
  return copy
}

const toFormula = (node: Node) =>
  (node instanceof Element ? node : (node.parentElement as Element)).closest('.katex-display, .katex')

function toRich(copy: HTMLElement): string {
  for (const formula of listFormulas(copy)) formula.replaceWith(formula.querySelector('math') ?? '')
  for (const part of copy.querySelectorAll('annotation')) part.remove()
  // Relative addresses would not work where it is pasted.
  for (const link of copy.querySelectorAll('a')) link.setAttribute('href', link.href)
  return copy.innerHTML
}

/** Its text with line breaks as displayed. A single formula gets no `$` around it. */
function toPlain(copy: HTMLElement): string {
  const formulas = listFormulas(copy)
  const isAlone = formulas.length === 1 && copy.textContent?.trim() === formulas[0]?.textContent
  for (const formula of formulas) {
    const mark = isAlone ? '' : formula.closest('.katex-display') ? '$$' : '$'
    formula.replaceWith(mark + formula.querySelector('annotation')?.textContent + mark)
  }
  copy.className = 'copied'
  document.body.append(copy)
  const text = copy.innerText
  copy.remove()
  return text.trim()
}

const listFormulas = (copy: HTMLElement) => [...copy.querySelectorAll('.katex')]
