// A sheet of somebody's own at the demo organiser's desk: handed in, explained, looked at, written
// and undone, with scripts and without; and what a program can tell of each of its pages.
import assert from 'node:assert/strict';
import { axeFinds } from './accessibility.mjs';
import { opens } from './opens.mjs';
import { invalidIn } from './validity.mjs';
import { storageOf } from './doors.mjs';

const header = 'Nummer;Overskrift;summary;description;kind;topics;audience;levels;format;postcode;city;signup;contact_email;start;end;capacity';
const row = (n, kind = 'workshop') => `S-${n};Byg en bro nummer ${n};Byg en bro af spaghetti og se hvor meget den bærer.;Vi bygger hele dagen.;${kind};robotics;pupils;grade-4..grade-6;on_site;8800;Viborg;portal;hej@bro.example;2027-03-${String(1 + (n % 28)).padStart(2, '0')}T09:00;2027-03-${String(1 + (n % 28)).padStart(2, '0')}T12:00;24`;
const sheet = Array.from({ length: 120 }, (_, n) => row(n, n % 20 === 3 ? 'fest' : 'workshop'));
const file = { name: 'broer forår 2027.csv', mimeType: 'text/csv', buffer: Buffer.from(`${header}\n${sheet.join('\n')}\n`) };

async function handIn(portal, page) {
  await page.goto(`${portal.origin}/partner`);
  await page.getByRole('link', { name: 'Læs et regneark ind' }).first().click();
  await page.getByLabel('Fil', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Se på filen' }).click();
  await page.getByRole('heading', { level: 1, name: file.name }).waitFor();
}

async function explain(page) {
  await page.getByLabel('Nummer', { exact: true }).selectOption('external_id');
  await page.getByLabel('Overskrift', { exact: true }).selectOption('title');
  await page.getByRole('button', { name: 'Brug kolonnerne sådan' }).click();
  await page.getByText('114 nye aktiviteter').waitFor();
}

// Follows a link and waits until its page is there, however slow the machine is.
async function follow(page, name) {
  const link = page.getByRole('link', { name });
  const to = new URL(await link.getAttribute('href'), page.url()).href;
  await link.click();
  await page.waitForURL(to);
}

async function journey(portal, page, isFirst) {
  await page.goto(`${portal.origin}/partner`);
  await page.getByRole('link', { name: 'Læs et regneark ind' }).first().click();
  await page.getByRole('button', { name: 'Se på filen' }).click();
  assert.equal(await page.getByLabel('Fil', { exact: true }).getAttribute('aria-invalid'), 'true', 'nothing was chosen');
  await handIn(portal, page);
  if (isFirst) {
    assert.ok(await page.getByText('der mangler kolonner: external_id, title').first().isVisible());
    await explain(page);
  }
  // What was said of the words of a header is remembered.
  await page.getByText('6 linjer er afvist').waitFor();
  await follow(page, /^Afvist/);
  assert.equal(await page.locator('tbody tr').count(), 6);
  assert.ok(await page.getByText('vi kender ikke »fest«').first().isVisible());
  await follow(page, /^Alle \d/);
  await follow(page, 'Side 2');
  assert.equal(await page.locator('tbody tr').count(), 20);
  await page.getByRole('button', { name: 'Læs 114 aktiviteter ind' }).click();
  await page.getByText('Filen er læst ind.').waitFor();
  await page.goto(`${portal.origin}/partner`);
  await page.getByRole('heading', { name: '114 aktiviteter venter på en moderator' }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Fortryd 114 aktiviteter' }).click();
  await page.getByText('Det er fortrudt.').waitFor();
  await page.goto(`${portal.origin}/partner`);
  assert.equal(await page.getByText('venter på en moderator').count(), 0);
}

// Two thousand rows, a twentieth of them wrong: how long one waits for each answer, in seconds.
async function swift(portal, page) {
  const rows = Array.from({ length: 2_000 }, (_, n) => row(n, n % 20 === 3 ? 'fest' : 'workshop'));
  const many = { ...file, name: 'to tusind linjer.csv', buffer: Buffer.from(`${header}\n${rows.join('\n')}\n`) };
  await page.goto(`${portal.origin}/partner`);
  await page.getByRole('link', { name: 'Læs et regneark ind' }).first().click();
  await page.getByLabel('Fil', { exact: true }).setInputFiles(many);
  const timed = async (work, most) => {
    const start = Date.now();
    await work();
    const seconds = (Date.now() - start) / 1000;
    assert.ok(seconds <= most, `${seconds} s, at most ${most}`);
    return seconds.toFixed(1);
  };
  const seen = await timed(async () => {
    await page.getByRole('button', { name: 'Se på filen' }).click();
    await page.getByText('100 linjer er afvist').waitFor();
  }, 3);
  const written = await timed(async () => {
    await page.getByRole('button', { name: 'Læs 1.900 aktiviteter ind' }).click();
    await page.getByText('Filen er læst ind.').waitFor();
  }, 10);
  const undone = await timed(async () => {
    await page.getByRole('button', { name: 'Fortryd 1.900 aktiviteter' }).click();
    await page.getByText('Det er fortrudt.').waitFor();
  }, 10);
  await page.goto(`${portal.origin}/partner`);
  assert.equal(await page.getByText('venter på en moderator').count(), 0);
  console.log(`        seen in ${seen} s, written in ${written} s, undone in ${undone} s`);
}

// Where each page of an import is, once it is there: a person has one sheet open at a time.
async function statesOf(portal, page) {
  await page.goto(`${portal.origin}/partner`);
  const home = await page.getByRole('link', { name: 'Læs et regneark ind' }).first().getAttribute('href');
  await handIn(portal, page);
  await page.getByRole('button', { name: /^Læs 114/ }).click();
  await page.getByText('Filen er læst ind.').waitFor();
  const written = new URL(page.url()).pathname;
  const unknown = { ...file, name: 'ukendt.csv', buffer: Buffer.from('Ting;Sager\nen;to\n') };
  return {
    'hand in': async () => home,
    written: async () => written,
    'handed in, unknown columns': async () => {
      await page.goto(portal.origin + home);
      await page.getByLabel('Fil', { exact: true }).setInputFiles(unknown);
      await page.getByRole('button', { name: 'Se på filen' }).click();
      await page.getByRole('heading', { level: 1, name: unknown.name }).waitFor();
      return new URL(page.url()).pathname;
    },
    'handed in': async () => {
      await handIn(portal, page);
      return new URL(page.url()).pathname;
    },
  };
}

export async function sheets({ portal, browser, test, look }) {
  const storageState = await storageOf(portal, browser, 'Olav Arrangør');
  const context = await browser.newContext({ storageState, viewport: { width: 1280, height: 1000 } });
  const page = await context.newPage();
  await test('a sheet is handed in, explained, looked at, written and undone (with scripts)', () => journey(portal, page, true));
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState, viewport: { width: 1280, height: 1000 } });
  await test('a sheet is looked at, written and undone (without scripts)', async () => journey(portal, await plain.newPage(), false));
  await plain.close();
  await test('two thousand rows are looked at, written and undone before anybody loses patience', () => swift(portal, page));

  const states = await statesOf(portal, page);
  for (const [colorScheme, prefix, width] of [['light', '', 1280], ['dark', '', 1280], ['light', '/en', 1280], ['light', '', 390], ['dark', '', 390], ['light', '', 320]]) {
    await test(`axe finds nothing on the pages of an import, and none is too wide (${prefix || '/da'}, ${colorScheme}, ${width})`, async () => {
      const other = await browser.newContext({ colorScheme, storageState, viewport: { width, height: 1000 }, bypassCSP: true, reducedMotion: 'reduce' });
      const it = await other.newPage();
      const found = [];
      for (const [name, path] of Object.entries(states)) {
        const html = await opens(it, portal.origin, prefix + await path());
        const invalid = colorScheme === 'light' && width === 1280 ? await invalidIn(html) : [];
        found.push(...[...invalid, ...await axeFinds(it)].map((line) => `${name}: ${line}`));
        const wide = await it.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) found.push(`${name}: ${wide} pixels wide`);
        await look?.(it, `sheet ${name}${prefix.replace('/', ' ')} ${colorScheme} ${width}`);
      }
      await other.close();
      if (found.length) throw new Error(found.join('\n'));
    });
  }
  await context.close();
}
