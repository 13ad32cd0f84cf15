import { startBrowser } from './browser.mjs';
import http from 'node:http';
const origin='http://127.0.0.1:3111';
const path=process.argv[2];
const css = s => h => h.replace('</head>', `<style>${s}</style></head>`);
const all = {
 base: h=>h,
 noshadow: css('*{box-shadow:none!important;text-shadow:none!important;filter:none!important;backdrop-filter:none!important}'),
 nogradient: css('*,*::before,*::after{background-image:none!important}'),
 nosvg: h=>h.replace(/<svg[\s\S]*?<\/svg>/g,''),
 nofont: h=>h.replace(/<link[^>]*preload[^>]*font[^>]*>/g,'').replace('</head>','<style>*{font-family:sans-serif!important}</style></head>'),
 nocv: css('*{content-visibility:visible!important}'),
 firsthalf: h=>h.replace(/<main([\s\S]*?)<section([\s\S]*?)<section[\s\S]*<\/main>/,'<main$1<section$2</main>'),
 nocss: h=>h.replace(/<link[^>]*stylesheet[^>]*>/g,''),
 notrans: css('*,*::before,*::after{transition:none!important;animation:none!important;view-transition-name:none!important;container-type:normal!important}'),
};
const names=(process.argv[3]||Object.keys(all).join(',')).split(',');
const html=await (await fetch(origin+path)).text();
const server = http.createServer(async (q,s)=>{
  const m=q.url.match(/^\/__(\w+)$/);
  if(m){const b=all[m[1]](html);s.setHeader('content-type','text/html; charset=utf-8');s.end(b);return;}
  const r=await fetch(origin+q.url,{headers:{}}); s.writeHead(r.status,{'content-type':r.headers.get('content-type')||'','access-control-allow-origin':'*'}); s.end(Buffer.from(await r.arrayBuffer()));
}).listen(3998);
const browser=await startBrowser(); const res={};
for(let r=0;r<9;r++) for(const n of names){
  const c=await browser.newContext(); const page=await c.newPage(); await page.waitForTimeout(1200);
  await page.goto('http://127.0.0.1:3998/__'+n,{waitUntil:'networkidle'});
  (res[n]??=[]).push(await page.evaluate(()=>new Promise(r=>new PerformanceObserver(l=>r(l.getEntries().at(-1).startTime)).observe({type:'largest-contentful-paint',buffered:true}))));
  await c.close();
}
for(const [n,l] of Object.entries(res)){l.sort((a,b)=>a-b);console.log(n.padEnd(12),'min',l[0].toFixed(0),'q1',l[2].toFixed(0),'med',l[4].toFixed(0));}
await browser.close();server.close();
