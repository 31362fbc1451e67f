import { TextLink } from '@/components/layout/text-link'
import { toDeckPath, toSheetPath } from '@/lib/core/routes'

/** What can be made of the questions of a subject, or of one `topic` of it, to take along. */
export function TakeAlong({ subject, topic }: { subject: string; topic?: string }) {
  const address = topic === undefined ? { subject } : { topic: `${subject}/${topic}` }
  return (
    <p className="-mt-2 mb-4 flex flex-wrap gap-x-5 text-md text-soft print:hidden">
      <TextLink href={toSheetPath(address)} rel="nofollow">
        Make a sheet
      </TextLink>
      {topic !== undefined && (
        <TextLink href={toDeckPath(subject, topic)} rel="nofollow">
          Deck for Anki
        </TextLink>
      )}
    </p>
  )
}
