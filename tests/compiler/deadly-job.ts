/** A job that exhausts the memory of its thread if told to; otherwise it doubles its input. */
export const prepare = (deadly: readonly number[]) => (job: number) => {
  const kept: number[][] = []
  while (deadly.includes(job)) kept.push(Array.from({ length: 100_000 }, (_, index) => index * Math.random()))
  return job * 2
}
