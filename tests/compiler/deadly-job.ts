/** A job that fills the memory of its thread where it is told to; else it doubles. */
export const prepare = (deadly: readonly number[]) => (job: number) => {
  const kept: number[][] = []
  while (deadly.includes(job)) kept.push(Array.from({ length: 100_000 }, (_, index) => index * Math.random()))
  return job * 2
}
