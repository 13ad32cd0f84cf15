// Everything that only a real browser can tell. Ends with »N passed, N failed, N skipped«.
import { startBrowser } from './browser.mjs';
import { startPortal } from './portal.mjs';
import { accessibility } from './accessibility.mjs';
import { campaigns } from './campaigns.mjs';
import { catalogue } from './catalogue.mjs';
import { desk } from './desk.mjs';
import { deskXss } from './desk_xss.mjs';
import { lighthousePages } from './lighthouse.mjs';
import { oidc } from './oidc.mjs';
import { people } from './people.mjs';
import { pictures } from './pictures.mjs';
import { policy } from './policy.mjs';
import { privacy } from './privacy.mjs';
import { reviews } from './reviews.mjs';
import { search } from './search.mjs';
import { server } from './server.mjs';
import { sheets } from './sheets.mjs';
import { signUp } from './sign_up.mjs';
import { synonyms } from './synonyms.mjs';
import { validity } from './validity.mjs';
import { xss } from './xss.mjs';

const portal = await startPortal();
const browser = await startBrowser();
const sum = { passed: 0, failed: 0, skipped: 0 };

async function test(fact, work) {
  try {
    await work();
    sum.passed += 1;
    console.log(`ok      ${fact}`);
  } catch (error) {
    sum.failed += 1;
    console.log(`FAILED  ${fact}\n        ${String(error?.message ?? error).split('\n').slice(0, 12).join('\n        ')}`);
  }
}

const listing = await (await fetch(`${portal.origin}/aktiviteter`)).text();
const activity = listing.match(/href="(\/aktiviteter\/[a-z0-9-]+)"/)[1];
const partners = await (await fetch(`${portal.origin}/partnere`)).text();
const partner = partners.match(/href="(\/partnere\/[a-z0-9-]+)"/)[1];
const pages = {
  home: '/', catalogue: '/aktiviteter', filtered: '/aktiviteter?topic=robotics&level=grade-5&free=true',
  empty: '/aktiviteter?q=qzxwqzxw&free=true', misunderstood: '/aktiviteter?from=2027-02-30', 'misunderstood place': '/aktiviteter?topic=robotics&near=Atlantis&within_km=12&seats=mange',
  week: '/aktiviteter?q=uge+10', 'no date': '/aktiviteter?q=robot&from=2029-01-01&near=viborg',
  understood: '/aktiviteter?q=gratis+robot+5.+klasse+viborg', corrected: '/aktiviteter?q=robbot&near=8800&sort=distance', activity, partners: '/partnere', partner,
  region: '/regioner/midtjylland', 'region to come': '/regioner/oestdanmark', campaign: '/kampagner/girlsday-2027',
  'sign in': '/log-ind', register: '/opret', 'letter sent': '/log-ind/sendt',
  about: '/om', privacy: '/privatliv', accessibility: '/was', 'not found': '/findes-ikke',
};

// What a page answers with where it is not 200.
const statuses = { misunderstood: 400, 'misunderstood place': 400, 'not found': 404 };

const setting = { portal, browser, test, pages, statuses, activity };
await server(setting);
await catalogue(setting);
await search(setting);
await desk(setting);
await sheets(setting);
await pictures(setting);
await people(setting);
await campaigns(setting);
await synonyms(setting);
await reviews(setting);
await oidc(setting);
await signUp(setting);
await policy(setting);
await privacy(setting);
await xss(setting);
await deskXss(setting);
await validity(setting);
await accessibility(setting);
await browser.close();
await lighthousePages(setting);

await test('no page broke its content security policy in all of this', () => {
  const told = portal.reports();
  if (told.length) throw new Error(told.join('\n'));
});
await test('the portal stops when it is asked to', async () => {
  const code = await portal.stop();
  if (code !== 0) throw new Error(`it ended with ${code}`);
});
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(sum.failed === 0 ? 0 : 1);
