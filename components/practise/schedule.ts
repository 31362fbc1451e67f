/** A memory: days until the chance of recall falls to 90 %, and how hard it is, from 1 to 10. */
export type Memory = { stability: number; difficulty: number }

/** 1: not recalled, 2: with effort, 3: recalled, 4: with ease. */
export type Grade = 1 | 2 | 3 | 4

/** A memory after a grade, and the days until it is due again. */
type Outcome = { memory: Memory; interval: number }

/** The default parameters of FSRS-6: https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm */
const weights = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
  0.6014, 1.8729,
]
const w = (index: number) => weights[index] as number

const decay = -0.1542
const factor = round(0.9 ** (1 / decay) - 1)
const longest = 36_500

/** The probability that a memory is recalled after some days. */
export const toRetrievability = ({ stability }: Memory, days: number) =>
  round((1 + (factor * days) / stability) ** decay)

/** The outcome of each of the four grades for a memory last reviewed some days ago, or for a first review. */
export function listOutcomes(memory?: Memory, days = 0): [Outcome, Outcome, Outcome, Outcome] {
  const [again, hard, good, easy] = ([1, 2, 3, 4] as const).map((grade) =>
    memory ? recall(memory, days, grade) : { stability: w(grade - 1), difficulty: begin(grade) },
  ) as [Memory, Memory, Memory, Memory]
  // The target is 90 % recall, for which the interval equals the stability. A better grade waits at least a day longer.
  const first = Math.min(toDays(again), toDays(hard))
  const second = Math.max(toDays(hard), first + 1)
  const third = Math.max(toDays(good), second + 1)
  return [
    { memory: again, interval: first },
    { memory: hard, interval: second },
    { memory: good, interval: third },
    { memory: easy, interval: Math.max(toDays(easy), third + 1) },
  ]
}

function recall(memory: Memory, days: number, grade: Grade): Memory {
  const { stability: s, difficulty: d } = memory
  const forgotten = 1 - toRetrievability(memory, days)
  const harder = (-w(6) * (grade - 3) * (10 - d)) / 9
  const difficulty = clamp(round(w(7) * toDifficulty(4) + (1 - w(7)) * (d + round(harder))), 1, 10)
  if (grade === 1) {
    const lost = w(11) * d ** -w(12) * ((s + 1) ** w(13) - 1) * Math.exp(forgotten * w(14))
    return { difficulty, stability: Math.min(s, round(clamp(lost, 0.001, longest))) }
  }
  const ease = grade === 2 ? w(15) : grade === 4 ? w(16) : 1
  const gain = Math.exp(w(8)) * (11 - d) * s ** -w(9) * (Math.exp(forgotten * w(10)) - 1) * ease
  return { difficulty, stability: round(clamp(s * (1 + gain), 0.001, longest)) }
}

const toDifficulty = (grade: Grade) => round(w(4) - Math.exp((grade - 1) * w(5)) + 1)
const begin = (grade: Grade) => clamp(toDifficulty(grade), 1, 10)
const toDays = ({ stability }: Memory) => clamp(Math.round(stability), 1, longest)
const clamp = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max)

/** To eight decimal places, like other implementations, so that all agree on every interval. */
function round(value: number) {
  return Math.round(value * 1e8) / 1e8
}
