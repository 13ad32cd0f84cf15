// Somebody asks what is held of them, sees it, takes it along and erases it: with scripts and
// without, and without an account.
import assert from 'node:assert/strict';
import { link as linkOf } from './desk.mjs';

const link = (portal, to) => linkOf(portal, to, /\/mine-data\/brev\/[\w-]+/);

export async function ownData({ portal, browser, test }) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
    const page = await context.newPage();
    const email = javaScriptEnabled ? 'data@ja.example' : 'data@nej.example';
    await test(`whoever asks for their data gets a letter, whoever they are (${how})`, async () => {
      await page.goto(`${portal.origin}/privatliv`);
      await page.getByRole('link', { name: 'Se eller slet dine data' }).click();
      await page.getByLabel('E-mail').fill('data@');
      await page.getByRole('button', { name: 'Send mig et link' }).click();
      await page.locator('#fejl').waitFor();
      assert.equal(await page.getByLabel('E-mail').inputValue(), 'data@');
      await page.getByLabel('E-mail').fill(email);
      await page.getByRole('button', { name: 'Send mig et link' }).click();
      await page.getByRole('heading', { level: 1, name: 'Se i din indbakke' }).waitFor();
    });
    await test(`the link shows what is held, and works once (${how})`, async () => {
      const letter = await link(portal, email);
      await page.goto(portal.origin + letter);
      await page.getByRole('button', { name: 'Vis det' }).click();
      await page.getByRole('heading', { level: 1, name: 'Det gemmer vi om dig' }).waitFor();
      await page.getByText('Vi gemmer ingenting om denne adresse.').waitFor();
      const used = await page.goto(portal.origin + letter);
      assert.equal(used.status(), 410);
      assert.equal((await context.cookies()).length, 0);
    });
    await context.close();
  }
}
