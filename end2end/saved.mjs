// A teacher keeps what she found: from an activity's page, through the doors and back, to the list
// of all that she keeps. With scripts and without.
import assert from 'node:assert/strict';
import { hand, link, register } from './desk.mjs';
import { looksAt } from './looks.mjs';

export async function saved({ portal, browser, test, look }) {
  const listing = await (await fetch(`${portal.origin}/aktiviteter`)).text();
  const activities = [...new Set([...listing.matchAll(/href="(\/aktiviteter\/[a-z0-9-]+)"/g)].map((it) => it[1]))];
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
    const page = await context.newPage();
    const it = hand(page);
    const email = javaScriptEnabled ? 'lone@gemmer.example' : 'bo@gemmer.example';
    let title;
    await test(`whoever has an account and wants to keep something is let in and led back (${how})`, async () => {
      await register(portal, page, it, email);
      await page.getByRole('button', { name: 'Log ud' }).click();
      await page.waitForURL(/\/log-ind/);
      await page.goto(portal.origin + activities[0]);
      assert.deepEqual((await context.cookies()).map((cookie) => cookie.value).filter(Boolean), [], 'nobody is signed in');
      title = await page.locator('h1').innerText();
      await it.press('Gem');
      await page.waitForURL(/\/log-ind\?next=/);
      await it.fill('E-mail', email);
      await it.press('Send mig et link');
      await page.goto(portal.origin + await link(portal, email));
      await page.locator('main button[type=submit]').first().click();
      await page.waitForURL(/\/gem$/);
      await page.getByRole('heading', { level: 1, name: 'Gem aktiviteten' }).waitFor();
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'saved', { ask: new URL(page.url()).pathname, none: '/konto/gemte' }, look);
      await page.locator('main').getByRole('button', { name: 'Gem' }).click();
      await page.getByText('Aktiviteten er gemt').waitFor();
      await page.getByRole('heading', { level: 2, name: 'Én aktivitet' }).waitFor();
    });
    await test(`what is kept is listed and let go (${how})`, async () => {
      await page.goto(portal.origin + activities[1]);
      await it.press('Gem');
      await page.getByRole('heading', { level: 2, name: '2 aktiviteter' }).waitFor();
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'saved', { many: '/konto/gemte' }, look);
      await page.goto(`${portal.origin}/konto`);
      await page.getByRole('link', { name: 'Gemte aktiviteter' }).click();
      await page.getByRole('link', { name: title, exact: true }).waitFor();
      for (let n = 0; n < 2; n += 1) {
        await page.getByRole('button', { name: /^Fjern/ }).first().click();
        await page.getByText('Aktiviteten er ikke gemt mere').waitFor();
      }
      await page.getByText('Du har ikke gemt noget endnu').waitFor();
    });
    await context.close();
  }
}
