/** Marks where an author still has to write something; `npm run check` reports it until it is replaced. */
export const placeholderMark = 'TODO:'
