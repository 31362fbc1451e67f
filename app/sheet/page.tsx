import type { Metadata } from 'next'
import { Lead } from '@/components/layout/lead'
import { PageBody } from '@/components/layout/page-body'
import { SheetKey } from '@/components/sheet/sheet-key'
import { SheetOptions } from '@/components/sheet/sheet-options'
import { SheetQuestions } from '@/components/sheet/sheet-questions'
import { SheetSubjects } from '@/components/sheet/sheet-subjects'
import { sheetPath, toSheetPath } from '@/lib/core/routes'
import { toAbsoluteUrl } from '@/lib/core/site'
import { listSubjects } from '@/lib/site/home-page'
import { toMetadata } from '@/lib/site/seo/metadata'
import { getSheetPage, getSheetTitle } from '@/lib/site/sheet-page'
import { parseSheetRequest, toSheetAddress } from '@/lib/site/sheet-request'

type Props = PageProps<'/sheet'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const title = await getSheetTitle(parseSheetRequest(toParameters(await searchParams)))
  return toMetadata({
    title: title ? `${title}: a sheet` : 'A sheet of questions',
    description: 'Questions to print, with lines to write on and the answer key on separate pages.',
    path: sheetPath,
    index: false,
  })
}

/** The same for everybody who opens its address, until the subject's questions change. */
export default async function SheetPage({ searchParams }: Props) {
  const request = parseSheetRequest(toParameters(await searchParams))
  const sheet = await getSheetPage(request)
  if (!sheet || sheet.items.length === 0)
    return <NoSheet remarks={request.remarks} asked={request.selection !== undefined} />
  const { subject, topic, items } = sheet
  const address = toSheetAddress(request)
  const title = topic?.name ?? subject?.title ?? 'Questions'
  return (
    <PageBody>
      <div className="sheet">
        <SheetOptions
          address={address}
          count={request.count}
          full={request.full}
          ids={items.map(({ id }) => id)}
          remarks={request.remarks}
        />
        <SheetQuestions
          title={title}
          subject={topic && subject?.title}
          items={items}
          formulaFonts={sheet.formulaFonts}
          url={toAbsoluteUrl(toSheetPath(address))}
        />
        <SheetKey title={title} items={items} />
      </div>
    </PageBody>
  )
}

async function NoSheet({ remarks, asked }: { remarks: string[]; asked: boolean }) {
  const subjects = await listSubjects()
  return (
    <PageBody>
      <h1 className="mt-5">A sheet of questions</h1>
      {remarks.map((remark) => (
        <Lead key={remark}>{remark}</Lead>
      ))}
      {asked && <Lead>There are no questions at this address.</Lead>}
      <Lead>
        A sheet has questions to print, with lines to write on, and an answer key on separate pages. Pick a subject:
      </Lead>
      <SheetSubjects subjects={subjects} />
    </PageBody>
  )
}

function toParameters(given: Record<string, string | string[] | undefined>): URLSearchParams {
  const pairs = Object.entries(given).map(([name, value]) => [name, [value].flat()[0] ?? ''])
  return new URLSearchParams(Object.fromEntries(pairs))
}
