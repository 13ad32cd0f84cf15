// A class asks an organiser for a day, the organiser says yes to one, and the class has seats on it:
// from the desk that says who waits to the page on which the class cancels. With scripts and without.
import assert from 'node:assert/strict';
import { hand, introduce, link, register, write } from './desk.mjs';
import { storageOf } from './doors.mjs';
import { looksAt } from './looks.mjs';

const day = (n) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

export async function requests({ portal, browser, test, look }) {
  const storageState = await storageOf(portal, browser, 'Mona Moderator');
  const context = await browser.newContext({ storageState, viewport: { width: 1280, height: 1000 } });
  const moderator = await context.newPage();
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const [name, host] = javaScriptEnabled ? ['Tange Turbiner ApS', 'tange.example'] : ['Hald Vandkraft', 'hald.example'];
    const title = `Se en turbine hos ${name}`;
    const open = async () => (await browser.newContext({ javaScriptEnabled, bypassCSP: javaScriptEnabled, viewport: { width: 1280, height: 1000 } })).newPage();
    const [page, asks] = [await open(), await open()];
    for (const it of [page, asks]) it.on('dialog', () => { throw new Error('a script ran'); });
    const it = hand(page);
    const sees = async (what, where) => {
      await moderator.goto(`${portal.origin}/moderation`);
      await moderator.getByRole('link', { name: `Se på ${what}` }).first().click();
      await moderator.getByRole('button', { name: where }).click();
      await moderator.getByText(/Dit svar er gemt|Aktiviteten er udgivet/).first().waitFor();
    };
    let [form, own, list] = [];
    await test(`an organiser offers an activity for which one asks (${how})`, async () => {
      await register(portal, page, it, `signe@${host}`);
      await introduce(portal, page, it, name, host);
      await sees(name, 'Godkend partneren');
      await page.goto(`${portal.origin}/partner`);
      await write(page, it, title, 60, 'De spørger, I svarer');
      await sees(title, 'Godkend og udgiv');
      await page.goto(`${portal.origin}/partner`);
      await page.getByRole('link', { name: title }).first().click();
      const activity = await page.getByRole('link', { name: 'Se den, som andre ser den' }).getAttribute('href');
      form = `/foresporgsel/${activity.split('/').pop()}`;
      await page.getByRole('link', { name: 'Se dem, der spørger' }).click();
      await page.getByText('Ingen venter på svar.').waitFor();
      list = new URL(page.url()).pathname;
    });
    await test(`a class asks for a day, and the desk says that it waits (${how})`, async () => {
      await asks.goto(portal.origin + form);
      await asks.getByLabel('Skole', { exact: true }).fill('Munkebjergskolen');
      await asks.getByLabel('Klasse', { exact: true }).fill('6.B');
      await asks.locator('#grade').selectOption('grade-6');
      await asks.getByLabel('Antal elever').fill('22');
      await asks.getByLabel('Navn', { exact: true }).fill('Bo Beck');
      await asks.getByLabel('E-mail').fill(`bo@${host}`);
      await asks.locator('#agrees').check();
      await asks.getByRole('button', { name: 'Send spørgsmålet' }).click();
      await asks.getByText('Vi har sendt dig et brev.').waitFor();
      await asks.goto(portal.origin + await link(portal, `bo@${host}`, /\/bekraeft-foresporgsel\/[\w-]+/));
      await asks.getByRole('button', { name: 'Ja, send det' }).click();
      await asks.getByRole('heading', { name: '6.B venter på svar' }).waitFor();
      own = new URL(asks.url()).pathname;
      await page.goto(`${portal.origin}/partner`);
      await page.getByRole('heading', { name: `1 spørger, om de må komme til »${title}«` }).waitFor();
      assert.equal(await page.getByText('Over tiden').count(), 0, 'it has only just been asked');
    });
    await test(`the organiser says yes to another day, and is told first what is missing (${how})`, async () => {
      await page.goto(portal.origin + list);
      await page.getByRole('link', { name: /6\.B/ }).click();
      const one = new URL(page.url()).pathname;
      const send = () => page.getByRole('button', { name: 'Send svaret' }).click();
      await page.getByLabel('Ja, de må komme').check();
      await page.getByLabel('Hvilken dag?').selectOption({ label: 'En anden dag, som vi har aftalt' });
      await page.getByLabel('Den aftalte dag').fill(day(70));
      await page.getByLabel('Begynder kl.').fill('09:00');
      await page.getByLabel('Et par ord').fill('Kom til porten.');
      await send();
      await page.locator('#fejl a[href="#until"]').waitFor();
      assert.equal(await page.getByLabel('Et par ord').inputValue(), 'Kom til porten.', 'what was typed comes back');
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'requests', { list, one }, look);
      await page.getByLabel('Slutter kl.').fill('11:00');
      await send();
      await page.getByText('Dit svar er på vej.').waitFor();
      await page.getByText('I har sagt ja').waitFor();
    });
    await test(`the class has seats on that day, which are on the roster, and gives them back (${how})`, async () => {
      await asks.goto(portal.origin + own);
      await asks.getByText('Kom til porten.').waitFor();
      if (javaScriptEnabled) await looksAt(portal, browser, asks, 'request', { accepted: own }, look);
      await asks.getByRole('button', { name: 'Se tilmeldingen' }).click();
      await asks.getByRole('heading', { name: '6.B er med' }).waitFor();
      const told = await link(portal, `bo@${host}`, /\/min-tilmelding\/[\w-]+/);
      assert.equal((await fetch(portal.origin + told)).status, 200, 'the letter leads to the same page');
      await page.goto(`${portal.origin}/partner`);
      await page.getByRole('link', { name: title }).first().click();
      const rosters = await page.locator('a[href^="/partner/dato/"]').evaluateAll((all) => [...new Set(all.map((it) => it.getAttribute('href')))]);
      let seen = 0;
      for (const roster of rosters) {
        await page.goto(portal.origin + roster);
        seen += await page.getByText(`bo@${host}`).count() > 0;
      }
      assert.equal(seen, 1, 'they stand on one roster');
      await asks.getByRole('button', { name: 'Meld afbud' }).click();
      await asks.getByText('I har meldt afbud. Tak').waitFor();
    });
    for (const it of [page, asks]) await it.context().close();
  }
  await context.close();
}
