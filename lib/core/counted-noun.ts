const grouped = new Intl.NumberFormat('en-US')

/** `1 question`, `4,444 questions`. */
export const toCount = (count: number, noun: string) => `${grouped.format(count)} ${noun}${count === 1 ? '' : 's'}`
