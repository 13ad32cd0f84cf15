// After a date: its pupils answer two questions by a link, its organiser tells in a minute how many
// came, and both papers are printed. With scripts and without; what is typed on a proof stays in
// the browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { link } from './desk.mjs';
import { looksAt } from './looks.mjs';
import { addClass, publicDay } from './public_day.mjs';

const [HOST, TITLE] = ['Skive Signaler', 'Byg efter skole'];
const EMAIL = 'signe@skive.example';
const MINUTE = 60_000;

// What a clock in Denmark shows: day and time.
function clock(at) {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'short' }).format(at);
  return shown.split(' ');
}

// A date that begins in a minute or two and is over two minutes later, on one day.
async function soon() {
  for (;;) {
    const next = Math.ceil(Date.now() / MINUTE) * MINUTE;
    const [start, end] = [new Date(next + MINUTE), new Date(next + 3 * MINUTE)];
    const [[day, from], [last, to]] = [clock(start), clock(end)];
    if (day === last) return { when: [day, from, to], start, end };
    await new Promise((resolve) => { setTimeout(resolve, 5_000); });
  }
}

// A paper as a file, got by a link on its page.
async function file(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Hent som PDF' }).click()]);
  const bytes = readFileSync(await download.path(), 'latin1');
  assert.ok(bytes.startsWith('%PDF-') && bytes.includes('/StructTreeRoot') && bytes.includes('/MarkInfo'), 'it is read aloud');
  return download.suggestedFilename();
}

const until = (at) => new Promise((resolve) => { setTimeout(resolve, Math.max(0, at - Date.now()) + 1_000); });

// A date to which a class comes, and its organiser.
async function day(portal, browser) {
  let time;
  const when = async () => { time = await soon(); return time.when; };
  const made = await publicDay(portal, browser, { host: HOST, domain: 'skive.example', title: TITLE, email: EMAIL, when });
  await addClass(portal, made, { school: 'Skivehus Skole', class: '6.C', pupils: '14', email: '6c@skole.example' });
  return { ...made, ...time };
}

export async function report({ portal, browser, test, look }) {
  let it;
  await test('a date that is over soon has a class on its roster', async () => {
    it = await day(portal, browser);
  });
  const storageState = await it.page.context().storageState();
  const phone = async (settings = {}) => (await browser.newContext({ viewport: { width: 390, height: 800 }, ...settings })).newPage();

  await test('pupils answer two questions by a link, with scripts and without, and counts are told from five on', async () => {
    const { page } = it;
    await page.goto(portal.origin + it.roster);
    await page.getByRole('button', { name: 'Lav et link til eleverne' }).click();
    await page.getByRole('img', { name: 'Kode med linket til de to spørgsmål' }).waitFor();
    const sheet = new URL(page.url()).pathname;
    const question = new URL(await page.locator('a.square-link').getAttribute('href')).pathname;
    await until(it.start);
    for (let n = 0; n < 5; n += 1) {
      const pupil = await phone({ javaScriptEnabled: n % 2 === 0 });
      await pupil.goto(portal.origin + question);
      const [before, after] = ['før I var af sted', 'dig nu'].map((words) => pupil.getByRole('group', { name: words }));
      await before.getByLabel('2: lidt').check();
      if (n === 0) {
        await pupil.getByRole('button', { name: 'Send mit svar' }).click();
        await pupil.locator('#fejl a[href="#after"]').waitFor();
        assert.ok(await before.getByLabel('2: lidt').isChecked(), 'what was chosen comes back');
      }
      await after.getByLabel('4: meget').check();
      await pupil.getByRole('button', { name: 'Send mit svar' }).click();
      await pupil.getByText('Tak for dit svar.').waitFor();
      assert.deepEqual(await pupil.context().cookies(), [], 'nobody is given a cookie');
      await pupil.context().close();
      await page.goto(portal.origin + it.roster);
      const told = n < 4 ? 'Færre end fem har svaret' : '5 har svaret. På en skala fra 1 til 5 var interessen 2,0 før og 4,0 efter.';
      await page.getByText(told).waitFor();
    }
    await looksAt(portal, browser, page, 'interest', { question, sheet, roster: it.roster }, look);
  });

  await test('an organiser tells in a minute how many came (without scripts)', async () => {
    await until(it.end);
    await it.page.goto(`${portal.origin}/partner`);
    await it.page.getByRole('heading', { name: '1 dag mangler en rapport' }).waitFor();
    const page = await phone({ storageState, javaScriptEnabled: false });
    await page.goto(`${portal.origin}/partner`);
    await page.getByRole('link', { name: new RegExp(`Skriv rapporten ${TITLE}`) }).click();
    assert.equal(await page.locator('#pupils').inputValue(), '14', 'it is filled in already');
    assert.equal(await page.locator('#teachers').inputValue(), '2');
    await page.locator('#girls').fill('mange');
    await page.locator('#well').fill('</textarea><b>Robotterne virkede');
    await page.getByRole('button', { name: 'Gem rapporten' }).click();
    await page.locator('#fejl a[href="#girls"]').waitFor();
    assert.equal(await page.locator('#girls').inputValue(), 'mange', 'what was typed comes back');
    await page.locator('#girls').fill('7');
    await page.getByRole('button', { name: 'Gem rapporten' }).click();
    await page.getByText('Tak. Rapporten er gemt.').waitFor();
    await page.getByText('14 børn og elever og 2 lærere').waitFor();
    await page.getByText('50 procent af børnene og de unge').waitFor();
    await page.context().close();
    await it.page.goto(`${portal.origin}/partner`);
    await it.page.getByRole('heading', { name: 'Ingen dage mangler en rapport' }).waitFor();
    await looksAt(portal, browser, it.page, 'after', { report: `${it.roster}/rapport`, certificate: `${it.roster}/attest`, desk: '/partner' }, look);
  });

  await test('a partner prints a certificate', async () => {
    await it.page.goto(`${portal.origin}${it.roster}/rapport`);
    await it.page.getByRole('link', { name: 'Se jeres attest' }).click();
    const paper = it.page.getByRole('article', { name: 'Attest' });
    for (const words of [HOST, TITLE, 'for 16 deltagere']) await paper.getByText(words).first().waitFor();
    assert.equal(await file(it.page), 'attest.pdf');
  });

  await test('who took part prints a proof, and what they type stays in their browser', async () => {
    const own = await link(portal, '6c@skole.example', /\/min-tilmelding\/[\w-]+/);
    const page = await phone();
    await page.goto(portal.origin + own);
    await page.getByRole('link', { name: 'Se deltagerbeviset' }).click();
    const sheets = page.getByRole('article', { name: 'Deltagerbevis' });
    await page.getByLabel('Navne').waitFor();
    assert.equal(await sheets.count(), 1);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel('Navne').pressSequentially('Alma\nBo <b>Holm</b>\n\n', { delay: 5 });
    assert.deepEqual(await sheets.locator('[data-name]').allTextContents(), ['Alma', 'Bo <b>Holm</b>']);
    assert.deepEqual(asked, [], 'nothing leaves the browser');
    await page.getByLabel('Navne').fill('');
    assert.deepEqual(await sheets.locator('[data-name]').allTextContents(), ['']);
    await page.getByText('PDF-filen har en tom linje').waitFor();
    assert.equal(await file(page), 'deltagerbevis.pdf');
    await looksAt(portal, browser, page, 'proof', { page: `${own}/bevis`, own }, look);
    await page.context().close();

    const plain = await phone({ javaScriptEnabled: false });
    await plain.goto(`${portal.origin}${own}/bevis`);
    await plain.getByText('Print siden, og skriv navnet på linjen.').waitFor();
    assert.ok(!await plain.locator('textarea').isVisible());
    assert.equal(await file(plain), 'deltagerbevis.pdf');
    assert.equal(await plain.getByRole('article', { name: 'Deltagerbevis' }).count(), 1);
    await plain.context().close();
  });
}
