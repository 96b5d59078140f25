import {readFileSync} from 'node:fs';
import {checkScenario} from '@trilogue/engine/lint/lint';
for(const f of process.argv.slice(2)){const t=readFileSync(f,'utf8');const s=performance.now();const r=checkScenario(t);console.log(f,(performance.now()-s).toFixed(0)+'ms',r.findings.length);
const per:Record<string,number>={};
for(const x of r.findings){per[x.code]=(per[x.code]??0)+1;if(per[x.code]!<=8)console.log(x.severity,x.code,x.path,x.message,x.hint??'')}}
