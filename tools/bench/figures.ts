/** A line of the table: what was measured, the figure with its unit, and a note such as a comparison. */
export type Figure = { work: string; value: number; unit: string; note?: string }

export type Report = (work: string, value: number, unit: string, note?: string) => void

/** Prints each figure as soon as it is measured, and collects it for the file. */
export function createReport(): { figures: Figure[]; report: Report } {
  const figures: Figure[] = []
  const report: Report = (work, value, unit, note) => {
    figures.push({ work, value, unit, ...(note && { note }) })
    console.log(`${work.padEnd(58)} ${format(value).padStart(9)} ${unit}${note ? `   ${note}` : ''}`)
  }
  return { figures, report }
}

export const format = (value: number) =>
  value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 3 : value < 100 ? 1 : 0 })
