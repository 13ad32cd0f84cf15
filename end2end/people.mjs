// Who acts for a partner, and whom moderators and administrators look after: invited, changed,
// removed, shut out and let in again, with scripts and without.
import assert from 'node:assert/strict';
import { twoSteps } from './code.mjs';
import { hand, introduce, link, register } from './desk.mjs';
import { storageOf } from './doors.mjs';
import { looksAt } from './looks.mjs';

const pathOf = async (page, role, name) => page.getByRole(role, { name }).first().getAttribute('href');

export async function people({ portal, browser, test, look }) {
  const comesIn = async (name) => {
    const storageState = await storageOf(portal, browser, name);
    const context = await browser.newContext({ storageState, viewport: { width: 1280, height: 1000 } });
    return context.newPage();
  };
  const [moderator, admin] = [await comesIn('Mona Moderator'), await comesIn('Ada Administrator')];
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const [name, host] = javaScriptEnabled ? ['Karup Rumfart ApS', 'karup.example'] : ['Skive Solceller', 'solceller.example'];
    const open = async () => {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
      return context.newPage();
    };
    const [page, other] = [await open(), await open()];
    const [it, hers] = [hand(page), hand(other)];
    let members;
    await test(`a partner administrator invites a colleague, who says yes (${how})`, async () => {
      await register(portal, page, it, `signe@${host}`);
      await introduce(portal, page, it, name, host);
      members = await pathOf(page, 'link', /^Se, hvem der arbejder for/);
      await page.goto(portal.origin + members);
      await page.getByText('Når en moderator har godkendt partneren').waitFor();
      await moderator.goto(`${portal.origin}/moderation`);
      await moderator.getByRole('link', { name: `Se på ${name}` }).first().click();
      await moderator.getByRole('button', { name: 'Godkend partneren' }).click();
      await page.reload();
      await it.press('Send invitationen');
      assert.equal(await page.getByLabel('E-mail', { exact: true }).getAttribute('aria-invalid'), 'true');
      await it.fill('E-mail', `ida@${host}`);
      await it.press('Send invitationen');
      await page.getByText('Vi har sendt et brev').waitFor();
      await other.goto(portal.origin + await link(portal, `ida@${host}`));
      await other.getByRole('heading', { level: 1, name: `Vil du arbejde for ${name}?` }).waitFor();
      await hers.fill('Navn', 'Ida');
      await hers.press('Ja, jeg er med');
      await other.getByText('Velkommen. Du arbejder for partneren fra nu af.').waitFor();
    });
    if (javaScriptEnabled) {
      await test('axe finds nothing on the pages about people, light and dark, wide and narrow', async () => {
        await page.goto(portal.origin + members);
        await it.fill('E-mail', `bo@${host}`);
        await it.press('Send invitationen');
        await looksAt(portal, browser, page, 'organiser', { members }, look);
        await looksAt(portal, browser, other, 'editor', { members }, look);
        await looksAt(portal, browser, page, 'visitor', { invitation: await link(portal, `bo@${host}`) }, look);
        await moderator.goto(`${portal.origin}/moderation/folk?q=ida`);
        const person = await pathOf(moderator, 'link', 'Se på Ida');
        await looksAt(portal, browser, moderator, 'moderator', { people: '/moderation/folk', person }, look);
        await looksAt(portal, browser, admin, 'administrator', { people: '/moderation/folk?q=skive', person }, look);
      });
    }
    await test(`an editor becomes an administrator, sets two steps up and comes to where she wanted (${how})`, async () => {
      await page.goto(portal.origin + members);
      await page.getByRole('button', { name: 'Lad også bestemme Ida' }).click();
      await page.getByText('Det er gemt, og personen får et brev.').waitFor();
      await other.goto(portal.origin + members);
      await other.getByText('Log ind, så kommer du derhen, hvor du ville.').waitFor();
      await other.locator('#letter-email').fill(`ida@${host}`);
      await hers.press('Send mig et link');
      await other.goto(portal.origin + await link(portal, `ida@${host}`));
      await other.locator('main button[type=submit]').first().click();
      await twoSteps(other, hers);
      await other.waitForURL(portal.origin + members);
      assert.ok(await other.getByRole('button', { name: 'Send invitationen' }).isVisible());
    });
    await test(`the first one leaves, and the last one cannot (${how})`, async () => {
      await page.goto(portal.origin + members);
      await page.locator('summary', { hasText: 'Hold op med at arbejde for partneren' }).click();
      await it.press('Ja, jeg holder op');
      await page.getByText('Du arbejder ikke mere for partneren.').waitFor();
      await other.reload();
      assert.equal(await other.locator('summary', { hasText: 'Hold op' }).count(), 0);
      await other.getByText('Der er ingen anden, der bestemmer her').first().waitFor();
    });
    await test(`a moderator shuts somebody out with a reason, and lets them in again (${how})`, async () => {
      await moderator.goto(`${portal.origin}/moderation/folk?q=${host}`);
      await moderator.getByRole('link', { name: 'Se på Ida' }).click();
      await moderator.getByRole('button', { name: 'Luk kontoen nu' }).click();
      assert.ok(await moderator.locator('#fejl').isVisible(), 'a reason is asked for');
      await moderator.getByLabel('Hvorfor?').fill('Vi har fået en klage.');
      await moderator.getByRole('button', { name: 'Luk kontoen nu' }).click();
      await moderator.getByText('Kontoen er lukket, og personen får et brev.').waitFor();
      await other.goto(`${portal.origin}/partner`);
      await other.waitForURL(/\/log-ind\?next=/);
      await moderator.getByRole('button', { name: 'Åbn kontoen' }).click();
      await moderator.getByText('Kontoen er åbnet, og personen får et brev.').waitFor();
    });
    await test(`an administrator finds somebody by address and gives and takes a role (${how})`, async () => {
      await admin.goto(`${portal.origin}/moderation/folk`);
      await admin.getByLabel('Navn eller e-mail').fill(`signe@${host}`);
      await admin.getByRole('button', { name: 'Find' }).click();
      await admin.getByRole('link', { name: 'Se på Signe' }).click();
      await admin.getByLabel('Godkender aktiviteter i en region').check();
      await admin.locator('#region').selectOption('midtjylland');
      await admin.getByRole('button', { name: 'Giv rollen' }).click();
      await admin.getByText('Rollen er gemt, og personen får et brev.').waitFor();
      await admin.getByRole('button', { name: /^Fjern Godkender/ }).click();
      await admin.getByText('ingen rolle').waitFor();
    });
    for (const it of [page, other]) await it.context().close();
  }
  await moderator.context().close();
  await admin.context().close();
}
