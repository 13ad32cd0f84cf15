// The same two hundred attacks by the other ways in which words come in: a spreadsheet's cells, its
// header and its name, what a visitor reports, what a picture is said to show, and campaigns.
import { sheetOf } from './sheet_file.mjs';
import { storageOf } from './doors.mjs';
import { startPortal } from './portal.mjs';
import { armed, corpus, foreign } from './xss.mjs';

const short = (text, most = 100) => text.slice(0, most);
const columns = ['external_id', 'kind', 'title', 'summary', 'description', 'topics', 'audience', 'levels', 'format', 'venue', 'street', 'postcode', 'city', 'signup', 'signup_url', 'contact_email', 'start', 'end', 'price_dkk', 'language'];

// Every cell is the attack, so that nothing is right and all of it comes back.
const hostile = (it) => columns.map(() => it);
// What can be the attack is the attack, and the rest is right, so that it can be written.
const writable = (it, n) => [
  `x-${n}`, 'workshop', short(`Titel ${it}`), `Resume med mindst tyve tegn: ${it}`.slice(0, 290), `${it}\n\n[link](${it})\n\n${it}`, 'robotics', 'pupils', 'grade-5',
  'on_site', short(it), short(it), '8800', short(it), 'none', '', 'hej@ond.example', '2027-03-18T09:00', '2027-03-18T12:00', '', 'da',
];

// Asks as the browser of a context would, and follows nothing.
async function asker(portal, context) {
  const { cookies } = await context.storageState();
  const headers = { origin: portal.origin, cookie: cookies.map((it) => `${it.name}=${it.value}`).join('; ') };
  const post = async (path, body) => {
    const answer = await fetch(portal.origin + path, { method: 'POST', headers, body, redirect: 'manual' });
    return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() };
  };
  return {
    get: async (path) => (await fetch(portal.origin + path, { headers, redirect: 'manual' })).text(),
    post: (path, fields = {}) => post(path, new URLSearchParams(fields)),
    // A form with a file in it.
    send: (path, fields, file) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append('file', new Blob([file?.bytes ?? '']), file?.name ?? '');
      return post(path, form);
    },
  };
}

const hrefs = (page, selector) => page.locator(selector).evaluateAll((all) => [...new Set(all.map((it) => it.getAttribute('href')))]);

export async function writtenElsewhere({ browser, test }) {
  const portal = await startPortal();
  const comesIn = async (name) => browser.newContext({ storageState: await storageOf(portal, browser, name) });
  const contexts = { organiser: await comesIn('Olav Arrangør'), admin: await comesIn('Ada Administrator'), visitor: await browser.newContext() };
  const ran = [];
  const [organiser, admin] = [await asker(portal, contexts.organiser), await asker(portal, contexts.admin)];
  const visitor = await asker(portal, contexts.visitor);
  const [desk, office, page] = [await armed(contexts.organiser, ran), await armed(contexts.admin, ran), await armed(contexts.visitor, ran)];

  let seen = 0;
  const check = async (where) => {
    seen += 1;
    const [title, strange] = [await where.title(), await where.evaluate(foreign)];
    if (title === 'RAN' || strange) ran.push(`${where.url()}: ${title}, ${strange}`);
  };
  const visit = async (where, path) => {
    await where.goto(portal.origin + path, { waitUntil: 'load' });
    await check(where);
  };
  // Sends a form in the browser, and looks at what comes back.
  const comesBack = async (where, path, fields) => {
    await Promise.all([where.waitForEvent('load'), where.evaluate(([action, typed]) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action });
      for (const [name, value] of Object.entries(typed)) form.append(Object.assign(document.createElement('input'), { name, value }));
      document.body.append(form);
      form.submit();
    }, [path, fields])]);
    if (await where.locator('#fejl').count() !== 1) throw new Error(`${JSON.stringify(fields)} did not come back`);
    await check(where);
  };
  // What comes back and is read, not drawn.
  const read = async (html, what) => {
    seen += 1;
    const strange = await page.evaluate(foreign, html);
    if (strange) ran.push(`${what}: ${strange}`);
  };
  const calm = async (fact, work) => {
    [ran.length, seen] = [0, 0];
    await test(fact, async () => {
      await work();
      if (ran.length) throw new Error(ran.slice(0, 8).join('\n'));
      console.log(`        ${seen} pages`);
    });
  };
  // Every page of the rows of an import, as its own links lead there.
  const leafThrough = async (at) => {
    const [path, known] = [at.split('?')[0], new Set([at])];
    for (const next of known) {
      await visit(desk, next);
      for (const it of await hrefs(desk, `main a[href^="${path}?"]`)) known.add(it.split('#')[0]);
    }
  };

  await visit(desk, '/partner');
  const [home] = await hrefs(desk, 'main a[href$="/import"]');
  for (const kind of ['csv', 'xlsx']) {
    await calm(`none of ${corpus.length} attacks in the cells of a spreadsheet runs where its rows are looked at (${kind})`, async () => {
      const bytes = sheetOf(kind, [columns, ...corpus.map(hostile)]);
      const { to, html } = await organiser.send(home, {}, { name: `alt forkert.${kind}`, bytes });
      if (!to) throw new Error(`the sheet is not taken: ${html.slice(-900)}`);
      await leafThrough(to);
      if (seen < 5) throw new Error(`only ${seen} pages of rows`);
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
        if (!answer.to) await read(answer.html, `${to}, meanings`);
      }
    });
    await calm(`none runs where what a spreadsheet brought is kept, waits and leaves again (${kind})`, async () => {
      const bytes = sheetOf(kind, [columns, ...corpus.map(writable)]);
      const { to } = await organiser.send(home, {}, { name: `ondt.${kind}`, bytes });
      await leafThrough(to);
      const written = await organiser.post(`${to}/skriv`);
      if (written.status !== 303) throw new Error(`it is not written: ${written.status}`);
      await leafThrough(to);
      for (const path of ['/konto/historik', home, '/partner']) await visit(desk, path);
      const own = await hrefs(desk, 'main a[href^="/partner/aktiviteter/"]');
      if (own.length < 150) throw new Error(`only ${own.length} activities are kept`);
      for (const path of own) await visit(desk, path);
      await visit(office, '/moderation');
      const undone = await organiser.post(`${to}/fortryd`, { stays: '0' });
      if (undone.status !== 303) throw new Error(`it is not undone: ${undone.status}`);
      await leafThrough(to);
    });
  }

  const listing = await (await fetch(`${portal.origin}/aktiviteter`)).text();
  const activities = [...new Set([...listing.matchAll(/href="(\/aktiviteter\/[a-z0-9-]+)"/g)].map((it) => it[1]))];
  await calm('none that a visitor reports runs where it comes back, nor where a moderator reads it', async () => {
    let kept = 0;
    await visit(page, activities[0]);
    for (const [n, attack] of corpus.entries()) {
      // Each activity takes twenty reports a day.
      const path = `${activities[Math.floor(n / 19)]}/meld`;
      await comesBack(page, path, { cause: attack, remark: attack, email: attack });
      const sent = await visitor.post(path, { cause: 'unsafe', remark: `Pas på: ${attack}`, email: 'lone@skole.example' });
      if (sent.status === 303) kept += 1;
      else await read(sent.html, `${path}, ${sent.status}`);
    }
    if (kept < 190) throw new Error(`only ${kept} reports are kept`);
    await visit(office, '/moderation');
    const cases = await hrefs(office, 'main a[href^="/moderation/aktiviteter/"]');
    let remarks = 0;
    for (const path of cases) {
      await visit(office, path);
      remarks += (await office.locator('main').innerText()).split('Pas på:').length - 1;
    }
    if (remarks < 190) throw new Error(`${remarks} of ${kept} reports are read`);
  });

  await calm('none in the words of a picture runs at its desk, in a preview, or where everybody sees it', async () => {
    await page.goto(portal.origin, { waitUntil: 'load' });
    const picture = { name: 'skærm.png', bytes: await page.screenshot() };
    await visit(desk, '/partner');
    const own = (await hrefs(desk, 'main a[href^="/partner/aktiviteter/"]')).at(-1);
    await desk.goto(portal.origin + own);
    const address = await desk.getByRole('link', { name: 'Se den, som andre ser den' }).getAttribute('href');
    let shown = 0;
    for (const [n, attack] of corpus.entries()) {
      const draft = (await organiser.post(`${own}/ret`)).to.match(/kladder\/([0-9a-f-]+)/)[1];
      const at = `/partner/kladder/${draft}`;
      const alt = short(`Vist: ${attack}`, 250);
      const kept = await organiser.send(`${at}/billede`, { alt }, n === 0 ? picture : undefined);
      if (kept.status !== 303) {
        await read(kept.html, `${at}/billede, ${kept.status}`);
        continue;
      }
      await visit(desk, `${at}/billede`);
      await visit(desk, `${at}/se`);
      if ((await organiser.post(`${at}/send`)).status !== 303) throw new Error(`${attack} is not sent`);
      await visit(page, address);
      if (await page.locator('main img.photo').getAttribute('alt') === alt.trim()) shown += 1;
    }
    if (shown < 150) throw new Error(`only ${shown} are shown`);
  });

  await calm('none in a campaign runs where it is written, listed and shown', async () => {
    const [made, typed] = [[], ['name', 'name_en', 'key', 'first_day', 'last_day', 'text', 'text_en']];
    await visit(office, '/moderation/kampagner');
    for (const [n, attack] of corpus.entries()) {
      await comesBack(office, '/moderation/kampagner/ny', Object.fromEntries(typed.map((name) => [name, attack])));
      const name = short(`K ${attack}`, 60);
      const fields = { name, name_en: name, key: `k-${n}`, first_day: '2027-03-01', last_day: '2027-03-20', text: short(`Om: ${attack}`, 400), text_en: short(`About: ${attack}`, 400), open: 'ja' };
      const kept = await admin.post('/moderation/kampagner/ny', fields);
      if (kept.status === 303) made.push({ at: kept.to.split('?')[0], key: fields.key });
      else await read(kept.html, `a campaign, ${kept.status}`);
    }
    if (made.length < 150) throw new Error(`only ${made.length} are made`);
    for (let i = 0; i < 100 && (await fetch(`${portal.origin}/kampagner/${made.at(-1).key}`)).status !== 200; i += 1) await new Promise((resolve) => { setTimeout(resolve, 100); });
    for (const { at, key } of made) {
      await visit(office, at);
      await visit(page, `/kampagner/${key}`);
      await visit(page, `/en/kampagner/${key}`);
    }
    for (const path of ['/', '/en', '/aktiviteter', `/aktiviteter?campaign=${made[0].key}`]) await visit(page, path);
    await visit(office, '/moderation/kampagner');
    await visit(office, '/konto/historik');
  });

  await test('an attack that runs would have been seen', async () => {
    const context = await browser.newContext();
    const bare = await armed(context, []);
    await bare.goto('about:blank');
    await bare.setContent('<main><img src="x" onerror="alert(1)"></main>');
    await bare.waitForFunction(() => document.title === 'RAN');
    if (await bare.evaluate(foreign) !== 1) throw new Error('an attack was overlooked');
    await context.close();
  });
  await test('no attack from elsewhere needed the policy to be stopped', () => {
    const told = portal.reports();
    if (told.length) throw new Error(told.slice(0, 8).join('\n'));
  });
  for (const context of Object.values(contexts)) await context.close();
  await portal.stop();
}
