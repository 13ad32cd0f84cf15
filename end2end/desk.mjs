// From registration to an activity that waits for approval, as a newcomer; then a moderator says
// yes and it is found. With scripts and without, and every field is counted.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { archive } from './archive.mjs';
import { twoSteps } from './code.mjs';
import { deskPages } from './desk_pages.mjs';
import { storageOf } from './doors.mjs';

const followed = new Set();

// The link of a letter to somebody that nobody has followed yet.
export async function link(portal, to, shape = /\/brev\/(?:invitation\/)?[\w-]+/) {
  const folder = join(portal.folder, 'data', 'letters');
  for (let i = 0; i < 100; i += 1) {
    let files = [];
    try { files = readdirSync(folder).filter((it) => it.endsWith('.eml')); } catch { /* no letter has left yet */ }
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8').replaceAll('=\r\n', '').replaceAll('=3D', '=');
      const found = text.match(shape);
      if (!found || followed.has(found[0]) || !text.toLowerCase().includes(`to: ${to}`)) continue;
      followed.add(found[0]);
      return found[0];
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`no letter to ${to}`);
}

// A day so many days from now.
const day = (n) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

// Whatever a hand does with a field is one field, however many boxes it has. Its pace is told in
// milliseconds: for each key, and for looking at a field before it is filled in.
export function hand(page, pace = { key: 0, look: 0 }) {
  const fields = [];
  const look = (label) => {
    fields.push(label);
    return page.waitForTimeout(pace.look);
  };
  return {
    fields,
    async fill(label, text) {
      await look(label);
      const field = page.getByLabel(label, { exact: true }).first();
      const isTyped = pace.key && !['date', 'time'].includes(await field.getAttribute('type'));
      await field.fill(isTyped ? '' : text);
      if (isTyped) await field.pressSequentially(text, { delay: pace.key });
      else await page.waitForTimeout(text.length * pace.key);
    },
    async choose(label, option) {
      await look(label);
      await page.getByLabel(label, { exact: true }).selectOption({ label: option });
    },
    async tick(group, ...labels) {
      await look(group);
      for (const label of labels) await page.getByRole('group', { name: group }).getByLabel(label).check();
    },
    press: (name) => page.getByRole('button', { name, exact: false }).first().click(),
  };
}

// Presses what sends a form, and hears how the server answers it.
async function sent(page, it, button) {
  const isSent = (answer) => answer.request().method() === 'POST' && answer.request().isNavigationRequest();
  const [answer] = await Promise.all([page.waitForResponse(isSent), it.press(button)]);
  return answer;
}

export async function register(portal, page, it, email) {
  await page.goto(`${portal.origin}/opret`);
  await it.fill('Navn', 'Signe');
  await it.fill('E-mail', email);
  await it.press('Opret');
  await page.goto(portal.origin + await link(portal, email));
  await it.press('Opret min konto');
  await page.waitForURL(/\/konto$/);
}

export async function introduce(portal, page, it, name, host) {
  await page.getByRole('link', { name: 'Gå til skrivebordet' }).click();
  await page.getByRole('heading', { name: 'Du arbejder ikke for en partner endnu' }).waitFor();
  await page.getByRole('link', { name: 'Find din partner' }).click();
  await it.fill('Navn eller webadresse', name);
  await it.press('Find');
  await page.getByRole('link', { name: 'Opret en ny partner' }).click();
  assert.equal(await page.getByLabel('Navn', { exact: true }).inputValue(), name);
  await it.tick('Hvad er I?', 'Virksomhed');
  await it.fill('Webadresse', host);
  await it.fill('Postnummer', '8800');
  await it.press('Opret partneren');
  await twoSteps(page, it);
  await page.getByText('Partneren er oprettet').waitFor();
}

// Its date is so many days from now, or on a day from one time to another.
export async function write(page, it, title, when = 60, signUp = 'Her på Gnist') {
  const [date, from, to] = Array.isArray(when) ? when : [day(when), '09:00', '12:00'];
  await it.press('Opret aktivitet');
  // A step that is not filled in comes back with what was typed, and leads to what is missing.
  await page.getByLabel('Titel', { exact: true }).fill('Byg');
  const answer = await sent(page, it, 'Gem og gå videre');
  assert.equal(answer.status(), 422);
  assert.equal(await page.getByLabel('Titel', { exact: true }).inputValue(), 'Byg');
  assert.equal(await page.getByLabel('Titel', { exact: true }).getAttribute('aria-invalid'), 'true');
  assert.ok(await page.locator('#fejl a[href="#topics"]').isVisible());

  await it.fill('Titel', title);
  await it.fill('Kort fortalt', 'Byg en lille robot, der selv finder vej gennem en labyrint.');
  await it.choose('Type', 'Værksted');
  await it.fill('Beskrivelse', 'Vi bygger, koder og prøver.\n\nTag en madpakke med.');
  await it.tick('Emner', 'Robotter');
  await it.press('Gem og gå videre');
  await it.tick('Hvem er det til?', 'Elever i grundskolen');
  await it.tick('Klassetrin og uddannelser', '5. klasse', '6. klasse');
  await it.press('Gem og gå videre');
  await it.tick('Hvor foregår det?', 'Hos os De kommer til jer');
  await it.fill('Vej og nummer', 'Robotvej 1');
  await it.fill('Dag', date);
  await it.fill('Fra kl.', from);
  await it.fill('Til kl.', to);
  await it.fill('Pladser', '24');
  await it.press('Gem og gå videre');
  await it.tick('Hvordan tilmelder man sig?', signUp);
  await it.press('Gem og gå videre');
  await page.getByRole('link', { name: 'Se den, som andre ser den' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('link', { name: 'Tilbage til kladden' }).click();
  await it.press('Send til godkendelse');
  await page.getByText('Aktiviteten er sendt').waitFor();
}

async function again(page, it) {
  await it.press('Opret aktivitet');
  await page.getByRole('link', { name: 'Hvor og hvornår' }).click();
  await page.getByLabel('Dag', { exact: true }).first().fill('2027-03-04');
  await page.getByLabel('Fra kl.').first().fill('15:00');
  await page.getByLabel('Til kl.').first().fill('17:00');
  await it.press('Gem og tilføj en dato');
  await page.locator('summary', { hasText: 'Samme tid flere gange' }).click();
  const answer = await sent(page, it, 'Tilføj datoerne');
  assert.equal(answer.status(), 422, 'an end is missing');
  assert.equal(await page.locator('#until').getAttribute('aria-invalid'), 'true');
  assert.ok(await page.locator('#fejl a[href="#until"]').isVisible());
  await page.getByLabel('Til og med', { exact: true }).fill('2027-04-15');
  await it.press('Tilføj datoerne');
  const days = await page.locator('input[name=day]').evaluateAll((all) => all.map((it) => it.value));
  assert.deepEqual(days, ['2027-03-04', '2027-03-11', '2027-03-18', '2027-04-01', '2027-04-08', '2027-04-15', ''], 'Maundy Thursday is passed over');
  await page.getByLabel('Dag', { exact: true }).last().fill('2027-03-26');
  await it.press('Gem og luk');
  await page.getByRole('link', { name: /^Skriv videre uden titel/ }).click();
  await page.getByRole('link', { name: 'Hvor og hvornår' }).click();
  assert.ok(await page.getByText('Langfredag').isVisible());
  await throwAway(page, it);
}

// What was typed is there when somebody comes back, whatever closed the page: with scripts a moment
// is enough, or turning away; without them, any button. Nobody is told what is wrong before they go on.
async function keepsItself(portal, page, it) {
  await it.press('Opret aktivitet');
  const draft = page.url();
  const [title, summary] = ['Titel', 'Kort fortalt'].map((label) => page.getByLabel(label, { exact: true }));
  await title.pressSequentially('Skrevet uden at gemme', { delay: 5 });
  await page.getByRole('status').filter({ hasText: /^Gemt \d+\.\d\d\.$/ }).waitFor();
  assert.equal(await page.locator('#fejl').count(), 0, 'nobody is told what is wrong before they go on');
  // Left in the middle of a word, for another page and then for good.
  await summary.pressSequentially('Her går jeg ig', { delay: 5 });
  await page.goto(`${portal.origin}/partner`);
  await page.getByText('Skrevet uden at gemme').first().waitFor();
  const closed = await page.context().newPage();
  await closed.goto(draft);
  assert.equal(await closed.getByLabel('Titel', { exact: true }).inputValue(), 'Skrevet uden at gemme');
  await closed.getByLabel('Kort fortalt', { exact: true }).pressSequentially('en', { delay: 5 });
  // As long as a hand needs to the cross of the tab, and shorter than the pause after which a form is kept.
  await page.waitForTimeout(1_000);
  await closed.close({ runBeforeUnload: true });
  await page.waitForTimeout(500);
  await page.goto(draft);
  assert.match(await summary.inputValue(), /^(enHer går jeg ig|Her går jeg igen)$/);

  // A field that is finished is kept at once; a server that is away is asked again.
  let isAway = true;
  await page.route('**/hvad', (route) => (isAway && route.request().method() === 'POST' ? route.abort() : route.continue()));
  await page.getByLabel('Type', { exact: true }).selectOption({ label: 'Værksted' });
  await page.getByRole('status').filter({ hasText: 'Det er ikke gemt endnu' }).waitFor();
  isAway = false;
  await page.getByRole('status').filter({ hasText: /^Gemt/ }).waitFor();
  await page.unroute('**/hvad');

  // Of two windows, neither writes over the other unseen.
  const other = await page.context().newPage();
  await other.goto(draft);
  await other.getByLabel('Titel', { exact: true }).fill('Skrevet i det andet vindue');
  await other.getByRole('status').filter({ hasText: /^Gemt/ }).waitFor();
  await title.fill('Skrevet i det første vindue');
  await page.getByRole('status').filter({ hasText: 'et andet vindue' }).waitFor();
  const answer = await sent(page, it, 'Gem og luk');
  assert.equal(answer.status(), 409);
  assert.equal(await title.inputValue(), 'Skrevet i det første vindue');
  await other.reload();
  assert.equal(await other.getByLabel('Titel', { exact: true }).inputValue(), 'Skrevet i det andet vindue');
  await other.close();
  await it.press('Gem og luk');
  await page.getByText('Skrevet i det første vindue').first().waitFor();
  await page.goto(draft);
  await throwAway(page, it);
}

// Whoever is faster than the page wakes up has sent what stood there, and is not told of another window.
async function sentBeforeAwake(page, it) {
  const code = /gnist_bg.*\.wasm/;
  let [wakeUp, stir] = [];
  const awake = new Promise((resolve) => { wakeUp = resolve; });
  const stirs = new Promise((resolve) => { stir = resolve; });
  await page.route(code, async (route) => { stir(); await awake; await route.continue(); });
  await it.press('Opret aktivitet');
  await page.getByLabel('Titel', { exact: true }).fill('Byg');
  await stirs;
  // The answer waits until the page is awake.
  await page.route('**/hvad', async (route) => {
    if (route.request().isNavigationRequest() && route.request().method() === 'POST') {
      wakeUp();
      await page.waitForTimeout(1_000);
    }
    await route.continue();
  });
  await it.press('Gem og gå videre');
  await page.locator('#fejl').waitFor();
  await page.unroute(code);
  await page.unroute('**/hvad');
  await page.getByLabel('Titel', { exact: true }).fill('Byg en bro');
  const answer = await sent(page, it, 'Gem og gå videre');
  assert.equal(answer.status(), 422, 'it is not complete, and no other window has written');
  await throwAway(page, it);
}

// Without scripts every button keeps what was typed, right or wrong.
async function keepsWithButtons(portal, page, it) {
  await it.press('Opret aktivitet');
  const draft = page.url().replace(/\/hvad$/, '');
  await page.goto(`${draft}/hvor-og-hvornaar`);
  await page.getByLabel('Postnummer', { exact: true }).fill('99999');
  await page.getByLabel('Fra kl.').first().fill('09:00');
  await it.press('Gem og luk');
  await page.goto(`${draft}/praktisk`);
  await page.locator('#price_dkk').fill('ti kroner');
  await it.press('Gem og gå videre');
  await page.locator('#fejl').waitFor();
  await page.goto(`${draft}/hvor-og-hvornaar`);
  assert.equal(await page.getByLabel('Postnummer', { exact: true }).inputValue(), '99999');
  assert.equal(await page.getByLabel('Fra kl.').first().inputValue(), '09:00');
  await page.goto(`${draft}/praktisk`);
  assert.equal(await page.locator('#price_dkk').inputValue(), 'ti kroner');
  await throwAway(page, it);
}

async function throwAway(page, it) {
  await page.locator('summary', { hasText: 'Slet kladden' }).click();
  await it.press('Slet kladden');
  await page.getByText('Kladden er slettet').waitFor();
}

async function approve(portal, page, title, partner) {
  await page.goto(`${portal.origin}/moderation`);
  await page.getByRole('link', { name: `Se på ${title}` }).click();
  await page.getByRole('button', { name: 'Godkend og udgiv' }).click();
  await page.getByText('Partneren er ikke godkendt. Se på den først').waitFor();
  await page.getByRole('link', { name: partner }).first().click();
  await page.getByRole('button', { name: 'Godkend partneren' }).click();
  await page.getByText('Dit svar er gemt').waitFor();
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Godkend og udgiv' }).click();
  await page.getByText('Aktiviteten er udgivet').waitFor();
}

// How long it takes until a search finds it, in milliseconds.
async function found(portal, title) {
  const start = Date.now();
  while (Date.now() - start < 5_000) {
    const answer = await fetch(`${portal.origin}/api/v1/activities?q=${encodeURIComponent(title)}`);
    if ((await answer.json()).hits.some((it) => it.title === title)) return Date.now() - start;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Error('it is not found');
}

async function giveBack(portal, moderator, page, it, title) {
  await moderator.goto(`${portal.origin}/moderation`);
  await moderator.getByRole('link', { name: `Se på ${title}` }).click();
  await moderator.getByRole('button', { name: 'Send retur' }).click();
  assert.ok(await moderator.locator('#fejl').isVisible(), 'a reason is asked for');
  await moderator.getByLabel('Hvad mangler der?').fill('Skriv, hvor I mødes.');
  await moderator.getByRole('button', { name: 'Send retur' }).click();
  await moderator.getByText('Aktiviteten er sendt retur').waitFor();
  await page.goto(`${portal.origin}/partner`);
  assert.ok(await page.getByText('Skriv, hvor I mødes.').isVisible());
  await page.getByRole('button', { name: `Ret ${title}` }).click();
  await it.press('Send til godkendelse');
  await page.getByText('Aktiviteten er sendt').waitFor();
}

// Somebody whose address is elsewhere asks to work for a partner; a moderator has the last word.
async function claim(portal, browser, moderator, partner, host, javaScriptEnabled) {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
  const page = await context.newPage();
  const it = hand(page);
  await register(portal, page, it, `bo@vikar-${host}`);
  await page.goto(`${portal.origin}/partner/find`);
  await it.fill('Navn eller webadresse', host);
  await it.press('Find');
  await page.locator('summary', { hasText: 'Skriv, hvordan du hører til' }).click();
  await page.locator('input[name=remark]').fill('Jeg er vikar i værkstedet.');
  await it.press('Jeg arbejder for den');
  await page.getByText(`Du har bedt om at arbejde for ${partner}`).waitFor();

  await moderator.goto(`${portal.origin}/moderation`);
  await moderator.getByRole('link', { name: `Se på Signe vil arbejde for ${partner}` }).click();
  await moderator.getByText('Jeg er vikar i værkstedet.').first().waitFor();
  await moderator.getByRole('button', { name: 'Nej', exact: true }).click();
  const field = await moderator.locator('#fejl a').getAttribute('href');
  assert.equal(await moderator.locator(field).getAttribute('aria-invalid'), 'true', 'the summary leads to the field of the claim');
  await moderator.getByRole('button', { name: 'Ja, det må de' }).click();
  await moderator.getByText('Dit svar er gemt').waitFor();
  // A new role ends the sessions that began without it.
  await page.goto(`${portal.origin}/partner`);
  await page.waitForURL(/\/log-ind\?next=/);
  await page.goto(`${portal.origin}/log-ind/brev`);
  await it.fill('E-mail', `bo@vikar-${host}`);
  await it.press('Send mig et link');
  await page.goto(portal.origin + await link(portal, `bo@vikar-${host}`));
  await page.locator('main button[type=submit]').first().click();
  await page.waitForURL(/\/konto$/);
  await page.goto(`${portal.origin}/partner`);
  await page.getByRole('button', { name: 'Opret aktivitet' }).waitFor();
  await context.close();
}

export async function desk({ portal, browser, test, look }) {
  const storageState = await storageOf(portal, browser, 'Mona Moderator');
  const moderators = await browser.newContext({ storageState, viewport: { width: 1280, height: 1000 } });
  const moderator = await moderators.newPage();
  await test('a moderator comes in by the demo’s link', async () => {
    await moderator.goto(`${portal.origin}/konto`);
    await moderator.getByRole('link', { name: 'Gå til det, der venter på moderatorer' }).click();
    await moderator.getByRole('heading', { level: 1, name: 'Ingenting venter' }).waitFor();
  });
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const [name, host] = javaScriptEnabled ? ['Nordlys Maskiner ApS', 'nordlys.example'] : ['Vestjysk Kodehus', 'kodehus.example'];
    const title = `Byg en robot hos ${name}`;
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
    const page = await context.newPage();
    const it = hand(page);
    await test(`a newcomer gets to an activity that waits for approval (${how})`, async () => {
      await register(portal, page, it, `signe@${host}`);
      await introduce(portal, page, it, name, host);
      await write(page, it, title);
      console.log(`        ${it.fields.length} fields: ${it.fields.join(', ')}`);
      assert.ok(it.fields.length <= 25, `${it.fields.length} fields`);
    });
    await test(`every Thursday until April is told in one row, and holidays are passed over (${how})`, () => again(page, it));
    if (javaScriptEnabled) {
      await test('what is typed in the editor is kept by itself', () => keepsItself(portal, page, it));
      await test('what is sent before the page is awake is sent once', () => sentBeforeAwake(page, it));
    } else await test('what is typed in the editor is kept by every button', () => keepsWithButtons(portal, page, it));
    await test(`what comes back says why and is sent again (${how})`, () => giveBack(portal, moderator, page, it, title));
    if (javaScriptEnabled) await deskPages({ portal, browser, test, page, moderator, title, look });
    await test(`a moderator says yes, and it is found within a second (${how})`, async () => {
      await approve(portal, moderator, title, name);
      const took = await found(portal, title);
      assert.ok(took <= 1_000, `${took} ms`);
    });
    await test(`whose address is elsewhere asks a moderator, and comes in (${how})`, () => claim(portal, browser, moderator, name, host, javaScriptEnabled));
    await test(`a partner is never made twice (${how})`, async () => {
      await page.goto(`${portal.origin}/partner/ny`);
      await page.getByLabel('Navn', { exact: true }).fill(name.toLowerCase().replace(' aps', ''));
      await page.getByLabel('Virksomhed').check();
      await page.getByLabel('Postnummer').fill('8800');
      await it.press('Opret partneren');
      await page.getByRole('heading', { name: 'Den er her allerede' }).waitFor();
    });
    await test(`what is offered no more is taken down (${how})`, () => archive({ portal, browser, page, title, look, looks: javaScriptEnabled }));
    await context.close();
  }
  await moderators.close();
}
