// What is taken along on paper: a teacher prints the day sheet and the letter to the school, and
// whoever offers the date the sheet with who comes. With scripts and without.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { hand, introduce, link, register, write } from './desk.mjs';
import { storageOf } from './doors.mjs';
import { looksAt } from './looks.mjs';

// A file that is got by a link on the page.
async function file(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Hent som PDF' }).click()]);
  const bytes = readFileSync(await download.path(), 'latin1');
  assert.ok(bytes.startsWith('%PDF-') && bytes.includes('/StructTreeRoot') && bytes.includes('/MarkInfo'), 'it is read aloud');
  return download.suggestedFilename();
}

// On paper there is nothing to press, and every word has room.
async function prints(page) {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 660, height: 1000 });
  assert.equal(await page.getByRole('link', { name: 'Hent som PDF' }).isVisible(), false);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 660);
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1280, height: 1000 });
}

export async function papers({ portal, browser, test, look }) {
  const storageState = await storageOf(portal, browser, 'Mona Moderator');
  const context = await browser.newContext({ storageState, viewport: { width: 1280, height: 1000 } });
  const moderator = await context.newPage();
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const host = javaScriptEnabled ? 'Varde Værksted' : 'Holsted Hal';
    const at = `${host.split(' ')[0].toLowerCase()}.example`;
    const title = `Byg på papir hos ${host}`;
    const page = await (await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 1000 } })).newPage();
    const it = hand(page);
    let [roster, own] = [];
    await test(`whoever offers a date takes along who comes (${how})`, async () => {
      await register(portal, page, it, `signe@${at}`);
      await introduce(portal, page, it, host, at);
      await moderator.goto(`${portal.origin}/moderation`);
      await moderator.getByRole('link', { name: `Se på ${host}` }).first().click();
      await moderator.getByRole('button', { name: 'Godkend partneren' }).click();
      await page.goto(`${portal.origin}/partner`);
      await write(page, it, title);
      await moderator.goto(`${portal.origin}/moderation`);
      await moderator.getByRole('link', { name: `Se på ${title}` }).first().click();
      await moderator.getByRole('button', { name: 'Godkend og udgiv' }).click();
      await page.goto(`${portal.origin}/partner`);
      await page.getByRole('link', { name: title }).first().click();
      await page.locator('a[href^="/partner/dato/"]').first().click();
      roster = new URL(page.url()).pathname;
      await page.getByRole('link', { name: 'Dagsseddel' }).click();
      await page.getByText('Ingen er tilmeldt endnu').waitFor();
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'organiser', { 'day sheet, nobody': `${roster}/dagsseddel` }, look);
      await page.goto(`${portal.origin}${roster}/tilfoej?som=class`);
      const fields = { school: 'Munkebjergskolen', class: '6.B', pupils: '14', adults: '2', name: 'Lone Øgård', email: `lone@${at}`, phone: '20 12 34 56', needs: 'En elev bruger kørestol.' };
      for (const [field, text] of Object.entries(fields)) {
        const box = page.locator(`#${field}`);
        if (await box.count()) await box.fill(text);
      }
      if (await page.locator('#grade').count()) await page.locator('#grade').selectOption({ index: 1 });
      await page.locator('#agrees').check();
      await page.getByRole('button', { name: 'Tilføj dem' }).click();
      await page.getByText('De er tilføjet.').waitFor();
      own = await link(portal, `lone@${at}`, /\/min-tilmelding\/[\w-]+/);
      await page.goto(portal.origin + roster);
      await page.getByRole('link', { name: 'Dagsseddel' }).click();
      await page.getByRole('heading', { level: 1, name: 'Dagsseddel' }).waitFor();
      await page.getByRole('rowheader', { name: '6.B, Munkebjergskolen' }).waitFor();
      await page.getByText('14 af 24 pladser og 2 voksne').waitFor();
      await page.getByText('Her står navne.').waitFor();
      await prints(page);
      assert.equal(await file(page), 'dagsseddel.pdf');
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'organiser', { roster, 'day sheet': `${roster}/dagsseddel` }, look);
      await page.getByRole('link', { name: 'Tilbage til deltagerne' }).click();
      await page.getByRole('heading', { name: /^De kommer/ }).waitFor();
    });
    await test(`a teacher takes the day sheet and the letter to the school along (${how})`, async () => {
      const teacher = await (await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 1000 } })).newPage();
      await teacher.goto(portal.origin + own);
      await teacher.getByRole('heading', { level: 2, name: 'Til dagen' }).waitFor();
      await teacher.getByRole('link', { name: 'Dagsseddel' }).click();
      for (const words of ['Robotvej 1', 'rejseplanen.dk', '14 elever og 2 voksne', 'Tag en madpakke med.']) await teacher.getByText(words).first().waitFor();
      await prints(teacher);
      assert.equal(await file(teacher), 'dagsseddel.pdf');
      await teacher.getByRole('link', { name: 'Tilbage til tilmeldingen' }).click();
      await teacher.getByRole('link', { name: 'Frigivelsesbrev til skolen' }).click();
      await teacher.getByText('Til ledelsen på Munkebjergskolen').waitFor();
      assert.equal(await teacher.getByRole('rowheader').count(), 14, 'a line a pupil, and no name');
      await prints(teacher);
      assert.equal(await file(teacher), 'frigivelsesbrev.pdf');
      if (javaScriptEnabled) await looksAt(portal, browser, teacher, 'teacher', { own, 'day sheet': `${own}/dagsseddel`, 'release letter': `${own}/frigivelsesbrev` }, look);
      await teacher.goto(`${portal.origin}/en${own}/frigivelsesbrev`);
      await teacher.getByText('14 pupils and 2 adults').waitFor();
      assert.equal((await teacher.goto(`${portal.origin}${roster}/dagsseddel`)).url().endsWith('/dagsseddel'), false, 'who comes is not hers to see');
      await teacher.context().close();
    });
    await page.context().close();
  }
  await context.close();
}
