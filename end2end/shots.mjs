import { startBrowser } from './browser.mjs';
import fs from 'node:fs';
const [,, origin, out, only] = process.argv;
fs.mkdirSync(out,{recursive:true});
const browser = await startBrowser();
const listing = await (await fetch(`${origin}/aktiviteter`)).text();
const activity = listing.match(/href="(\/aktiviteter\/[a-z0-9-]+)"/)[1];
const partners = await (await fetch(`${origin}/partnere`)).text();
const partner = partners.match(/href="(\/partnere\/[a-z0-9-]+)"/)?.[1];
const pages = {
 home:'/', catalogue:'/aktiviteter', understood:'/aktiviteter?q=gratis+robot+5.+klasse+viborg', typo:'/aktiviteter?q=robbot', filtered:'/aktiviteter?topic=robotics&free=true', empty:'/aktiviteter?q=findesikke&free=true', fault:'/aktiviteter?from=2027-02-30&seats=x', activity, partners:'/partnere', partner, region:'/regioner/midtjylland', campaign:'/kampagner/girls-day-2027', about:'/om', privacy:'/privatliv', was:'/was', missing:'/findes-ikke', 'en-home':'/en', 'en-activity':'/en'+activity,
 signin:'/log-ind', byletter:'/log-ind/brev', register:'/opret', forgotten:'/glemt-adgangskode',
};
const bad=[];
for (const scheme of ['light','dark']) for (const width of [1280,390]) {
  const c = await browser.newContext({ viewport:{width,height:900}, colorScheme:scheme, javaScriptEnabled:false });
  const page = await c.newPage();
  for (const [n,p] of Object.entries(pages)) { if (only && !only.split(',').includes(n)) continue;
    const r = await page.goto(origin+p); if (scheme==='light'&&width===1280) console.log(n,p,r.status());
    await page.screenshot({path:`${out}/${n}-${width}-${scheme}.png`,fullPage:true});
  }
  await c.close();
}
await browser.close();
