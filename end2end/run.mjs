// Everything that only a real browser can tell. Ends with »N passed, N failed, N skipped«.
import { startBrowser } from './browser.mjs';
import { startPortal } from './portal.mjs';
import { accessibility } from './accessibility.mjs';
import { asked } from './asked_xss.mjs';
import { campaigns } from './campaigns.mjs';
import { catalogue } from './catalogue.mjs';
import { coOwners } from './co_owners.mjs';
import { checkin } from './checkin.mjs';
import { desk } from './desk.mjs';
import { deskXss } from './desk_xss.mjs';
import { draws } from './draws.mjs';
import { letters } from './letters.mjs';
import { lighthousePages } from './lighthouse.mjs';
import { oidc } from './oidc.mjs';
import { organisers } from './organisers.mjs';
import { ownData } from './own_data.mjs';
import { papers } from './papers.mjs';
import { people } from './people.mjs';
import { pictures } from './pictures.mjs';
import { policy } from './policy.mjs';
import { preferences } from './preferences.mjs';
import { privacy } from './privacy.mjs';
import { problems } from './problems.mjs';
import { questions } from './questions.mjs';
import { report } from './report.mjs';
import { requests } from './requests.mjs';
import { reviews } from './reviews.mjs';
import { saved } from './saved.mjs';
import { search } from './search.mjs';
import { server } from './server.mjs';
import { sheets } from './sheets.mjs';
import { writtenInSheets } from './sheets_xss.mjs';
import { signUp } from './sign_up.mjs';
import { synonyms } from './synonyms.mjs';
import { validity } from './validity.mjs';
import { within } from './within.mjs';
import { writtenElsewhere } from './written_elsewhere.mjs';
import { xss } from './xss.mjs';

const browser = await startBrowser();
const sum = { passed: 0, failed: 0, skipped: 0 };
// Many times what the longest fact takes (seconds).
const longest = 420;
// Many times what all of them take (seconds); whoever is still on the way then is named.
const all = 2_400;
const onTheWay = new Set();

setTimeout(() => {
  console.log(`FAILED  not done within ${all} s: ${[...onTheWay].join('; ')}`);
  console.log(`${sum.passed} passed, ${sum.failed + 1} failed, ${sum.skipped} skipped`);
  process.exit(1);
}, all * 1_000).unref();

async function test(fact, work) {
  try {
    await within(longest, 'this', work);
    sum.passed += 1;
    console.log(`ok      ${fact}`);
  } catch (error) {
    sum.failed += 1;
    console.log(`FAILED  ${fact}\n        ${String(error?.message ?? error).split('\n').slice(0, 12).join('\n        ')}`);
  }
}

// What a page answers with where it is not 200.
const statuses = { misunderstood: 400, 'misunderstood place': 400, 'not found': 404 };

// A portal of its own, and what journeys must know of it.
async function open() {
  const portal = await startPortal();
  const first = async (path) => {
    const listing = await (await fetch(portal.origin + path)).text();
    return listing.match(new RegExp(`href="(${path}/[a-z0-9-]+)"`))[1];
  };
  const [activity, partner] = [await first('/aktiviteter'), await first('/partnere')];
  const pages = {
    home: '/', catalogue: '/aktiviteter', filtered: '/aktiviteter?topic=robotics&level=grade-5&free=true',
    empty: '/aktiviteter?q=qzxwqzxw&free=true', misunderstood: '/aktiviteter?from=2027-02-30', 'misunderstood place': '/aktiviteter?topic=robotics&near=Atlantis&within_km=12&seats=mange',
    week: '/aktiviteter?q=uge+10', 'no date': '/aktiviteter?q=robot&from=2029-01-01&near=viborg',
    understood: '/aktiviteter?q=gratis+robot+5.+klasse+viborg', corrected: '/aktiviteter?q=robbot&near=8800&sort=distance', activity, partners: '/partnere', partner,
    region: '/regioner/midtjylland', 'region to come': '/regioner/oestdanmark', campaigns: '/kampagner', campaign: '/kampagner/girlsday-2027',
    'sign in': '/log-ind', register: '/opret', 'letter sent': '/log-ind/sendt',
    about: '/om', privacy: '/privatliv', accessibility: '/was', 'not found': '/findes-ikke',
  };
  return { portal, browser, test, pages, statuses, activity };
}

// Five ways side by side, each with a portal of its own, since a journey waits more than it works.
// What belongs to one way of a visitor is in one of them, and in its order.
const ways = [
  [server, catalogue, search, desk, sheets, people, campaigns],
  [synonyms, reviews, signUp, ownData, organisers, questions, draws, checkin, policy, privacy, xss, validity, pictures],
  [letters, oidc, writtenElsewhere, asked, coOwners, accessibility],
  [writtenInSheets, deskXss, requests, problems],
  [report, saved, papers, preferences],
];
const settings = await Promise.all(ways.map(async (journeys) => {
  const setting = await open();
  for (const journey of journeys) {
    const began = Date.now();
    onTheWay.add(journey.name);
    await journey(setting);
    onTheWay.delete(journey.name);
    console.log(`        ${journey.name} took ${Math.round((Date.now() - began) / 1_000)} s`);
  }
  return setting;
}));
onTheWay.add('what comes after the journeys');
await browser.close();
// Alone: it measures.
await lighthousePages(settings[0]);

await test('no page broke its content security policy in all of this', () => {
  const told = settings.flatMap(({ portal }) => portal.reports());
  if (told.length) throw new Error(told.join('\n'));
});
await test('the portal stops when it is asked to', async () => {
  const codes = await Promise.all(settings.map(({ portal }) => portal.stop()));
  if (codes.some((code) => code !== 0)) throw new Error(`it ended with ${codes}`);
});
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(sum.failed === 0 ? 0 : 1);
