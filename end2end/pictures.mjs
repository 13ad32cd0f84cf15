// A picture of somebody's own at the demo organiser's desk: handed in, told in words, shown to
// everybody and taken away again, with scripts and without; and what a program can tell of each of
// its pages.
import assert from 'node:assert/strict';
import { storageOf } from './doors.mjs';
import { comesBack, looksAt } from './looks.mjs';

const words = 'Forsiden af Gnist på en stor skærm';

// A picture of a screen, as somebody takes it.
async function screen(portal, page) {
  await page.goto(portal.origin);
  return { name: 'skærm.png', mimeType: 'image/png', buffer: await page.screenshot() };
}

// The draft of what is changed at an activity that everybody sees, and that no other journey looks at.
async function revise(portal, page) {
  await page.goto(`${portal.origin}/partner`);
  const links = page.locator('main a[href^="/partner/aktiviteter/"]');
  await page.goto(portal.origin + await links.last().getAttribute('href'));
  const address = await page.getByRole('link', { name: 'Se den, som andre ser den' }).getAttribute('href');
  await page.getByRole('button', { name: 'Ret', exact: true }).click();
  await page.waitForURL(/\/send$/);
  return { address, send: new URL(page.url()).pathname };
}

// Whether what a page shows has come, and how it is told. Where scripts are switched off, no promise
// of the page's own is kept, so nothing is waited for inside it.
async function shown(page) {
  const picture = page.locator('main img.photo');
  await picture.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  return picture.evaluate((it) => ({ isThere: it.complete && it.naturalWidth > 0, alt: it.alt, set: it.srcset.split(', ').length }));
}

async function refused(page, file, sentence) {
  await page.getByLabel(/Vælg et/).setInputFiles(file);
  const [answer] = await Promise.all([page.waitForResponse((it) => it.request().method() === 'POST' && it.request().isNavigationRequest()), page.getByRole('button', { name: 'Gem billedet' }).click()]);
  assert.equal(answer.status(), 422);
  await page.locator('#fejl').getByText(sentence).waitFor();
  assert.equal(await page.getByLabel(/Vælg et/).getAttribute('aria-invalid'), 'true');
}

async function journey(portal, page, hasScripts, look) {
  const file = await screen(portal, page);
  const { address, send } = await revise(portal, page);
  await page.getByRole('link', { name: 'Sæt et billede på' }).click();
  await page.getByRole('heading', { level: 1, name: 'Billede' }).waitFor();
  const pictures = new URL(page.url()).pathname;

  await page.getByLabel('Hvad viser billedet?').fill(words);
  await refused(page, [], 'Vælg et billede først.');
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  await refused(page, { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(svg) }, 'Filen er en SVG');
  assert.equal(await page.getByLabel('Hvad viser billedet?').inputValue(), words, 'what was typed is lost');
  if (hasScripts) await comesBack(page, 'picture, come back', look);

  // What nobody has described is kept, but is not sent.
  await page.getByLabel('Hvad viser billedet?').fill('');
  await page.getByLabel(/Vælg et/).setInputFiles(file);
  await page.getByRole('button', { name: 'Gem billedet' }).click();
  await page.locator('#fejl').getByText('Skriv, hvad billedet viser.').waitFor();
  await page.goto(portal.origin + send);
  assert.equal(await page.getByRole('button', { name: 'Vis rettelserne' }).count(), 0);
  await page.getByRole('link', { name: /^Skriv, hvad billedet viser/ }).click();
  await page.getByLabel('Hvad viser billedet?').fill(words);
  await page.getByRole('button', { name: 'Gem billedet' }).click();
  await page.getByText('Billedet er gemt.').waitFor();
  assert.equal((await shown(page)).alt, words);

  await page.getByRole('link', { name: 'Se efter og send' }).click();
  await page.getByRole('link', { name: 'Se den, som andre ser den' }).click();
  assert.deepEqual(await shown(page), { isThere: true, alt: words, set: 3 });
  if (hasScripts) await looksAt(portal, page.context().browser(), page, 'picture', { 'hand in': pictures, 'look over': send, preview: send.replace(/send$/, 'se') }, look);
  await page.goto(portal.origin + send);
  await page.getByRole('button', { name: 'Vis rettelserne' }).click();
  await page.waitForURL(portal.origin + address);
  assert.deepEqual(await shown(page), { isThere: true, alt: words, set: 3 });
  return address;
}

// Everybody sees it, and links to it are shown with it.
async function isSeen(portal, browser, address, look) {
  const context = await browser.newContext({ viewport: { width: 390, height: 900 } });
  const page = await context.newPage();
  await page.goto(portal.origin + address);
  assert.equal((await shown(page)).alt, words);
  const said = await page.locator('meta[property="og:image"]').getAttribute('content');
  const answer = await page.request.get(said);
  assert.equal(answer.status(), 200);
  assert.equal(answer.headers()['content-type'], 'image/jpeg');
  assert.match(answer.headers()['cache-control'], /^public, max-age=\d{6,}, immutable$/);
  const data = JSON.parse(await page.locator('script[type="application/ld+json"]').first().textContent());
  assert.equal(data['@graph'][0].image, said);
  await looksAt(portal, browser, page, 'activity with picture', { page: address }, look);
  await context.close();
}

async function takeAway(portal, page) {
  const { address } = await revise(portal, page);
  await page.getByRole('link', { name: /^Ret Billede/ }).click();
  await page.locator('summary', { hasText: 'Fjern billedet' }).click();
  await page.getByRole('button', { name: 'Fjern billedet' }).click();
  await page.getByText('Billedet er fjernet.').waitFor();
  await page.getByRole('link', { name: 'Se efter og send' }).click();
  await page.getByRole('button', { name: 'Vis rettelserne' }).click();
  await page.waitForURL(portal.origin + address);
  assert.equal(await page.locator('main img.photo').count(), 0);
  assert.ok(await page.locator('.title__art svg').first().isVisible());
}

export async function pictures({ portal, browser, test, look }) {
  const storageState = await storageOf(portal, browser, 'Olav Arrangør');
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const context = await browser.newContext({ javaScriptEnabled, storageState, viewport: { width: 1280, height: 1000 } });
    const page = await context.newPage();
    let address;
    await test(`a picture is handed in, told in words and shown (${how})`, async () => { address = await journey(portal, page, javaScriptEnabled, look); });
    if (javaScriptEnabled) await test('everybody sees a picture, and links are shown with it', () => isSeen(portal, browser, address, look));
    await test(`a picture is taken away again (${how})`, () => takeAway(portal, page));
    await context.close();
  }
}
