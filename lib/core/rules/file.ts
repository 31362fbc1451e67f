import { defineFamily } from './rule'

export const fileRules = defineFamily({
  title: 'The file',
  rules: {
    encoding: {
      level: 'error',
      blocks: true,
      expects: 'A file is UTF-8.',
      why: 'Bytes in another encoding would be shown as other letters, or not at all.',
      wrong: 'title: Caf\\xe9?      (Latin-1)',
      right: 'title: Café?         (UTF-8)',
    },
    'file-name': {
      level: 'error',
      blocks: true,
      expects:
        'Folders and files are named with a–z, 0–9 and hyphens, and a question stands in the folder of its subject.',
      why: 'The names become the address of the page.',
      wrong: 'content/learn/physics/What is Heat.md',
      right: 'content/learn/physics/what-is-heat.md',
    },
    'file-size': {
      level: 'error',
      blocks: true,
      expects: 'A file has at most 64 KiB.',
      why: 'An answer is text; the longest of the library has 5,000 characters. More is a mistake, and slow to read for everybody.',
      wrong: 'An answer with a picture pasted in as text.',
      right: 'The picture as a file in public/, and a link to it.',
    },
    'symbolic-link': {
      level: 'error',
      blocks: true,
      expects: 'Content is files, not symbolic links.',
      why: 'A link could show any file of the machine that builds the site.',
      wrong: 'content/learn/law/tort.md -> /etc/passwd',
      right: 'content/learn/law/tort.md, a file',
    },
    'byte-order-mark': {
      level: 'warning',
      fix: 'removes it',
      expects: 'A file begins with its first letter, not with a byte-order mark.',
      why: 'It is invisible, means nothing in UTF-8, and other programs take it for text.',
      wrong: '\\ufeff---',
      right: '---',
    },
    'line-end': {
      level: 'warning',
      fix: 'makes every line end a line feed',
      expects: 'Lines end in a line feed (LF).',
      why: 'Mixed line ends show up as changes of every line when somebody else saves the file.',
      wrong: 'title: What is heat?\\r\\n',
      right: 'title: What is heat?\\n',
    },
    'final-newline': {
      level: 'warning',
      fix: 'adds it',
      expects: 'The last line ends too. (A body that is only the editor’s &nbsp; is left as the editor writes it.)',
      why: 'Without it, the next line that somebody adds shows up as a change of the last one.',
      wrong: 'The last sentence.',
      right: 'The last sentence.\\n',
    },
    'damaged-text': {
      level: 'error',
      expects:
        'Text has no letters that were lost or mistaken when it was copied or converted, and no unseen characters.',
      why: 'Readers see “�” or “â€™” where a letter was. Only the author knows which. What nobody sees, no reviewer sees either.',
      wrong: 'Newtonâ€™s caf� theory',
      right: 'Newton’s café theory',
    },
  },
})
