import { defineFamily } from './rule'

export const libraryRules = defineFamily({
  title: 'The question among the others',
  rules: {
    'address-unique': {
      level: 'error',
      blocks: true,
      expects: 'Two files never make the same address.',
      why: 'Only one of them could be shown.',
      wrong: 'content/learn/law/part-1/tort.md\ncontent/learn/law/part-2/tort.md',
      right: 'content/learn/law/part-1/tort.md\ncontent/learn/law/part-2/tort-in-practice.md',
    },
    'id-unique': {
      level: 'warning',
      expects: 'An “id” belongs to one question, however many subjects it stands in.',
      why: 'It is how editors name a question; two questions under one number get mixed up.',
      wrong: 'id: 4711        (in two files with different questions)',
      right: 'id: 4711\nid: 4712',
    },
    'title-unique': {
      level: 'error',
      expects:
        'No other question has this title, compared without case and punctuation, unless “canonical” makes them one.',
      why: 'Readers and search engines cannot tell them apart.',
      wrong: 'title: What is heat?\ntitle: What is “Heat”',
      right: 'title: What is heat?\ntitle: What is heat capacity?',
    },
    'near-duplicate': {
      level: 'warning',
      expects:
        'No other question has nearly the same text, also under another subject, unless “canonical” says which one counts.',
      why: 'Search engines show one of them, and not always the one that is kept up to date.',
      wrong: 'content/learn/physics/what-is-heat.md\ncontent/learn/chemistry/what-is-heat.md      (the same answer)',
      right: '# in content/learn/chemistry/what-is-heat.md\ncanonical: /learn/physics/questions/what-is-heat',
    },
    canonical: {
      level: 'error',
      expects:
        '“canonical” is the address of another question, which search engines may see and which names no further one.',
      why: 'It tells search engines which page counts. Where it leads nowhere, none does.',
      wrong: 'canonical: /learn/physics/questions/no-such-question',
      right: 'canonical: /learn/physics/questions/what-is-heat',
    },
    'related-dead': {
      level: 'error',
      fix: 'writes the new address, where the question moved to another subject and just one has that name',
      expects: 'A related question exists.',
      why: 'The site leaves dead ones out, so readers miss what the author meant them to read next.',
      wrong: 'related_article1:\n  url: /learn/physics/questions/what-is-haet',
      right: 'related_article1:\n  url: /learn/physics/questions/what-is-heat',
    },
    'related-self': {
      level: 'warning',
      fix: 'removes it',
      expects: 'A question is not related to itself.',
      why: 'The site leaves it out, so a place for another question is lost.',
      wrong: 'related_article1:\n  url: /learn/physics/questions/what-is-heat      (in what-is-heat.md)',
      right: 'related_article1:\n  url: /learn/physics/questions/what-is-temperature',
    },
    'related-double': {
      level: 'warning',
      fix: 'removes the second',
      expects: 'A related question is named once.',
      why: 'The site shows it once, so a place for another question is lost.',
      wrong:
        'related_article1:\n  url: /learn/physics/questions/what-is-heat\nrelated_article2:\n  url: /learn/physics/questions/what-is-heat',
      right: 'related_article1:\n  url: /learn/physics/questions/what-is-heat',
    },
    'related-no-index': {
      level: 'warning',
      expects: 'A related question is one that search engines may see.',
      why: 'Questions with “no_index” are kept out of every list, so the site leaves it out.',
      wrong: 'related_article1:\n  url: /learn/physics/questions/a-draft        (no_index: true)',
      right: 'related_article1:\n  url: /learn/physics/questions/what-is-heat',
    },
    'related-title': {
      level: 'warning',
      fix: 'writes the present title',
      expects: 'The title of a related question is the title that it has.',
      why: 'The page shows the present one; another one here often means that the address is the wrong one.',
      wrong: 'related_article1:\n  title: What is cold?\n  url: /learn/physics/questions/what-is-heat',
      right: 'related_article1:\n  title: What is heat?\n  url: /learn/physics/questions/what-is-heat',
    },
    baseline: {
      level: 'error',
      blocks: true,
      expects: 'The file of --baseline holds only findings that are still there, and gets no new ones.',
      why: 'It is a list of what remains to be mended. It may only shrink.',
      wrong: 'A line for a finding that was mended.',
      right: 'npm run check -- --baseline FILE --update-baseline, which removes it.',
    },
  },
})
