// What is public is reported by a visitor, seen by a moderator and answered; several things of the
// queue are approved at once. With scripts and without.
import assert from 'node:assert/strict';
import { hand, introduce, register, write } from './desk.mjs';
import { storageOf } from './doors.mjs';
import { comesBack, looksAt } from './looks.mjs';

const payload = '</textarea><img src=x onerror=alert(1)><script>alert(2)</script>';

export async function reviews({ portal, browser, test, look, activity: untouched }) {
  const storageState = await storageOf(portal, browser, 'Ada Administrator');
  const context = await browser.newContext({ storageState, viewport: { width: 1280, height: 1000 } });
  const admin = await context.newPage();
  const listing = await (await fetch(`${portal.origin}/aktiviteter`)).text();
  // What is taken down here is gone: the one that others look at stays.
  const activities = [...new Set([...listing.matchAll(/href="(\/aktiviteter\/[a-z0-9-]+)"/g)].map((it) => it[1]))].filter((it) => it !== untouched);
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const visitors = await browser.newContext({ javaScriptEnabled, bypassCSP: javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
    const page = await visitors.newPage();
    page.on('dialog', () => { throw new Error('a script of a visitor ran'); });
    const activity = activities[javaScriptEnabled ? 0 : 1];
    let title;
    await test(`a visitor reports an activity, and what is wrong comes back (${how})`, async () => {
      await page.goto(portal.origin + activity);
      title = await page.locator('h1').innerText();
      await page.getByRole('link', { name: 'Er der noget galt? Sig det til os' }).click();
      await page.getByLabel('Skriv gerne lidt mere').fill(`Ring til 011207-1234 ${payload}`);
      await page.getByLabel('Din e-mail').fill('lone');
      await page.getByRole('button', { name: 'Send til en moderator' }).click();
      await page.locator('#fejl').waitFor();
      assert.equal(await page.locator('#fejl a').count(), 3);
      assert.ok((await page.locator('textarea').inputValue()).includes(payload), 'what was typed comes back');
      if (javaScriptEnabled) await comesBack(page, 'report, come back', look);
      await page.getByLabel('Den kan være farlig').check();
      await page.getByLabel('Skriv gerne lidt mere').fill(`Der var glat. ${payload}`);
      await page.getByLabel('Din e-mail').fill('lone@skole.example');
      await page.getByRole('button', { name: 'Send til en moderator' }).click();
      await page.getByText('Tak. En moderator ser på det').waitFor();
      assert.deepEqual(await visitors.cookies(), [], 'no cookie is needed');
    });
    await test(`a moderator sees it, asks for nothing without a reason, and takes it down (${how})`, async () => {
      await admin.goto(`${portal.origin}/moderation`);
      await admin.getByRole('link', { name: `Se på ${title}` }).first().click();
      await admin.getByText('Der var glat.').waitFor();
      const path = new URL(admin.url()).pathname;
      if (javaScriptEnabled) {
        await looksAt(portal, browser, page, 'visitor', { report: `${activity}/meld`, 'report thanked': `${activity}/meld?ok=thanks` }, look);
        await looksAt(portal, browser, admin, 'administrator', { queue: '/moderation', case: path }, look);
      }
      await admin.getByRole('button', { name: 'Tag ned, og send retur' }).click();
      assert.ok(await admin.locator('#fejl a[href="#reason"]').isVisible());
      await admin.getByLabel('Hvorfor skal den væk?').fill('Strø noget salt.');
      await admin.getByRole('button', { name: 'Tag ned, og send retur' }).click();
      await admin.getByText('Aktiviteten er taget ned').waitFor();
      for (let i = 0; i < 50; i += 1) {
        if ((await fetch(portal.origin + activity)).status === 404) break;
        await page.waitForTimeout(100);
      }
      assert.equal((await page.goto(portal.origin + activity)).status(), 404);
    });
    const [name, host] = javaScriptEnabled ? ['Mors Maskiner', 'mors.example'] : ['Thy Teknik', 'thy.example'];
    await test(`several are approved at once, and each is told of (${how})`, async () => {
      const it = hand(page);
      await register(portal, page, it, `signe@${host}`);
      await introduce(portal, page, it, name, host);
      await write(page, it, `Byg en bro hos ${name}`);
      await admin.goto(`${portal.origin}/moderation`);
      await admin.getByRole('button', { name: 'Godkend de valgte' }).click();
      await admin.locator('#fejl').waitFor();
      if (javaScriptEnabled) await comesBack(admin, 'queue, nothing ticked', look);
      await admin.getByLabel(`Vælg Byg en bro hos ${name}`).check();
      await admin.getByRole('button', { name: 'Godkend de valgte' }).click();
      await admin.getByText(`Byg en bro hos ${name}: venter stadig`).waitFor();
      await admin.getByLabel(`Vælg Byg en bro hos ${name}`).check();
      await admin.getByLabel(`Vælg ${name}`).check();
      await admin.getByRole('button', { name: 'Godkend de valgte' }).click();
      await admin.getByText(`Byg en bro hos ${name}: udgivet`).waitFor();
      await admin.getByText(`${name}: godkendt`).waitFor();
      if (javaScriptEnabled) await comesBack(admin, 'queue, answered', look);
    });
    await test(`several are sent back for one reason, and what was typed is not lost (${how})`, async () => {
      const it = hand(page);
      const titles = [1, 2].map((n) => `Byg tårn ${n} hos ${name}`);
      for (const title of titles) {
        await page.goto(`${portal.origin}/partner`);
        await write(page, it, title);
      }
      await admin.goto(`${portal.origin}/moderation`);
      for (const title of titles) await admin.getByLabel(`Vælg ${title}`).check();
      await admin.locator('summary', { hasText: 'Send de valgte retur' }).click();
      await admin.getByRole('button', { name: 'Send de valgte retur' }).click();
      await admin.locator('#fejl a[href="#reason"]').waitFor();
      for (const title of titles) assert.ok(await admin.getByLabel(`Vælg ${title}`).isChecked());
      if (javaScriptEnabled) await comesBack(admin, 'queue, no reason', look);
      await admin.getByLabel('Hvad er grunden?').fill('Skriv, hvor tårnet skal stå.');
      await admin.getByRole('button', { name: 'Send de valgte retur' }).click();
      for (const title of titles) await admin.getByText(`${title}: sendt retur`).waitFor();
      await page.goto(`${portal.origin}/partner`);
      await page.getByText('Skriv, hvor tårnet skal stå.').first().waitFor();
    });
    await visitors.close();
  }
  await context.close();
}
