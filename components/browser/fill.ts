/** Fills a list with rows, unless it shows them already; keeps the focus if the focused row remains. */
export function fill(list: Element | null, rows: Element[]) {
  if (
    !list ||
    (list.childElementCount === rows.length && rows.every((row, at) => row.isEqualNode(list.children[at] as Element)))
  )
    return
  const focused = document.activeElement
  const had = list.contains(focused)
  list.replaceChildren(...rows)
  if (had)
    for (const each of list.querySelectorAll<HTMLElement>('a, button'))
      if (each.isEqualNode(focused)) each.focus({ preventScroll: true })
}
