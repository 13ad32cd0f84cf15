// A class signs up, is confirmed by its letter, another one waits, is offered the seats and says
// yes; a guardian consents and takes it back. With scripts and without, and without an account.
import assert from 'node:assert/strict';
import { link as linkOf } from './desk.mjs';
import { comesBack, looksAt } from './looks.mjs';

const payload = '</textarea><img src=x onerror=alert(1)><script>alert(2)</script>';

const link = (portal, to) => linkOf(portal, to, /\/bekraeft-tilmelding\/[\w-]+/);

// The form of a date with few seats, and one to which children can come.
async function dates(portal) {
  const answer = await (await fetch(`${portal.origin}/api/v1/activities?per_page=100`)).json();
  const here = answer.hits.filter((it) => it.next_occurrence?.seats_left > 3);
  const found = [];
  for (const it of here) {
    const form = `/tilmelding/${it.next_occurrence.id}`;
    const reply = await fetch(portal.origin + form);
    if (reply.status !== 200) continue;
    const html = await reply.text();
    const open = html.includes('name="key"');
    const has = (kind) => html.includes(`value="${kind}"`) || html.includes(`?som=${kind}`);
    if (open) found.push({ ...it, form, kinds: ['class', 'child', 'one'].filter(has), grade: html.match(/<option value="(grade-\d+)"/)?.[1] });
  }
  return found;
}

async function fill(page, it, { name, pupils, email }) {
  await page.getByLabel('Skole', { exact: true }).fill('Munkebjergskolen');
  await page.getByLabel('Klasse', { exact: true }).fill(name);
  if (it.grade) await page.locator('#grade').selectOption(it.grade);
  await page.getByLabel('Antal elever').fill(String(pupils));
  await page.getByLabel('Navn', { exact: true }).fill('Lone Madsen');
  await page.getByLabel('E-mail').fill(email);
  await page.locator('#agrees').check();
}

export async function signUp({ portal, browser, test, look }) {
  const all = await dates(portal);
  const classes = all.filter((it) => it.kinds.includes('class'));
  const children = all.filter((it) => it.kinds.includes('child'));
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const context = await browser.newContext({ javaScriptEnabled, bypassCSP: javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
    const page = await context.newPage();
    page.on('dialog', () => { throw new Error('a script ran'); });
    const it = classes[javaScriptEnabled ? 0 : 1];
    const left = it.next_occurrence.seats_left;
    const host = javaScriptEnabled ? 'ja.example' : 'nej.example';
    let own;
    await test(`a class signs up from the activity's page and answers its letter (${how})`, async () => {
      await page.goto(`${portal.origin}/aktiviteter/${it.slug}`);
      await page.locator(`a[href="${it.form}"]`).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await fill(page, it, { name: '6.B', pupils: 'mange', email: 'lone@' });
      await page.locator('textarea').fill(`Ring til 011207-1234 ${payload}`);
      await page.getByRole('button', { name: 'Tilmeld klassen' }).click();
      await page.locator('#fejl').waitFor();
      assert.equal(await page.locator('#fejl a').count(), 3);
      assert.ok((await page.locator('textarea').inputValue()).includes(payload), 'what was typed comes back');
      if (javaScriptEnabled) await comesBack(page, 'sign-up, come back', look);
      await page.locator('textarea').fill('En elev bruger kørestol.');
      await fill(page, it, { name: '6.B', pupils: left, email: `lone@${host}` });
      await page.getByRole('button', { name: 'Tilmeld klassen' }).click();
      await page.getByText('Pladserne er dine i 30 minutter').waitFor();
      assert.deepEqual(await context.cookies(), [], 'no cookie is needed');
      const answer = await link(portal, `lone@${host}`);
      assert.match(answer, /^\/bekraeft-tilmelding\//);
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'sign-up', { form: it.form, sent: `${it.form}?ok=in-line`, answer }, look);
      await page.goto(portal.origin + answer);
      await page.getByRole('button', { name: 'Ja, vi kommer' }).click();
      await page.getByRole('heading', { name: '6.B er med' }).waitFor();
      own = page.url().split('?')[0];
    });
    await test(`another class waits, and is told where it stands (${how})`, async () => {
      await page.goto(portal.origin + it.form);
      await page.getByText('Alle pladser er taget').first().waitFor();
      await fill(page, it, { name: '6.A', pupils: left, email: `bo@${host}` });
      await page.getByRole('button', { name: 'Skriv op på ventelisten' }).click();
      await page.getByText('så står I på ventelisten').waitFor();
      await page.goto(portal.origin + await link(portal, `bo@${host}`));
      await page.getByRole('button', { name: 'Ja, sæt os på ventelisten' }).click();
      await page.getByText('I er nummer 1 i køen').waitFor();
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'sign-up', { waiting: new URL(page.url()).pathname, own: new URL(own).pathname }, look);
    });
    await test(`the first cancels with one press, and the second is offered the seats and comes (${how})`, async () => {
      const waiting = page.url().split('?')[0];
      await page.goto(own);
      await page.getByRole('button', { name: 'Meld afbud' }).click();
      await page.getByText('I har meldt afbud. Tak').waitFor();
      await page.goto(waiting);
      await page.getByRole('heading', { name: 'Der er plads til 6.A' }).waitFor();
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'sign-up', { offered: new URL(waiting).pathname, gone: new URL(own).pathname }, look);
      await page.getByRole('button', { name: 'Ja tak, vi kommer' }).click();
      await page.getByText('Pladserne er jeres.').waitFor();
      await page.getByLabel('Antal elever').fill(String(left + 1));
      await page.getByRole('button', { name: 'Ret antallet' }).click();
      await page.locator('#fejl').waitFor();
      await page.getByLabel('Antal elever').fill('1');
      await page.getByRole('button', { name: 'Ret antallet' }).click();
      await page.locator('#fejl, .notice--ok').first().waitFor();
    });
    await test(`a guardian consents, and takes it back (${how})`, async () => {
      const child = children[javaScriptEnabled ? 0 : 1];
      if (!child) return;
      await page.goto(`${portal.origin}${child.form}?som=child`);
      await page.getByLabel('Barnets fornavn').fill('Alma');
      await page.getByLabel('Alder').fill('11');
      await page.getByLabel('Navn', { exact: true }).fill('Mette Holm');
      await page.locator('#email').fill(`mette@${host}`);
      await page.locator('#agrees').check();
      await page.locator('summary', { hasText: 'Vil du skrive en voksen mere på?' }).click();
      await page.getByLabel('Den anden voksnes navn').fill(`Ali ${payload}`.slice(0, 80));
      await page.getByLabel('Nødkontaktens telefon').fill('112');
      await page.getByRole('button', { name: 'Tilmeld barnet' }).click();
      await page.locator('#fejl a[href="#second_email"]').waitFor();
      assert.ok(await page.getByLabel('Nødkontaktens telefon').isVisible(), 'what is wrong is unfolded');
      if (javaScriptEnabled) await comesBack(page, 'child, come back', look);
      await page.getByLabel('Den anden voksnes navn').fill('Ali Holm');
      await page.getByLabel('Den anden voksnes e-mail').fill(`ali@${host}`);
      await page.getByLabel('Nødkontaktens navn').fill('Farmor');
      await page.getByLabel('Nødkontaktens telefon').fill('20 12 34 56');
      await page.getByRole('button', { name: 'Tilmeld barnet' }).click();
      await page.getByText('Pladsen er dit barns i 48 timer').waitFor();
      const answer = await link(portal, `mette@${host}`);
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'sign-up', { 'child form': `${child.form}?som=child`, consent: answer }, look);
      await page.goto(portal.origin + answer);
      await page.getByRole('button', { name: 'Ja, jeg giver samtykke' }).click();
      await page.getByRole('heading', { name: 'Alma er med' }).waitFor();
      const mother = page.url().split('?')[0];
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'sign-up', { 'child page': new URL(mother).pathname }, look);
      await page.getByLabel('Nødkontaktens navn').fill('Farfar');
      await page.getByLabel('Tag den anden forælder eller værge af').check();
      await page.getByRole('button', { name: 'Gem', exact: true }).click();
      await page.getByText('Det er gemt.').waitFor();
      assert.equal(await page.getByLabel('Den anden voksnes e-mail').inputValue(), '');
      assert.equal(await page.getByLabel('Nødkontaktens navn').inputValue(), 'Farfar');
      const second = await linkOf(portal, `ali@${host}`, /\/min-tilmelding\/[\w-]+/);
      assert.equal((await fetch(portal.origin + second)).status, 410, 'whoever is taken off sees nothing more');
      await page.getByLabel('Den anden voksnes navn').fill('Bo Holm');
      await page.getByLabel('Den anden voksnes e-mail').fill(`bo.holm@${host}`);
      await page.getByRole('button', { name: 'Gem', exact: true }).click();
      await page.getByText('Det er gemt.').waitFor();
      const back = await linkOf(portal, `bo.holm@${host}`, /\/traek-samtykke-tilbage\/[\w-]+/);
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'sign-up', { 'take back': back }, look);
      await page.goto(portal.origin + back);
      await page.getByRole('heading', { name: 'Vil du trække samtykket tilbage?' }).waitFor();
      await page.getByRole('button', { name: 'Træk samtykket tilbage' }).click();
      await page.getByRole('heading', { name: 'Alma er ikke tilmeldt' }).waitFor();
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'sign-up', { 'taken back': back }, look);
      await page.goto(mother);
      await page.getByText('Samtykket er trukket tilbage').first().waitFor();
    });
    await context.close();
  }
}
