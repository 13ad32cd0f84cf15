// What an organiser does with a roster: adds somebody who has called, moves them to another date
// and writes to all; and what a visitor sees who asks an organiser for a day. With scripts and without.
import assert from 'node:assert/strict';
import { link } from './desk.mjs';
import { storageOf } from './doors.mjs';
import { comesBack, looksAt } from './looks.mjs';

// An activity whose organiser answers each request, and which classes can ask for.
async function asking(portal) {
  for (let number = 1; number < 20; number += 1) {
    const listing = await (await fetch(`${portal.origin}/aktiviteter?page=${number}`)).text();
    for (const [, activity] of listing.matchAll(/href="(\/aktiviteter\/[a-z0-9-]+)"/g)) {
      const form = (await (await fetch(portal.origin + activity)).text()).match(/\/foresporgsel\/[a-z0-9-]+/)?.[0];
      if (!form) continue;
      const html = await (await fetch(portal.origin + form)).text();
      const grade = html.match(/<option value="(grade-\d+)"/)?.[1];
      if (html.includes('name="school"') && grade) return { form, grade };
    }
  }
  throw new Error('no activity of the demo can be asked for');
}

export async function organisers({ portal, browser, test, look }) {
  const request = await asking(portal);
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const host = javaScriptEnabled ? 'ringer.example' : 'skriver.example';
    const storageState = await storageOf(portal, browser, 'Olav Arrangør');
    const context = await browser.newContext({ storageState, javaScriptEnabled, bypassCSP: javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
    const page = await context.newPage();
    page.on('dialog', () => { throw new Error('a script ran'); });
    const places = {};
    await test(`an organiser adds somebody who has called (${how})`, async () => {
      await page.goto(`${portal.origin}/partner`);
      await page.locator('main a[href^="/partner/aktiviteter/"]').first().click();
      await page.locator('a[href^="/partner/dato/"]').first().click();
      await page.getByRole('heading', { name: /^De kommer/ }).waitFor();
      places.roster = new URL(page.url()).pathname;
      await page.getByRole('link', { name: 'Tilføj nogen, der har ringet' }).click();
      await page.getByRole('heading', { name: 'Tilføj nogen' }).waitFor();
      places.add = new URL(page.url()).pathname;
      const one = page.getByRole('link', { name: 'Tilføj en person i stedet' });
      if (await one.count()) await one.click();
      await page.getByLabel('E-mail').fill('lone@');
      const [answer] = await Promise.all([
        page.waitForResponse((it) => it.request().method() === 'POST'),
        page.getByRole('button', { name: 'Tilføj dem' }).click(),
      ]);
      assert.equal(answer.status(), 422);
      await page.locator('#fejl').waitFor();
      assert.equal(await page.getByLabel('E-mail').inputValue(), 'lone@', 'what was typed comes back');
      if (javaScriptEnabled) await comesBack(page, 'organiser adds, come back', look);
      await page.getByLabel('Navn', { exact: true }).fill('Lone Madsen');
      await page.getByLabel('Alder').fill('17');
      await page.getByLabel('E-mail').fill(`lone@${host}`);
      await page.locator('#agrees').check();
      await page.getByRole('button', { name: 'Tilføj dem' }).click();
      await page.getByText('De er tilføjet.').waitFor();
      await page.getByRole('heading', { name: /Lone Madsen/ }).first().waitFor();
      places.own = await link(portal, `lone@${host}`, /\/min-tilmelding\/[\w-]+/);
    });
    await test(`an organiser writes to all who come, and each gets a letter (${how})`, async () => {
      await page.getByRole('link', { name: 'Skriv til deltagerne' }).click();
      places.write = new URL(page.url()).pathname;
      await page.getByRole('button', { name: 'Send beskeden' }).click();
      await page.locator('#fejl').waitFor();
      if (javaScriptEnabled) await comesBack(page, 'organiser writes, come back', look);
      await page.locator('textarea').fill('Mød op ved port 3.');
      await page.getByRole('button', { name: 'Send beskeden' }).click();
      await page.getByText('Mød op ved port 3.').first().waitFor();
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'organiser', { roster: places.roster, add: places.add, write: places.write }, look);
    });
    await test(`a party is moved to another date, and its page goes with it (${how})`, async () => {
      await page.goto(portal.origin + places.roster);
      await page.locator('summary', { hasText: 'Flyt' }).first().click();
      await page.getByRole('button', { name: 'Flyt dem' }).first().click();
      await page.locator('#fejl').waitFor();
      if (!await page.getByLabel('Ny dag').first().isVisible()) await page.locator('summary', { hasText: 'Flyt' }).first().click();
      await page.getByLabel('Ny dag').first().selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Flyt dem' }).first().click();
      await page.getByText('De er flyttet og har fået besked.').waitFor();
      const own = await fetch(portal.origin + places.own);
      assert.equal(own.status, 200, 'the link of the first letter still opens their page');
    });
    await context.close();
    const visitor = await browser.newContext({ javaScriptEnabled, bypassCSP: javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
    const asks = await visitor.newPage();
    asks.on('dialog', () => { throw new Error('a script ran'); });
    await test(`a class asks an organiser for a day, sends it by its letter and takes it back (${how})`, async () => {
      await asks.goto(portal.origin + request.form);
      await asks.getByRole('button', { name: 'Send spørgsmålet' }).click();
      await asks.locator('#fejl').waitFor();
      if (javaScriptEnabled) await comesBack(asks, 'request, come back', look);
      await asks.getByLabel('Skole', { exact: true }).fill('Munkebjergskolen');
      await asks.getByLabel('Klasse', { exact: true }).fill('6.B');
      await asks.locator('#grade').selectOption(request.grade);
      await asks.getByLabel('Antal elever').fill('22');
      await asks.getByLabel('Navn', { exact: true }).fill('Bo Beck');
      await asks.getByLabel('E-mail').fill(`bo@${host}`);
      await asks.locator('#agrees').check();
      await asks.getByRole('button', { name: 'Send spørgsmålet' }).click();
      await asks.getByText('Vi har sendt dig et brev.').waitFor();
      assert.deepEqual(await visitor.cookies(), [], 'no cookie is needed');
      const letter = await link(portal, `bo@${host}`, /\/bekraeft-foresporgsel\/[\w-]+/);
      await asks.goto(portal.origin + letter);
      await asks.getByRole('button', { name: 'Ja, send det' }).click();
      await asks.getByRole('heading', { name: '6.B venter på svar' }).waitFor();
      const own = new URL(asks.url()).pathname;
      if (javaScriptEnabled) await looksAt(portal, browser, asks, 'request', { form: request.form, own }, look);
      await asks.getByRole('button', { name: 'Træk spørgsmålet tilbage' }).click();
      await asks.getByRole('heading', { name: /er trukket tilbage/ }).waitFor();
    });
    await visitor.close();
  }
}
