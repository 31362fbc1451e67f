import { TextLink } from '@/components/layout/text-link'
import { PractiseList } from '@/components/practise/practise-list'
import type { SubjectPackFile } from '@/lib/core/packs'
import { toDeckPath, toSheetPath } from '@/lib/core/routes'

type TakeAlongProps = { subject: string; topic?: string; packs?: readonly SubjectPackFile[] }

/** Actions for the questions of a subject, or of one `topic`: practise, print, download. */
export function TakeAlong({ subject, topic, packs = [] }: TakeAlongProps) {
  const address = topic === undefined ? { subject } : { topic: `${subject}/${topic}` }
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-1 text-md text-soft print:hidden">
      <PractiseList />
      <TextLink href={toSheetPath(address)} rel="nofollow">
        Make a sheet
      </TextLink>
      {topic !== undefined && (
        <TextLink href={toDeckPath(subject, topic)} rel="nofollow">
          Deck for Anki
        </TextLink>
      )}
      {packs.map(({ href, name, size }) => (
        <TextLink key={href} href={href} rel="nofollow">
          {name}, {size}
        </TextLink>
      ))}
    </div>
  )
}
