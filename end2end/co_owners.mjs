// Two partners come to own one activity: one asks, the other says yes at its desk, both stand on
// its page and both write it; the lead shows who comes or not, and the other leaves. With scripts
// and without.
import assert from 'node:assert/strict';
import { hand, introduce, register, write } from './desk.mjs';
import { storageOf } from './doors.mjs';
import { looksAt } from './looks.mjs';

const pathOf = async (page, role, name) => page.getByRole(role, { name }).first().getAttribute('href');

export async function coOwners({ portal, browser, test, look }) {
  const storageState = await storageOf(portal, browser, 'Mona Moderator');
  const context = await browser.newContext({ storageState, viewport: { width: 1280, height: 1000 } });
  const moderator = await context.newPage();
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const [lead, beside] = javaScriptEnabled ? ['Thy Teknik ApS', 'Mors Museum'] : ['Salling Sensor', 'Fur Fossiler'];
    const [host, other] = [lead, beside].map((it) => `${it.split(' ')[0].toLowerCase()}.example`);
    const title = `Byg sammen hos ${lead}`;
    const open = async () => (await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 1000 } })).newPage();
    const [page, theirs] = [await open(), await open()];
    const [it, hers] = [hand(page), hand(theirs)];
    let [own, owners, activity] = [];
    await test(`a partner asks another to own an activity too, and is told what is missing (${how})`, async () => {
      for (const [who, by, email, name, at] of [[page, it, `signe@${host}`, lead, host], [theirs, hers, `bo@${other}`, beside, other]]) {
        await register(portal, who, by, email);
        await introduce(portal, who, by, name, at);
        await moderator.goto(`${portal.origin}/moderation`);
        await moderator.getByRole('link', { name: `Se på ${name}` }).first().click();
        await moderator.getByRole('button', { name: 'Godkend partneren' }).click();
      }
      await page.goto(`${portal.origin}/partner`);
      await write(page, it, title);
      await moderator.goto(`${portal.origin}/moderation`);
      await moderator.getByRole('link', { name: `Se på ${title}` }).first().click();
      await moderator.getByRole('button', { name: 'Godkend og udgiv' }).click();
      await page.goto(`${portal.origin}/partner`);
      own = await pathOf(page, 'link', title);
      await page.goto(portal.origin + own);
      activity = await pathOf(page, 'link', 'Se den, som andre ser den');
      await page.getByRole('link', { name: 'Inviter andre partnere' }).click();
      owners = new URL(page.url()).pathname;
      await it.fill('Find partneren', beside);
      await page.getByRole('button', { name: 'Søg', exact: true }).last().click();
      const [answer] = await Promise.all([page.waitForResponse((it) => it.request().method() === 'POST' && it.request().isNavigationRequest()), it.press('Send invitationen')]);
      assert.equal(answer.status(), 422);
      assert.ok(await page.locator('#fejl a[href="#partner"]').isVisible());
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'lead', { 'co-owners, none': owners, 'own activity': own }, look);
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'lead', { 'co-owners, found': `${owners}?q=${encodeURIComponent(beside)}` }, look);
      await it.tick('Hvilken partner?', beside);
      await it.press('Send invitationen');
      await page.getByText('Invitationen er sendt.').waitFor();
      await page.getByText('har ikke svaret endnu').waitFor();
    });
    await test(`the other says yes at its desk, and both stand on the activity's page (${how})`, async () => {
      assert.equal((await theirs.goto(portal.origin + own)).status(), 404, 'it is only asked');
      await theirs.goto(`${portal.origin}/partner`);
      await theirs.getByRole('heading', { name: `${lead} vil have ${beside} med i »${title}«` }).waitFor();
      if (javaScriptEnabled) await looksAt(portal, browser, theirs, 'asked', { desk: '/partner' }, look);
      await hers.press('Ja, vi er med');
      await theirs.getByText('I er nu medejer af aktiviteten.').waitFor();
      await theirs.getByText(`ledes af ${lead}`).waitFor();
      await theirs.goto(portal.origin + activity);
      for (const name of [lead, beside]) assert.ok(await theirs.getByRole('heading', { level: 2, name, exact: true }).isVisible(), name);
      await theirs.getByRole('link', { name: `Alt fra arrangøren ${beside}` }).click();
      assert.ok(await theirs.getByRole('link', { name: title }).isVisible(), 'it stands on the page of the other');
    });
    await test(`both write the same next version (${how})`, async () => {
      await theirs.goto(portal.origin + own);
      await theirs.getByRole('button', { name: 'Ret', exact: true }).click();
      const draft = new URL(theirs.url()).pathname;
      assert.equal((await page.goto(portal.origin + draft)).status(), 200);
      await page.goto(portal.origin + draft.replace(/send$/, 'hvad'));
      await it.fill('Kort fortalt', 'Byg en robot sammen med to partnere på en gang.');
      await it.press('Gem og gå videre');
      await theirs.goto(portal.origin + draft);
      await theirs.getByText('to partnere på en gang').first().waitFor();
      await hers.press('Vis rettelserne');
      await theirs.getByText('to partnere på en gang').first().waitFor();
    });
    await test(`who comes is the lead's to show, and the other leaves (${how})`, async () => {
      await theirs.goto(portal.origin + own);
      assert.equal(await theirs.locator('a[href^="/partner/dato/"]').count(), 0);
      await page.goto(portal.origin + owners);
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'lead', { 'co-owners, one': owners }, look);
      await it.press('Lad dem se de tilmeldte');
      await page.getByText('Partneren kan nu se, hvem der er tilmeldt.').waitFor();
      await theirs.reload();
      await theirs.locator('a[href^="/partner/dato/"]').first().click();
      await theirs.getByRole('heading', { level: 1, name: title }).waitFor();
      assert.equal(await theirs.locator('input[name=rule]').count(), 0, 'they look and change nothing');
      if (javaScriptEnabled) await looksAt(portal, browser, theirs, 'co-owner', { 'co-owners of others': owners, roster: new URL(theirs.url()).pathname }, look);
      await page.goto(portal.origin + owners);
      await page.locator('summary', { hasText: 'Giv aktiviteten videre' }).click();
      await it.press('Spørg partneren');
      await page.getByText('Partneren er spurgt.').waitFor();
      await theirs.goto(`${portal.origin}/partner`);
      await theirs.getByRole('link', { name: 'Se, hvad det betyder, og svar' }).click();
      if (javaScriptEnabled) await looksAt(portal, browser, theirs, 'co-owner', { 'co-owners, the lead is offered': owners }, look);
      await hers.press('Nej tak');
      await theirs.getByText('I har sagt nej tak. Alt er, som det var.').waitFor();
      await theirs.goto(portal.origin + owners);
      await theirs.locator('summary', { hasText: 'Hold op med at være medejer' }).click();
      await hers.press('Ja, vi holder op');
      await theirs.getByText('I er ikke mere medejer af aktiviteten.').waitFor();
      assert.equal((await theirs.goto(portal.origin + own)).status(), 404);
    });
    for (const who of [page, theirs]) await who.context().close();
  }
  await context.close();
}
