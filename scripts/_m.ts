import { compile } from '@/lib/content/compile'
import { generateSchema } from '@/lib/content/schema/generate'
let last=0
await compile({contentDir:process.argv[2]!,dbFile:'/tmp/mm.db',schema:await generateSchema(),onProgress:(n)=>{if(n-last>=20000){last=n;const m=process.memoryUsage();console.log(n,(performance.now()/1000).toFixed(1),'rss',m.rss>>20,'heap',m.heapUsed>>20,'ext',m.external>>20,'ab',m.arrayBuffers>>20); if(n>130000)process.exit()}}})
