import { type ListOrder, toSubjectPath } from '@/lib/core/routes'

const orders: { order: ListOrder; name: string }[] = [
  { order: 'newest', name: 'Newest' },
  { order: 'a-z', name: 'A to Z' },
]

// The current tab is marked by a border, which forced colours keep.
const tabLook =
  '-mb-px flex min-h-11 items-center px-3 py-[3px] text-soft hover:text-ink current:border-accent current:border-b-3 current:pb-0 current:font-semibold current:text-ink'

export function OrderTabs({ subject, order }: { subject: string; order: ListOrder }) {
  return (
    <nav aria-label="Order" className="mb-2 flex gap-1.5 border-line border-b text-md">
      {orders.map((tab) => (
        <a
          key={tab.order}
          href={toSubjectPath(subject, tab.order)}
          aria-current={tab.order === order ? 'page' : undefined}
          className={tabLook}
        >
          {tab.name}
        </a>
      ))}
    </nav>
  )
}
