// Synonyms as those look after them who moderate and run the portal: tried, put in force, searched with and
// taken back, with scripts and without.
import assert from 'node:assert/strict';
import { storageOf } from './doors.mjs';
import { comesBack, looksAt } from './looks.mjs';

const path = '/moderation/synonymer';

export async function synonyms({ portal, browser, test, look }) {
  const comesIn = async (name, settings = {}) => {
    const storageState = await storageOf(portal, browser, name);
    const context = await browser.newContext({ storageState, viewport: { width: 1280, height: 1000 }, ...settings });
    return context.newPage();
  };
  const moderator = await comesIn('Mona Moderator');
  const total = async (words) => (await (await fetch(`${portal.origin}/api/v1/activities?q=${words}`)).json()).total;
  // What was put in force is used within seconds.
  const becomes = async (words, wanted) => {
    for (let i = 0; i < 50; i += 1) {
      if (await total(words) === wanted) return;
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
    assert.equal(await total(words), wanted);
  };
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const word = javaScriptEnabled ? 'qzblik' : 'qzjern';
    const admin = await comesIn('Ada Administrator', { javaScriptEnabled });
    let found;
    await test(`an administrator tries a line, sees what it changes and puts it in force (${how})`, async () => {
      await admin.goto(portal.origin + path);
      await admin.getByLabel('Tilføj en linje').fill('alene');
      const [answer] = await Promise.all([
        admin.waitForResponse((it) => it.request().method() === 'POST'),
        admin.getByRole('button', { name: 'Se, hvad det ændrer' }).click(),
      ]);
      assert.equal(answer.status(), 422);
      await admin.locator('#fejl').waitFor();
      if (javaScriptEnabled) await comesBack(admin, 'administrator synonyms, come back', look);
      const lines = await admin.getByLabel('Linjer', { exact: true }).inputValue();
      await admin.getByLabel('Linjer', { exact: true }).fill(lines.replace(/alene$/, ''));
      await admin.getByLabel('Tilføj en linje').fill(`${word}, robot`);
      await admin.getByRole('button', { name: 'Se, hvad det ændrer' }).click();
      const told = await admin.getByText(new RegExp(`»${word}«: 0 før, [1-9]\\d* efter`)).textContent();
      found = Number(told.match(/(\d+) efter/)[1]);
      assert.equal(await total(word), 0);
      if (javaScriptEnabled) await comesBack(admin, 'administrator synonyms, tried', look);
      await admin.getByRole('button', { name: 'Sæt i kraft' }).click();
      await admin.getByText('Linjerne er i kraft.').waitFor();
      await becomes(word, found);
    });
    if (javaScriptEnabled) {
      await test('axe finds nothing on the pages about synonyms, light and dark, wide and narrow', async () => {
        await looksAt(portal, browser, moderator, 'moderator', { synonyms: path }, look);
        await looksAt(portal, browser, admin, 'administrator', { synonyms: path }, look);
      });
    }
    await test(`a moderator can put in force too, and an administrator goes one step back (${how})`, async () => {
      await moderator.goto(portal.origin + path);
      await moderator.getByLabel('Tilføj en linje').fill('hest, pony');
      await moderator.getByRole('button', { name: 'Se, hvad det ændrer' }).click();
      await moderator.getByText('hest, pony').first().waitFor();
      await moderator.getByRole('button', { name: 'Sæt i kraft' }).waitFor();
      await admin.goto(portal.origin + path);
      await admin.getByRole('button', { name: 'Gå et skridt tilbage' }).click();
      await admin.getByText('Det, der gjaldt før, er i kraft igen.').waitFor();
      await becomes(word, 0);
    });
    await admin.context().close();
  }
  await moderator.context().close();
}
