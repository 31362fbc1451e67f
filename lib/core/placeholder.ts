/** The text wherever an author still has to write; `npm run check` finds it until it is replaced. */
export const placeholderMark = 'TODO:'
