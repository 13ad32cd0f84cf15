// Two hundred attacks in every text that a partner can write; none of them runs.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { armed, corpus } from './attacks.mjs';
import { asker, lookout } from './lookout.mjs';
import { startPortal } from './portal.mjs';

const cell = (text) => `"${text.replaceAll('"', '""')}"`;
const header = 'external_id,partner,partner_sector,kind,title,summary,description,topics,audience,levels,format,venue,street,postcode,city,signup,contact_email,start,end';

function row(attack, n) {
  const short = (text) => text.slice(0, 100);
  return [
    `x-${n}`, short(`${n} ${attack}`), 'business', 'workshop', short(`Titel ${attack}`), `Resume med mindst tyve tegn: ${attack}`.slice(0, 290),
    `${attack}\n\n[link](${attack})\n\n${attack}`, 'robotics', 'pupils', 'grade-5', 'on_site', short(attack), short(attack), '8800', short(attack),
    'none', 'hej@partner.example', '2027-03-18T09:00', '2027-03-18T12:00',
  ].map(cell).join(',');
}

export async function xss({ browser, test }) {
  const portal = await startPortal([]);
  const file = join(portal.folder, 'attacks.csv');
  writeFileSync(file, [header, ...corpus.map(row)].join('\n'));
  const imported = spawnSync(process.env.GNIST_BIN, ['import', '--json', '--data-dir', join(portal.folder, 'data'), file], { encoding: 'utf8' });
  const { rows } = JSON.parse(imported.stdout);
  await test('the attacks are taken as the texts they are', () => {
    if (rows.taken < 200) throw new Error(imported.stdout.slice(0, 600));
  });
  for (let i = 0; i < 50 && !(await (await fetch(`${portal.origin}/readyz`)).text()).includes(`"activities":${rows.taken}`); i += 1) {
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }

  const context = await browser.newContext();
  const ran = [];
  const page = await armed(context, ran);
  const visitor = await asker(portal, context);
  const { visit, show, see, calm, ends } = await lookout(portal, browser, test, ran);
  const sitemap = await visitor.get('/sitemap.xml');
  const paths = [...sitemap.matchAll(/<loc>http:\/\/[^/]*(\/aktiviteter\/[^<]*)<\/loc>/g)].map((it) => it[1]);
  const lists = Array.from({ length: Math.ceil(paths.length / 20) }, (_, i) => `/aktiviteter?page=${i + 1}`);
  await calm(`none of ${corpus.length} attacks runs on ${paths.length} pages and in ${lists.length} lists`, async () => {
    if (paths.length < 200) throw new Error(`${paths.length} pages`);
    for (const [n, path] of paths.entries()) {
      const html = await see(n, page, visitor, path);
      const [, data] = html.match(/<script[^>]* type="application\/ld\+json"[^>]*>(.*?)<\/script>/s);
      JSON.parse(data);
    }
    for (const path of [...lists, '/partnere', '/', '/regioner/midtjylland', `/aktiviteter?q=${encodeURIComponent(corpus[0])}`]) await visit(page, path);
  });
  await calm('none leaves its place in a feed, a calendar or a table of what was found', async () => {
    const rss = await visitor.get('/aktiviteter.rss');
    const { items, wrong } = await page.evaluate((text) => {
      const read = new DOMParser().parseFromString(text, 'application/xml');
      const strange = [...read.querySelectorAll('*')].map((it) => it.nodeName).filter((name) => !['rss', 'channel', 'title', 'link', 'description', 'language', 'lastBuildDate', 'atom:link', 'item', 'guid', 'pubDate'].includes(name));
      const links = [...read.querySelectorAll('item > link')].map((it) => it.textContent).filter((it) => !it.startsWith('http'));
      return { items: [...read.querySelectorAll('item')].map((it) => [...it.children].map((part) => part.textContent)), wrong: [...strange, ...links] };
    }, rss);
    if (wrong.length || items.length < 20) throw new Error(`${items.length} in the feed: ${wrong.slice(0, 5)}`);
    // A reader that takes what it is told for HTML shows no more than words.
    for (const parts of items) for (const part of parts) await show(`<main><p>${part.replaceAll('<', '&lt;')}</p></main>`, 'the feed');
    const known = /^(BEGIN|END|VERSION|PRODID|CALSCALE|NAME|X-WR-CALNAME|UID|DTSTAMP|SUMMARY|DESCRIPTION|DTSTART|DTEND|URL|LOCATION|STATUS)[;:]/;
    for (const path of ['/aktiviteter.ics', ...paths.slice(0, 40).map((it) => `${it}.ics`)]) {
      const lines = (await visitor.get(path)).replaceAll('\r\n ', '').split('\r\n').filter(Boolean);
      const strange = lines.filter((line) => !known.test(line));
      if (strange.length || lines.length < 10) throw new Error(`${path}: ${strange.slice(0, 5)}`);
    }
    const table = await visitor.get('/aktiviteter.csv');
    const formula = table.match(/(?:^|,|\n)"?[=+@\t-][^,\n]*/);
    if (formula || table.length < 10_000) throw new Error(`the table: ${formula}`);
    await visit(page, '/aktiviteter');
  });
  await ends('no attack in the catalogue');
  await context.close();
  await portal.stop();
}
