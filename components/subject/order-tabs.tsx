import { type ListOrder, toSubjectPath } from '@/lib/core/routes'

const orders: { order: ListOrder; name: string }[] = [
  { order: 'newest', name: 'Newest' },
  { order: 'a-z', name: 'A to Z' },
]

export function OrderTabs({ subject, order }: { subject: string; order: ListOrder }) {
  return (
    <nav aria-label="Order" className="tabs">
      {orders.map((tab) => (
        <a
          key={tab.order}
          href={toSubjectPath(subject, tab.order)}
          aria-current={tab.order === order ? 'page' : undefined}
        >
          {tab.name}
        </a>
      ))}
    </nav>
  )
}
