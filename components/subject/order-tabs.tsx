import { type ListOrder, toSubjectPath } from '@/lib/routes'

const orders: { order: ListOrder; name: string }[] = [
  { order: 'newest', name: 'Newest' },
  { order: 'a-z', name: 'A to Z' },
]

export function OrderTabs({ subject, order }: { subject: string; order: ListOrder }) {
  return (
    <nav aria-label="Order" className="flex gap-1">
      {orders.map((tab) => (
        <a
          key={tab.order}
          href={toSubjectPath(subject, tab.order)}
          aria-current={tab.order === order ? 'page' : undefined}
          className="flex min-h-11 items-center border-b-2 border-transparent px-3 text-soft hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {tab.name}
        </a>
      ))}
    </nav>
  )
}
