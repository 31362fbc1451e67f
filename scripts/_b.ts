import { openStoreToRead, listRows } from '@/lib/content/store/open'
import { prepareLists } from '@/lib/content/store/lists'
import { prepareQuestions } from '@/lib/content/store/questions'
import { prepareRelated } from '@/lib/content/store/related'
const s=openStoreToRead('/tmp/t.db'); const l=prepareLists(s),q=prepareQuestions(s),r=prepareRelated(s)
console.log(l.countQuestions(), l.listSubjects().slice(0,3), l.listInSubject('mathematics','a-z',2)?.questions.length, l.listNewest(2), l.getAuthorName('quicktakes'), l.listByAuthor('quicktakes',5)?.total)
const t=performance.now(); let n=0,short=0
for(const k of listRows<any>(s.prepare('select subject,slug from question'))){const x=q.getQuestion(k)!; const rel=r.listRelated(x); q.getNeighbours(x); n++; if(rel.length<5)short++; if(n%90==0)console.log(x.title,'=>',x.details.related.length,rel.map(y=>y.title))}
console.log(n,short,(performance.now()-t)/n)
