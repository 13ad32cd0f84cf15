// Two hundred attacks in every field of a desk: on the pages that show them, in the forms that give
// them back, and in the letters that tell them. None of them runs.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hand, introduce, register } from './desk.mjs';
import { storageOf } from './doors.mjs';
import { startPortal } from './portal.mjs';
import { armed, corpus, foreign } from './xss.mjs';

const steps = ['hvad', 'hvem', 'hvor-og-hvornaar', 'praktisk'];
const short = (text) => text.slice(0, 100);

// Every answer of the editor is the attack.
const hostile = (it) => ({
  hvad: { title: it, summary: it, kind: it, description: it, topics: it },
  hvem: { audience: it, levels: it, age_min: it, age_max: it, girls_focus: it, campaign: it },
  'hvor-og-hvornaar': {
    format: it, venue: it, street: it, postcode: it, city: it, travel_km: it, lat: it, lon: it,
    day: it, from: it, to: it, last_day: it, seats: it, deadline: it,
  },
  praktisk: { signup: it, signup_url: it, contact_email: it, price_dkk: it, group_min: it, group_max: it, language: it, accessibility: it },
});

// What can be the attack is the attack, and the rest is right, so that it can be sent.
const sendable = (it) => ({
  hvad: { title: short(`Titel ${it}`), summary: `Resume med mindst tyve tegn: ${it}`.slice(0, 290), kind: 'workshop', description: `${it}\n\n[link](${it})\n\n${it}`, topics: 'robotics' },
  hvem: { audience: 'pupils', levels: 'grade-5' },
  'hvor-og-hvornaar': { format: 'on_site', venue: short(it), street: short(it), postcode: '8800', city: short(it), day: '2027-03-18', from: '09:00', to: '12:00' },
  praktisk: { signup: 'none', contact_email: 'hej@ond.example', language: 'da' },
});

// Asks as the browser of a context would, and follows nothing.
async function asker(portal, context) {
  const { cookies } = await context.storageState();
  const headers = { origin: portal.origin, cookie: cookies.map((it) => `${it.name}=${it.value}`).join('; ') };
  return {
    get: async (path) => (await fetch(portal.origin + path, { headers, redirect: 'manual' })).text(),
    post: (path, fields = {}) => fetch(portal.origin + path, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' }),
  };
}

async function begin(organiser, partner, answers) {
  const draft = (await organiser.post(`/partner/${partner}/kladder`)).headers.get('location').match(/kladder\/([0-9a-f-]+)/)[1];
  for (const step of steps) await organiser.post(`/partner/kladder/${draft}/${step}`, { ...answers[step], do: 'keep' });
  return draft;
}

// The HTML of a letter as a mail program reads it (RFC 2045, 6.7).
function html(letter) {
  const part = letter.slice(letter.indexOf('Content-Type: text/html'));
  const coded = part.slice(part.indexOf('\r\n\r\n') + 4).replaceAll('=\r\n', '');
  return Buffer.from(coded.replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))), 'latin1').toString('utf8');
}

export async function deskXss({ browser, test }) {
  const portal = await startPortal();
  const storageState = await storageOf(portal, browser, 'Mona Moderator');
  const [people, moderators] = [await browser.newContext(), await browser.newContext({ storageState })];
  const ran = [];
  const [page, desk] = [await armed(people, ran), await armed(moderators, ran)];
  const it = hand(page);
  await register(portal, page, it, 'ond@ond.example');
  await introduce(portal, page, it, 'Onde Venner ApS', 'ond.example');
  const partner = (await page.locator('form[action$="/kladder"]').first().getAttribute('action')).split('/')[2];
  const [organiser, moderator] = [await asker(portal, people), await asker(portal, moderators)];

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
  const read = async (who, path) => {
    seen += 1;
    const strange = await page.evaluate(foreign, await who.get(path));
    if (strange) ran.push(`${path}: ${strange}`);
  };
  const calm = async (fact, work) => {
    [ran.length, seen] = [0, 0];
    await test(fact, async () => {
      await work();
      if (ran.length) throw new Error(ran.slice(0, 8).join('\n'));
      console.log(`        ${seen} pages`);
    });
  };

  await calm(`none of ${corpus.length} attacks in any answer of the editor runs where it is given back`, async () => {
    for (const attack of corpus) {
      const draft = await begin(organiser, partner, hostile(attack));
      for (const step of steps.slice(1)) await read(organiser, `/partner/kladder/${draft}/${step}`);
      for (const step of ['hvad', 'send']) await visit(page, `/partner/kladder/${draft}/${step}`);
      await organiser.post(`/partner/kladder/${draft}/slet`);
    }
  });

  await calm('none runs where a partner is looked for and asked for', async () => {
    for (const attack of corpus) {
      await visit(page, `/partner/find?q=${encodeURIComponent(attack)}`);
      await read(organiser, `/partner/ny?navn=${encodeURIComponent(attack)}`);
      // No sector is chosen, so all of it comes back.
      await Promise.all([page.waitForEvent('load'), page.evaluate((text) => {
        const form = Object.assign(document.createElement('form'), { method: 'post', action: '/partner/ny' });
        for (const name of ['name', 'website', 'postcode']) form.append(Object.assign(document.createElement('input'), { name, value: text }));
        document.body.append(form);
        form.submit();
      }, attack)]);
      if (await page.locator('#fejl').count() !== 1) throw new Error(`${attack} did not come back`);
      await check(page);
    }
  });

  let sent = 0;
  await calm('none runs where moderators look, nor in what they write', async () => {
    for (const attack of corpus) {
      const draft = await begin(organiser, partner, sendable(attack));
      if ((await organiser.post(`/partner/kladder/${draft}/send`)).status === 303) sent += 1;
      else await organiser.post(`/partner/kladder/${draft}/slet`);
    }
    if (sent < 200) throw new Error(`only ${sent} were sent`);
    await visit(page, '/partner');
    await visit(desk, '/moderation');
    const cases = await desk.locator('a[href*="/moderation/aktiviteter/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    if (cases.length !== sent) throw new Error(`${cases.length} wait, ${sent} were sent`);
    for (const [n, path] of cases.entries()) {
      await visit(desk, path);
      await moderator.post(`${path}/retur`, { reason: `Nej: ${corpus[n]}` });
      await read(organiser, path.replace('/moderation/', '/partner/'));
    }
    await visit(page, '/konto/historik');
    await visit(page, '/partner');
    for (const path of ['/moderation', `/moderation/partnere/${partner}`, '/konto/historik']) await visit(desk, path);
    if (await page.locator('blockquote.remark').count() < 100) throw new Error('the reasons are not shown');
  });

  await calm('none in somebody’s name runs where they are spoken to or told of', async () => {
    for (const attack of corpus) {
      await organiser.post('/konto/profil', { name: short(attack), language: 'da' });
      await visit(page, '/konto');
      // The desk is long by now: it is read, not drawn.
      await read(organiser, '/partner');
      await read(moderator, `/moderation/partnere/${partner}`);
    }
  });

  await calm('none runs in a letter, and none writes a line of its head', async () => {
    const folder = join(portal.folder, 'data', 'letters');
    const told = () => readdirSync(folder).filter((name) => name.endsWith('.eml'));
    for (let i = 0; i < 600 && told().length < sent; i += 1) await new Promise((resolve) => { setTimeout(resolve, 100); });
    if (told().length < sent) throw new Error(`${told().length} letters`);
    const bare = await browser.newContext();
    const letter = await armed(bare, ran);
    await letter.goto('about:blank');
    const lines = new Set();
    for (const name of told()) {
      const text = readFileSync(join(folder, name), 'utf8');
      for (const line of text.slice(0, text.indexOf('\r\n\r\n')).split('\r\n')) if (!/^\s/.test(line)) lines.add(line.split(':')[0]);
      await letter.setContent(html(text));
      seen += 1;
      const strange = await letter.evaluate(() => document.querySelectorAll('script, iframe, object, embed, svg, img, form, base, link, [onclick], [onerror], [onload], [href^=javascript i], [href^=data i]').length);
      if (await letter.title() === 'RAN' || strange) ran.push(`${name}: ${strange}`);
    }
    // One that runs would have been seen.
    await letter.setContent('<main><img src="x" onerror="alert(1)"></main>');
    await letter.waitForFunction(() => document.title === 'RAN');
    if (await letter.evaluate(foreign) !== 1) throw new Error('an attack was overlooked');
    await bare.close();
    const known = ['From', 'To', 'Subject', 'Date', 'Message-ID', 'Auto-Submitted', 'MIME-Version', 'Content-Type'];
    const unknown = [...lines].filter((line) => !known.includes(line));
    if (unknown.length) throw new Error(unknown.join(', '));
  });
  await test('no attack at a desk needed the policy to be stopped', () => {
    const told = portal.reports();
    if (told.length) throw new Error(told.slice(0, 8).join('\n'));
  });
  await people.close();
  await moderators.close();
  await portal.stop();
}
