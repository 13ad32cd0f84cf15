// Seats that are drawn: an organiser chooses it at the roster of a date, a visitor signs up for the
// draw and reads how it goes, and nobody is promised a seat meanwhile. With scripts and without.
import assert from 'node:assert/strict';
import { link } from './desk.mjs';
import { storageOf } from './doors.mjs';
import { looksAt } from './looks.mjs';
import { startPortal } from './portal.mjs';

// A date of the organiser for which nobody has signed up.
async function emptyDate(portal, page, taken) {
  await page.goto(`${portal.origin}/partner`);
  const own = await page.locator('main a[href^="/partner/aktiviteter/"]').evaluateAll((all) => [...new Set(all.map((it) => it.getAttribute('href')))]);
  for (const path of own) {
    await page.goto(portal.origin + path);
    const rosters = await page.locator('a[href^="/partner/dato/"]').evaluateAll((all) => all.map((it) => it.getAttribute('href')));
    for (const roster of rosters.filter((it) => !taken.includes(it))) {
      await page.goto(portal.origin + roster);
      const form = `/tilmelding/${roster.split('/').pop()}`;
      const html = await (await fetch(portal.origin + form)).text();
      if (await page.locator('#day').count() && html.includes('name="key"')) return { roster, form };
    }
  }
  throw new Error('somebody has signed up for every date of the organiser');
}

// The day after tomorrow, as a field of a date has it.
const soon = () => new Date(Date.now() + 2 * 24 * 3600 * 1000).toISOString().slice(0, 10);

export async function draws({ browser, test, look }) {
  // Where nobody has signed up for anything yet.
  const portal = await startPortal();
  const taken = [];
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const storageState = await storageOf(portal, browser, 'Olav Arrangør');
    const options = { javaScriptEnabled, bypassCSP: javaScriptEnabled, viewport: { width: 1280, height: 1000 } };
    const page = await (await browser.newContext({ ...options, storageState })).newPage();
    const visitor = await (await browser.newContext(options)).newPage();
    const email = `lod@${javaScriptEnabled ? 'med' : 'uden'}.example`;
    let places;
    await test(`an organiser has the seats of a date drawn (${how})`, async () => {
      places = await emptyDate(portal, page, taken);
      taken.push(places.roster);
      await page.getByLabel(/^Lodtrækning blandt alle/).check();
      await page.getByLabel('Klokkeslæt').fill('12:00');
      await page.getByRole('button', { name: 'Gem fordelingen' }).click();
      await page.locator('#fejl a[href="#day"]').waitFor();
      assert.equal(await page.getByLabel('Klokkeslæt').inputValue(), '12:00', 'what was typed comes back');
      await page.getByLabel('Dagen for lodtrækningen').fill(soon());
      await page.getByLabel('Hvem kommer før andre?').selectOption('classes-first');
      await page.getByRole('button', { name: 'Gem fordelingen' }).click();
      await page.getByText('Gemt. Det står nu, hvor man tilmelder sig.').waitFor();
    });
    await test(`a visitor reads how lots are drawn, and signs up for it (${how})`, async () => {
      await visitor.goto(portal.origin + places.form);
      await visitor.getByText('Her er det ikke først til mølle.').waitFor();
      await visitor.getByRole('link', { name: 'Læs, hvordan vi trækker lod' }).click();
      places.draw = new URL(visitor.url()).pathname;
      assert.match(await visitor.locator('code').first().innerText(), /^[0-9a-f]{64}$/);
      assert.equal(await visitor.locator('code').count(), 1, 'the seed is secret until the draw');
      await visitor.getByRole('link', { name: 'Tilmeld dig til lodtrækningen' }).click();
      const one = visitor.getByRole('link', { name: 'Tilmeld dig selv i stedet' });
      if (await one.count()) await one.click();
      if (await visitor.locator('#school').count()) {
        await visitor.locator('#school').fill('Munkebjergskolen');
        await visitor.locator('#class').fill(`9.${javaScriptEnabled ? 'A' : 'B'}`);
        if (await visitor.locator('#grade').count()) await visitor.locator('#grade').selectOption({ index: 1 });
        await visitor.locator('#pupils').fill(await visitor.locator('#pupils-h').innerText().then((it) => it.match(/\d+/)?.[0] ?? '2'));
        await visitor.locator('#adults').fill('1');
      } else {
        await visitor.locator('#age').fill('17');
      }
      await visitor.locator('#name').fill('Lone Madsen');
      await visitor.locator('#email').fill(email);
      await visitor.locator('#agrees').check();
      await visitor.locator('main form button[type=submit]').last().click();
      await visitor.getByText('så er I med i lodtrækningen').waitFor();
      await visitor.goto(portal.origin + await link(portal, email, /\/bekraeft-tilmelding\/[\w-]+/));
      await visitor.locator('main form button[type=submit]').first().click();
      await visitor.getByText('Tak. I er med i lodtrækningen.').waitFor();
      places.own = new URL(visitor.url()).pathname;
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'draw', { roster: places.roster, draw: places.draw, form: places.form, own: places.own }, look);
    });
    await test(`once somebody has signed up, the way stays as it is (${how})`, async () => {
      await page.goto(portal.origin + places.roster);
      await page.getByText('Nogen har tilmeldt sig, så fordelingen kan ikke ændres mere.').waitFor();
      assert.equal(await page.locator('#day').count(), 0);
    });
  }
  await portal.stop();
}
