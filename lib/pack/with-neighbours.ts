/** Each item, with the one before and the one after it. */
export function* withNeighbours<Item>(items: Iterable<Item>) {
  let before: Item | undefined
  let current: Item | undefined
  for (const after of items) {
    if (current !== undefined) yield { before, current, after }
    before = current
    current = after
  }
  if (current !== undefined) yield { before, current, after: undefined }
}
