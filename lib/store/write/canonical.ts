import { toIndexedText } from '@/lib/answer/search-text'
import { hashAddress } from '@/lib/core/address-hash'
import type { AnswerSource } from '@/lib/core/answer-source'
import { compareText } from '@/lib/core/compare-text'
import { parseQuestionPath, toQuestionPath } from '@/lib/core/routes'
import type { QuestionDetails } from '@/lib/core/types'
import { getRow, listRows, type Store } from '../schema/open'
import type { Derivation } from './derivation'
import type { TextIndex } from './text-index'

type Member = {
  id: number
  subject: string
  slug: string
  path: string
  title: string
  date: string
  canonical: string | null
  no_index: number
  canonical_id: number
  links: number
}

/** A chain of `canonical` fields longer than this is a loop. */
const longestChain = 8

/**
 * Which of several files that hold one question is the canonical one. A compile reconsiders only where it touched
 * something: questions whose files, inbound links or `canonical` field changed.
 */
export function prepareCanonical(store: Store, text: TextIndex): Derivation {
  store.exec(createTouched)
  const sql = prepare(store)
  return {
    settle() {
      store.exec(touchChanged)
      for (const { address } of listRows<{ address: string }>(sql.listTargets)) {
        const target = parseQuestionPath(address)
        if (target) sql.touchAddress.run(target.subject, target.slug)
      }
      store.exec(touchByAddress)
      settleCanonical(sql, text, listRows<Group>(sql.listTouched))
    },
    fill() {
      settleCanonical(sql, text, listRows<Group>(sql.listAll))
    },
  }
}

type Group = { same_key: string }

function settleCanonical(sql: ReturnType<typeof prepare>, text: TextIndex, groups: Group[]) {
  const pointing = new Map<number, Member>()

  for (const { same_key } of groups) {
    const members = listRows<Member>(sql.listMembers, same_key).map((member) => ({
      ...member,
      links: countLinks(member),
    }))
    const inside = members.filter((member) => !pointsOutside(member, members))
    const chosen = chooseCanonical(inside)
    for (const member of inside) setCanonical(member, chosen?.id ?? member.id)
    for (const member of members) if (!inside.includes(member)) pointing.set(member.id, member)
  }
  for (const member of pointing.values()) setCanonical(member, followCanonical(member))

  function countLinks({ subject, slug }: Member): number {
    return getRow<{ links: number }>(sql.getLinks, hashAddress(toQuestionPath(subject, slug)))?.links ?? 0
  }

  function setCanonical(member: Member, canonicalId: number) {
    if (member.canonical_id === canonicalId) return
    member.canonical_id = canonicalId
    sql.setCanonical.run(canonicalId, member.id)
    text.remove(member)
    if (canonicalId === member.id && !member.no_index) indexText(member)
    const address = toQuestionPath(member.subject, member.slug)
    for (const other of listRows<Member>(sql.listPointing, address)) {
      if (!pointing.has(other.id)) pointing.set(other.id, other)
    }
  }

  /**
   * The canonical question at the end of a chain of `canonical` fields; the question itself if the chain leads nowhere.
   */
  function followCanonical(from: Member): number {
    let at = from
    for (let step = 0; step < longestChain; step += 1) {
      const key = at.canonical === null ? undefined : parseQuestionPath(at.canonical)
      const target = key && getRow<Member>(sql.getByAddress, key.subject, key.slug)
      if (!target || target.id === at.id) return at.id === from.id ? from.id : at.canonical_id
      at = target
    }
    return from.id
  }

  function indexText({ id, subject }: Member) {
    const row = getRow<{
      title: string
      sense: number
      answer: string
      answer_breaks: AnswerSource['breaks']
      details: string
    }>(sql.getText, id)
    if (!row) return
    const { keywords } = JSON.parse(row.details) as QuestionDetails
    const searchText = toIndexedText({ text: row.answer, breaks: row.answer_breaks })
    text.add(id, { title: row.title, subject, sense: row.sense, noIndex: false, details: { keywords }, searchText })
  }
}

/** Whether a question names a page as canonical that is not one of the same question's. */
function pointsOutside(member: Member, group: readonly Member[]): boolean {
  const { canonical } = member
  return canonical !== null && !group.some((other) => toQuestionPath(other.subject, other.slug) === canonical)
}

/**
 * The canonical one of several files that hold one question: the one that a `canonical` field among them names, else
 * the one that most related links point to, else the first by date, then by path. One hidden from search engines is
 * chosen only if all are.
 */
function chooseCanonical(members: readonly Member[]): Member | undefined {
  const indexable = members.filter((member) => !member.no_index)
  const candidates = indexable.length > 0 ? indexable : members
  const named = (member: Member) =>
    members.filter((other) => other.canonical === toQuestionPath(member.subject, member.slug)).length
  const better = (a: Member, b: Member) =>
    named(b) - named(a) || b.links - a.links || compareText(a.date, b.date) || compareText(a.path, b.path)
  return [...candidates].sort(better)[0]
}

const createTouched = `
CREATE TEMP TABLE touched_key (same_key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE touched_address (subject TEXT, slug TEXT, PRIMARY KEY (subject, slug)) WITHOUT ROWID;
`
const touchChanged = `
INSERT OR IGNORE INTO touched_key SELECT same_key FROM old_question WHERE same_key IS NOT NULL;
INSERT OR IGNORE INTO touched_key SELECT same_key FROM new_question;
INSERT OR IGNORE INTO touched_address SELECT subject, slug FROM old_question WHERE slug IS NOT NULL;
INSERT OR IGNORE INTO touched_address SELECT subject, slug FROM new_question;
`
const touchByAddress = `
INSERT OR IGNORE INTO touched_key
  SELECT q.same_key FROM touched_address t CROSS JOIN question q USING (subject, slug);
INSERT OR IGNORE INTO touched_key
  SELECT q.same_key FROM question q
  WHERE q.canonical IN (SELECT '/learn/' || subject || '/questions/' || slug FROM touched_address);
`

function prepare(store: Store) {
  const members = `SELECT q.id, q.subject, q.slug, q.path, q.title, q.date, q.canonical, q.no_index, q.canonical_id, 0 AS links
    FROM question q`
  return {
    listTargets: store.prepare(
      `SELECT DISTINCT value AS address
       FROM (SELECT details FROM old_question UNION ALL SELECT details FROM new_question), json_each(details, '$.related')`,
    ),
    touchAddress: store.prepare('INSERT OR IGNORE INTO touched_address VALUES (?, ?)'),
    listTouched: store.prepare(
      `SELECT q.same_key FROM touched_key t CROSS JOIN question q ON q.same_key = t.same_key
       GROUP BY t.same_key HAVING count(*) > 1 OR max(q.canonical IS NOT NULL) OR max(q.canonical_id != q.id)`,
    ),
    listAll: store.prepare(
      'SELECT same_key FROM question GROUP BY same_key HAVING count(*) > 1 OR max(canonical IS NOT NULL)',
    ),
    listMembers: store.prepare(`${members} WHERE q.same_key = ? ORDER BY q.path`),
    listPointing: store.prepare(`${members} WHERE q.canonical = ?`),
    getByAddress: store.prepare(`${members} WHERE q.subject = ? AND q.slug = ?`),
    getLinks: store.prepare('SELECT links FROM inbound WHERE address = ?'),
    setCanonical: store.prepare('UPDATE question SET canonical_id = ? WHERE id = ?'),
    getText: store.prepare('SELECT title, sense, answer, answer_breaks, details FROM question WHERE id = ?'),
  }
}
