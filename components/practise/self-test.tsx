import { TextLink } from '@/components/layout/text-link'
import { toCount } from '@/lib/core/counted-noun'
import { answerId, parseQuestionPath, testId } from '@/lib/core/routes'

/** The points of an answer as HTML; `areAnswers` where the answer itself makes them, and marks them. */
type SelfTestProps = { points: { list: string[]; areAnswers: boolean } }

/**
 * In the place of the answer while its address ends with `#page:test`: style folds what would give it away. The script
 * (test-session.ts) adds a field to write in, the points to compare with, and grades.
 */
export function SelfTest({ points: { list, areAnswers } }: SelfTestProps) {
  return (
    <section
      id={testId}
      aria-labelledby="page:test-title"
      className="practise mt-6 hidden max-w-reading rounded-box border border-line bg-card p-5 target:block data-state:block"
    >
      <h2 id="page:test-title">Test yourself</h2>
      <p>Answer in your own words first.{list.length > 0 && ` It has ${toCount(list.length, 'point')}.`}</p>
      <p className="mt-3">
        <a href={`#${answerId}`} className="button">
          Open the answer
        </a>
      </p>
      {list.length > 0 && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the words come from the sanitised answer
        <template data-marked={areAnswers || undefined} dangerouslySetInnerHTML={{ __html: toList(list) }} />
      )}
    </section>
  )
}

const toList = (points: string[]) => `<ul>${points.map((point) => `<li>${point}</li>`).join('')}</ul>`

/** Addresses of a question that its page names; with more of them the latest. */
const mostOld = 20

/**
 * Leads to the test, and saves a question for later. `aliases`: what a browser keeps under those that were the question's
 * own is moved to the present one.
 */
export function SelfTestLinks({ aliases }: { aliases: string[] }) {
  const old = aliases.filter(parseQuestionPath).slice(-mostOld)
  return (
    <self-test data-old={old.join(' ') || undefined}>
      <a href={`#${testId}`} className="button">
        Test yourself
      </a>
      <button type="button" className="button noscript:hidden">
        Save for later
      </button>
    </self-test>
  )
}

/** Leads to the test from above the answer. */
export const TestLink = () => (
  <TextLink href={`#${testId}`}>
    Test<span className="max-sm:sr-only"> yourself</span>
  </TextLink>
)
