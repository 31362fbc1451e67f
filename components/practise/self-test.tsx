import { TextLink } from '@/components/layout/text-link'
import { toCount } from '@/lib/core/counted-noun'
import { answerId, parseQuestionPath, testId } from '@/lib/core/routes'

/** The points of an answer as HTML; `areAnswers` if they come from the answer itself, where they are marked up. */
type SelfTestProps = { points: { list: string[]; areAnswers: boolean } }

/**
 * Replaces the answer while the address ends with `#page:test`: CSS hides what would give it away. The script
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
      <p>Answer in your own words first.{list.length > 0 && ` The answer has ${toCount(list.length, 'point')}.`}</p>
      <p className="mt-3">
        <a href={`#${answerId}`} className="button">
          Open the answer
        </a>
      </p>
      {list.length > 0 && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: it comes from the sanitised answer
        <template data-marked={areAnswers || undefined} dangerouslySetInnerHTML={{ __html: toList(list) }} />
      )}
    </section>
  )
}

const toList = (points: string[]) => `<ul>${points.map((point) => `<li>${point}</li>`).join('')}</ul>`

/** How many old addresses of a question its page names, the latest ones. */
const maxOldAddresses = 20

/**
 * Links to the test, and saves the question for later. `aliases` are its old addresses: what a browser stored under them is
 * moved to the current one.
 */
export function SelfTestLinks({ aliases }: { aliases: string[] }) {
  const old = aliases.filter(parseQuestionPath).slice(-maxOldAddresses)
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

/** The link to the test above the answer. */
export const TestLink = () => (
  <TextLink href={`#${testId}`}>
    Test<span className="max-sm:sr-only"> yourself</span>
  </TextLink>
)
