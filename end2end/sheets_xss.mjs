// The same two hundred attacks in a spreadsheet's cells, its header and its name.
import { armed, corpus } from './attacks.mjs';
import { sheetOf } from './sheet_file.mjs';
import { storageOf } from './doors.mjs';
import { asker, hrefs, lookout } from './lookout.mjs';
import { startPortal } from './portal.mjs';

const short = (text, most = 100) => text.slice(0, most);
const columns = ['external_id', 'kind', 'title', 'summary', 'description', 'topics', 'audience', 'levels', 'format', 'venue', 'street', 'postcode', 'city', 'signup', 'signup_url', 'contact_email', 'start', 'end', 'price_dkk', 'language'];

// Every cell is the attack, so that nothing is right and all of it comes back.
const hostile = (it) => columns.map(() => it);
// What can be the attack is the attack, and the rest is right, so that it can be written.
const writable = (it, n) => [
  `x-${n}`, 'workshop', short(`Titel ${it}`), `Resume med mindst tyve tegn: ${it}`.slice(0, 290), `${it}\n\n[link](${it})\n\n${it}`, 'robotics', 'pupils', 'grade-5',
  'on_site', short(it), short(it), '8800', short(it), 'none', '', 'hej@ond.example', '2027-03-18T09:00', '2027-03-18T12:00', '', 'da',
];

export async function writtenInSheets({ browser, test }) {
  const portal = await startPortal();
  const comesIn = async (name) => browser.newContext({ storageState: await storageOf(portal, browser, name) });
  const contexts = { organiser: await comesIn('Olav Arrangør'), admin: await comesIn('Ada Administrator') };
  const ran = [];
  const organiser = await asker(portal, contexts.organiser);
  const [desk, office] = [await armed(contexts.organiser, ran), await armed(contexts.admin, ran)];
  const { seen, visit, show, see, calm, ends } = await lookout(portal, browser, test, ran);

  // Every page of the rows of an import, as its own links lead there.
  const leafThrough = async (at) => {
    const [path, known] = [at.split('?')[0], new Set([at])];
    for (const next of known) {
      await visit(desk, next);
      for (const it of await hrefs(desk, `main a[href^="${path}?"]`)) known.add(it.split('#')[0]);
    }
  };

  // All that stands at the desk, page by page.
  const shelf = async () => {
    const [own, pages] = [new Set(), new Set(['/partner'])];
    for (const page of pages) {
      await visit(desk, page);
      for (const it of await hrefs(desk, 'main a[href^="/partner/aktiviteter/"]')) own.add(it);
      for (const it of await hrefs(desk, 'main a[href^="/partner?page="]')) pages.add(it.split('#')[0]);
    }
    return own;
  };

  await visit(desk, '/partner');
  const [home] = await hrefs(desk, 'main a[href$="/import"]');
  for (const kind of ['csv', 'xlsx']) {
    await calm(`none of ${corpus.length} attacks in the cells of a spreadsheet runs where its rows are looked at (${kind})`, async () => {
      const bytes = sheetOf(kind, [columns, ...corpus.map(hostile)]);
      const { to, html } = await organiser.send(home, {}, { name: `alt forkert.${kind}`, bytes });
      if (!to) throw new Error(`the sheet is not taken: ${html.slice(-900)}`);
      await leafThrough(to);
      if (seen() < 5) throw new Error(`only ${seen()} pages of rows`);
    });
    await calm(`none in its header and its name runs where somebody says what its columns mean (${kind})`, async () => {
      for (let from = 0; from < corpus.length; from += 70) {
        const strange = corpus.slice(from, from + 70);
        const bytes = sheetOf(kind, [[...columns, ...strange], [...writable('x', 1), ...strange]]);
        const { to, html } = await organiser.send(home, {}, { name: `${strange.find((it) => it.includes('<img'))}.${kind}`, bytes });
        if (!to) throw new Error(`the sheet is not taken: ${html.slice(-900)}`);
        await leafThrough(to);
        const said = new URLSearchParams([...columns.map((it) => ['column', it]), ...strange.map((it) => ['column', it])]);
        const answer = await organiser.post(to, said);
        if (!answer.to) await show(answer.html, `${to}, meanings`);
      }
    });
    await calm(`none runs where what a spreadsheet brought is kept, waits and leaves again (${kind})`, async () => {
      const bytes = sheetOf(kind, [columns, ...corpus.map(writable)]);
      const { to } = await organiser.send(home, {}, { name: `ondt.${kind}`, bytes });
      await leafThrough(to);
      const written = await organiser.post(`${to}/skriv`);
      if (written.status !== 303) throw new Error(`it is not written: ${written.status}`);
      await leafThrough(to);
      for (const path of ['/konto/historik', home]) await visit(desk, path);
      const own = await shelf();
      if (own.size < 150) throw new Error(`only ${own.size} activities are kept`);
      for (const [n, path] of [...own].entries()) await see(n, desk, organiser, path);
      await visit(office, '/moderation');
      const undone = await organiser.post(`${to}/fortryd`, { stays: '0' });
      if (undone.status !== 303) throw new Error(`it is not undone: ${undone.status}`);
      await leafThrough(to);
    });
  }

  await ends('no attack in a spreadsheet');
  for (const context of Object.values(contexts)) await context.close();
  await portal.stop();
}
