// Two hundred attacks in every field of a desk: on the pages that show them, in the forms that give
// them back, and in the letters that tell them. None of them runs.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { armed, corpus } from './attacks.mjs';
import { hand, introduce, register } from './desk.mjs';
import { storageOf } from './doors.mjs';
import { asker, lookout } from './lookout.mjs';
import { startPortal } from './portal.mjs';

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
  praktisk: { signup: it, signup_url: it, contact_email: it, price_dkk: it, group_min: it, group_max: it, language: it, accessibility: it, question_1: it, question_1_kind: it, question_1_choices: it },
});

// What can be the attack is the attack, and the rest is right, so that it can be sent.
const sendable = (it) => ({
  hvad: { title: short(`Titel ${it}`), summary: `Resume med mindst tyve tegn: ${it}`.slice(0, 290), kind: 'workshop', description: `${it}\n\n[link](${it})\n\n${it}`, topics: 'robotics' },
  hvem: { audience: 'pupils', levels: 'grade-5' },
  'hvor-og-hvornaar': { format: 'on_site', venue: short(it), street: short(it), postcode: '8800', city: short(it), day: '2027-03-18', from: '09:00', to: '12:00' },
  praktisk: { signup: 'none', contact_email: 'hej@ond.example', language: 'da' },
});

async function begin(organiser, partner, answers) {
  const draft = (await organiser.post(`/partner/${partner}/kladder`)).to.match(/kladder\/([0-9a-f-]+)/)[1];
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
  const { visit, show, see, comesBack, calm, ends } = await lookout(portal, browser, test, ran);
  const read = async (who, path) => show(await who.get(path), path);

  await calm(`none of ${corpus.length} attacks in any answer of the editor runs where it is given back`, async () => {
    for (const [n, attack] of corpus.entries()) {
      const draft = await begin(organiser, partner, hostile(attack));
      for (const step of [...steps, 'send']) await see(n, page, organiser, `/partner/kladder/${draft}/${step}`);
      await organiser.post(`/partner/kladder/${draft}/slet`);
    }
  });

  await calm('none runs where a partner is looked for and asked for', async () => {
    for (const [n, attack] of corpus.entries()) {
      await see(n, page, organiser, `/partner/find?q=${encodeURIComponent(attack)}`);
      await read(organiser, `/partner/ny?navn=${encodeURIComponent(attack)}`);
      // No sector is chosen, so all of it comes back.
      await comesBack(n, page, organiser, '/partner/ny', { name: attack, website: attack, postcode: attack });
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
      await see(n, desk, moderator, path);
      await moderator.post(`${path}/retur`, { reason: `Nej: ${corpus[n]}` });
      await read(organiser, path.replace('/moderation/', '/partner/'));
    }
    await visit(page, '/konto/historik');
    await visit(page, '/partner');
    for (const path of ['/moderation', `/moderation/partnere/${partner}`, '/konto/historik']) await visit(desk, path);
    if (await page.locator('blockquote.remark').count() < 100) throw new Error('the reasons are not shown');
  });

  await calm('none in somebody’s name runs where they are spoken to or told of', async () => {
    for (const [n, attack] of corpus.entries()) {
      await organiser.post('/konto/profil', { name: short(attack), language: 'da' });
      await see(n, page, organiser, '/konto');
      await read(organiser, '/partner');
      await read(moderator, `/moderation/partnere/${partner}`);
    }
  });

  await calm('none runs where a partner tells of itself, nor where it is given back', async () => {
    await moderator.post(`/moderation/partnere/${partner}/godkend`);
    const path = `/partner/${partner}/oplysninger`;
    await visit(page, path);
    const shown = await page.getByRole('link', { name: 'Se jeres side' }).getAttribute('href');
    for (const [n, attack] of corpus.entries()) {
      await organiser.post(path, { about: attack, sector: 'business', website: 'ond.example', postcode: '8800' });
      await see(n, page, organiser, path);
      await see(n, page, organiser, shown);
      const answer = await organiser.post(path, { about: attack.repeat(200), sector: attack, website: attack, postcode: attack });
      if (answer.status !== 422) throw new Error(`${attack} did not come back`);
      await show(answer.html, path);
    }
    if (!await page.locator('.prose').count()) throw new Error('what it tells is not shown');
  });

  await calm('none runs in a letter, and none writes a line of its head', async () => {
    const folder = join(portal.folder, 'data', 'letters');
    const told = () => readdirSync(folder).filter((name) => name.endsWith('.eml'));
    for (let i = 0; i < 600 && told().length < sent; i += 1) await new Promise((resolve) => { setTimeout(resolve, 100); });
    if (told().length < sent) throw new Error(`${told().length} letters`);
    const bare = await browser.newContext();
    const letter = await bare.newPage();
    const lines = new Set();
    for (const name of told()) {
      const text = readFileSync(join(folder, name), 'utf8');
      for (const line of text.slice(0, text.indexOf('\r\n\r\n')).split('\r\n')) if (!/^\s/.test(line)) lines.add(line.split(':')[0]);
      await show(html(text), name);
      const strange = await letter.evaluate((read) => new DOMParser().parseFromString(read, 'text/html').querySelectorAll('script, iframe, object, embed, svg, img, form, base, link, [onclick], [onerror], [onload], [href^=javascript i], [href^=data i]').length, html(text));
      if (strange) ran.push(`${name}: ${strange}`);
    }
    await bare.close();
    const known = ['From', 'To', 'Subject', 'Date', 'Message-ID', 'Auto-Submitted', 'MIME-Version', 'Content-Type'];
    const unknown = [...lines].filter((line) => !known.includes(line));
    if (unknown.length) throw new Error(unknown.join(', '));
  });
  await ends('no attack at a desk');
  await people.close();
  await moderators.close();
  await portal.stop();
}
