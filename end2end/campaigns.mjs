// A campaign as those make it who run the pact: made, seen by everybody, chosen in the editor, changed
// and ended, with scripts and without.
import assert from 'node:assert/strict';
import { storageOf } from './doors.mjs';
import { comesBack, looksAt } from './looks.mjs';

const idIn = (address) => address.match(/[0-9a-f-]{36}/)[0];

// A day so many days from now.
const day = (n) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

export async function campaigns({ portal, browser, test, look }) {
  const comesIn = async (name, settings = {}) => {
    const storageState = await storageOf(portal, browser, name);
    const context = await browser.newContext({ storageState, viewport: { width: 1280, height: 1000 }, ...settings });
    return context.newPage();
  };
  const visitor = await (await browser.newContext()).newPage();
  const moderator = await comesIn('Mona Moderator');
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const [name, key] = javaScriptEnabled ? ['Stjernedage', 'stjernedage'] : ['Måneaften', 'maaneaften'];
    const admin = await comesIn('Ada Administrator', { javaScriptEnabled });
    const organiser = await comesIn('Olav Arrangør', { javaScriptEnabled });
    let place;
    await test(`an administrator makes a campaign, and everybody sees it (${how})`, async () => {
      await admin.goto(`${portal.origin}/moderation/kampagner`);
      await admin.getByRole('link', { name: 'Lav en kampagne' }).click();
      await admin.getByLabel('Navn på dansk').fill(name);
      const [answer] = await Promise.all([
        admin.waitForResponse((it) => it.request().method() === 'POST'),
        admin.getByRole('button', { name: 'Lav kampagnen' }).click(),
      ]);
      assert.equal(answer.status(), 422);
      await admin.locator('#fejl').waitFor();
      assert.equal(await admin.getByLabel('Første dag').getAttribute('aria-invalid'), 'true');
      assert.equal(await admin.getByLabel('Navn på dansk').inputValue(), name);
      if (javaScriptEnabled) await comesBack(admin, 'administrator campaign, come back', look);
      await admin.getByLabel('Navn på engelsk').fill('Star Days');
      await admin.getByLabel('Første dag').fill(day(3));
      await admin.getByLabel('Sidste dag').fill(day(4));
      await admin.getByLabel('Om kampagnen på dansk').fill('To dage om stjerner.');
      await admin.getByLabel('Om kampagnen på engelsk').fill('Two days about stars.');
      await admin.getByRole('button', { name: 'Lav kampagnen' }).click();
      await admin.getByText('Kampagnen er lavet').waitFor();
      place = new URL(admin.url()).pathname;
      const answered = await visitor.goto(`${portal.origin}/kampagner/${key}`);
      assert.equal(answered.status(), 200);
      await visitor.getByText('To dage om stjerner.').first().waitFor();
      await visitor.goto(`${portal.origin}/en`);
      await visitor.getByRole('heading', { name: 'Star Days' }).waitFor();
      await visitor.getByRole('navigation').getByRole('link', { name: 'Star Days' }).first().waitFor();
    });
    await test(`an organiser can choose it, and a moderator looks after it too (${how})`, async () => {
      await organiser.goto(`${portal.origin}/partner`);
      await organiser.getByRole('button', { name: /^Opret aktivitet/ }).first().click();
      const draft = idIn(organiser.url());
      await organiser.goto(`${portal.origin}/partner/kladder/${draft}/hvem`);
      await organiser.getByLabel('Kampagne', { exact: true }).selectOption({ label: name });
      await organiser.goto(`${portal.origin}/partner/kladder/${draft}/hvad`);
      await moderator.goto(portal.origin + place);
      await moderator.getByRole('heading', { level: 1, name }).waitFor();
      await moderator.getByRole('button', { name: 'Gem kampagnen' }).click();
      await moderator.getByText('Kampagnen er gemt.').waitFor();
    });
    if (javaScriptEnabled) {
      await test('axe finds nothing on the pages about campaigns, light and dark, wide and narrow', async () => {
        const pages = { campaigns: '/moderation/kampagner', campaign: place };
        await looksAt(portal, browser, moderator, 'moderator', pages, look);
        await looksAt(portal, browser, admin, 'administrator', { ...pages, 'new campaign': '/moderation/kampagner/ny' }, look);
        await looksAt(portal, browser, visitor, 'visitor', { campaign: `/kampagner/${key}` }, look);
      });
    }
    await test(`an administrator changes it and takes it down, and every page follows (${how})`, async () => {
      await admin.goto(portal.origin + place);
      await admin.getByLabel('Navn på dansk').fill(`${name} igen`);
      await admin.getByRole('button', { name: 'Gem kampagnen' }).click();
      await admin.getByText('Kampagnen er gemt.').waitFor();
      await visitor.goto(`${portal.origin}/`);
      await visitor.getByRole('heading', { name: `${name} igen` }).waitFor();
      await admin.getByRole('button', { name: 'Fjern kampagnen nu' }).click();
      await admin.getByText('Kampagnen er fjernet.').waitFor();
      assert.equal((await visitor.goto(`${portal.origin}/kampagner/${key}`)).status(), 404);
      await visitor.goto(`${portal.origin}/`);
      assert.equal(await visitor.getByText(name).count(), 0);
    });
    for (const it of [admin, organiser]) await it.context().close();
  }
  await test('a campaign that activities name is closed, and they keep it', async () => {
    const admin = await comesIn('Ada Administrator');
    await admin.goto(`${portal.origin}/moderation/kampagner`);
    await admin.getByRole('link', { name: /^Se på Girls/ }).click();
    await admin.getByRole('button', { name: 'Luk kampagnen' }).click();
    await admin.getByText('Kampagnen er lukket for nye aktiviteter.').waitFor();
    assert.equal((await visitor.goto(`${portal.origin}/kampagner/girlsday-2027`)).status(), 200);
    assert.ok(await visitor.locator('main a[href^="/aktiviteter/"]').count() > 0);
    await admin.getByLabel('Partnere kan vælge den').check();
    await admin.getByRole('button', { name: 'Gem kampagnen' }).click();
    await admin.getByText('Kampagnen er gemt.').waitFor();
    await admin.context().close();
  });
  for (const it of [moderator, visitor]) await it.context().close();
}
