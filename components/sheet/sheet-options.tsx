import { TextLink } from '@/components/layout/text-link'
import { type SheetAddress, sheetPath, toSheetPath } from '@/lib/core/routes'
import { AddCards } from './add-cards'

type SheetOptionsProps = {
  address: SheetAddress
  count: number
  full: boolean
  /** The short ids of the questions. */
  ids: string[]
  remarks: string[]
}

// `text-base`: phones zoom in on fields with smaller text.
const field = 'h-11 rounded-control border border-edge bg-card px-3 text-base'

/** The options of a sheet, which are not printed. */
export function SheetOptions({ address, count, full, ids, remarks }: SheetOptionsProps) {
  const { q, topic, subject, seed } = address
  const kept = Object.entries({ q, topic, subject, seed }).flatMap(([name, value]) => (value ? [{ name, value }] : []))
  return (
    <div className="mb-6 rounded-box border border-line bg-card p-4 text-md print:hidden">
      {remarks.map((remark) => (
        <p key={remark} role="status" className="mb-3 font-semibold">
          {remark}
        </p>
      ))}
      <form action={sheetPath} className="flex flex-wrap items-center gap-x-5 gap-y-3">
        {kept.map(({ name, value }) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {q === undefined && (
          <label className="flex flex-wrap items-center gap-2">
            Questions
            <input type="number" name="n" min={1} max={50} defaultValue={count} className={`${field} w-20`} />
          </label>
        )}
        <label className="flex flex-wrap items-center gap-2">
          Key
          <select name="key" defaultValue={full ? 'full' : ''} className={field}>
            <option value="">Points</option>
            <option value="full">Whole answers</option>
          </select>
        </label>
        <button type="submit" className="button">
          Update
        </button>
        <AddCards />
      </form>
      <p className="mt-2 flex flex-wrap gap-x-5 text-soft">
        {seed !== undefined && (
          <TextLink href={toSheetPath({ ...address, seed: toNextSeed(seed) })} rel="nofollow">
            Other questions
          </TextLink>
        )}
        {q === undefined && (
          <TextLink href={toSheetPath({ q: ids.join(','), key: address.key })} rel="nofollow">
            Keep exactly these
          </TextLink>
        )}
        <span className="py-1">
          Print this page: the key starts on a new one. Anyone who opens its address gets the same sheet.
        </span>
      </p>
    </div>
  )
}

/** `2` after `1`; `7b-2` after `7b`. */
const toNextSeed = (seed: string) =>
  /\d{1,6}$/.test(seed) ? seed.replace(/\d{1,6}$/, (number) => String(Number(number) + 1)) : `${seed.slice(0, 24)}-2`
