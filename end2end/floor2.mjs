import { startBrowser } from './browser.mjs';
import http from 'node:http';
const bodies = {
 '/empty': '<!doctype html><title>x</title><h1>Hello world</h1>',
};
const server = http.createServer((q,s)=>{s.setHeader('content-type','text/html');s.end(bodies[q.url]??'')}).listen(3999);
const origin = process.argv[2];
const { chromium } = await import('playwright-core'); const { executablePath, flags } = await import('./browser.mjs'); const browser = await chromium.launch({ executablePath, args: [...flags, ...(process.env.MORE||'').split(' ').filter(Boolean)] });
const cases = [['empty','http://127.0.0.1:3999/empty']];
if (origin) for (const p of process.argv.slice(3)) cases.push([p, origin+p]);
const res={};
for (let round=0; round<9; round++) for (const [name,url] of cases) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    await page.waitForTimeout(+process.env.PAUSE||0); await page.goto(url, { waitUntil: 'networkidle' });
    const t = await page.evaluate(() => new Promise((resolve) => {
      const nav = performance.getEntriesByType('navigation')[0];
      new PerformanceObserver((list) => { const e=list.getEntries().at(-1); resolve({lcp:e.startTime, el:e.element?.tagName, resp:nav.responseStart, rend:nav.responseEnd, fetch:nav.fetchStart, dom: nav.domInteractive, dcl:nav.domContentLoadedEventEnd, fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime, n: performance.getEntriesByType('resource').length, css: performance.getEntriesByType('resource').map(r=>r.name.split('/').pop().slice(0,12)+':'+r.startTime.toFixed(0)+'-'+r.responseEnd.toFixed(0)).join(' ') }) }).observe({ type: 'largest-contentful-paint', buffered: true });
    }));
    (res[name]??=[]).push(t);
    await context.close();
}
for (const [n,l] of Object.entries(res)) { l.sort((a,b)=>a.lcp-b.lcp); const m=l[4]; console.log(n, 'min',l[0].lcp.toFixed(0),'med',m.lcp.toFixed(0),'max',l[8].lcp.toFixed(0), JSON.stringify(m)); }
await browser.close(); server.close();
