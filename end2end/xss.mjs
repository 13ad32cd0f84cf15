// Two hundred attacks in every text that a partner can write; none of them runs.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPortal } from './portal.mjs';

export const corpus = readFileSync(new URL('../app/ui/src/design/xss_corpus.txt', import.meta.url), 'utf8').split('\n').filter(Boolean);
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

// What a page holds that no page of ours does: the words of an attack that became more than words.
// It runs in the browser, on a page or on a text that is read as one.
export function foreign(text) {
  const page = text === undefined ? document : new DOMParser().parseFromString(text, 'text/html');
  const strange = page.querySelectorAll('main script:not([type]), main iframe, main object, main embed, main base, main meta, main link, main style, main template, main math, main animate, main set, main [style], main form[action^=javascript i], main [formaction], main [srcdoc]').length;
  const live = [...page.querySelectorAll('main *')].filter((it) => [...it.attributes].some(({ name, value }) => name.startsWith('on') || (['href', 'src', 'xlink:href'].includes(name) && /^\s*(javascript|data|vbscript):/i.test(value)))).length;
  return strange + live;
}

// A page in which every attack that runs is written down, with what the policy had to refuse.
export async function armed(context, ran) {
  const page = await context.newPage();
  await page.addInitScript(() => { for (const name of ['alert', 'confirm', 'prompt', 'print']) globalThis[name] = () => { globalThis.document.title = 'RAN'; }; });
  page.on('dialog', (dialog) => { ran.push(page.url()); dialog.dismiss(); });
  page.on('console', (message) => { if (/Content Security Policy|Refused to/.test(message.text())) ran.push(`${page.url()}: ${message.text()}`); });
  return page;
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
  const sitemap = await (await fetch(`${portal.origin}/sitemap.xml`)).text();
  const paths = [...sitemap.matchAll(/<loc>http:\/\/[^/]*(\/aktiviteter\/[^<]*)<\/loc>/g)].map((it) => it[1]);
  const lists = Array.from({ length: Math.ceil(paths.length / 20) }, (_, i) => `/aktiviteter?page=${i + 1}`);
  for (const path of [...paths, ...lists, '/partnere', '/', '/regioner/midtjylland', `/aktiviteter?q=${encodeURIComponent(corpus[0])}`]) {
    await page.goto(portal.origin + path, { waitUntil: 'load' });
    const words = await page.evaluate(() => ({
      title: document.title,
      data: [...document.querySelectorAll('script[type="application/ld+json"]')].every((it) => JSON.parse(it.textContent)),
    }));
    words.foreign = await page.evaluate(foreign);
    if (words.title === 'RAN' || words.foreign) ran.push(`${path}: ${JSON.stringify(words)}`);
  }
  await test(`none of ${corpus.length} attacks runs on ${paths.length} pages and in ${lists.length} lists`, () => {
    if (paths.length < 200) throw new Error(`${paths.length} pages`);
    if (ran.length) throw new Error(ran.slice(0, 8).join('\n'));
  });
  await context.close();
  await test('no attack needed the policy to be stopped', () => {
    const told = portal.reports();
    if (told.length) throw new Error(told.slice(0, 8).join('\n'));
  });
  await portal.stop();
}
