// An activity is taken out of the catalogue by those who offer it.
import assert from 'node:assert/strict';
import { storageOf } from './doors.mjs';
import { looksAt } from './looks.mjs';

// Waits until an address answers with a status: copies of the catalogue follow within a second.
async function answersWith(portal, address, status) {
  for (let i = 0; i < 50; i += 1) {
    const answer = await fetch(portal.origin + address);
    if (answer.status === status) return answer;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`${address} never answered with ${status}`);
}

// Takes down the activity whose own page stands in the window, cancelled first where it can be.
// Answers its public address.
async function takeDown(portal, page) {
  const address = await page.getByRole('link', { name: 'Se den, som andre ser den' }).getAttribute('href');
  const cancel = page.locator('summary', { hasText: 'Aflys aktiviteten' });
  if (await cancel.count()) {
    await cancel.click();
    await page.getByRole('button', { name: 'Aflys aktiviteten' }).click();
    await page.getByText('Aktiviteten er aflyst.').first().waitFor();
  }
  await page.getByRole('link', { name: 'Tag aktiviteten ned' }).click();
  await page.getByRole('button', { name: 'Tag den ned' }).click();
  await page.getByText('Aktiviteten er taget ned').first().waitFor();
  await answersWith(portal, address, 410);
  return address;
}

// The address of an activity of the demo that has been.
export async function whatHasBeen(portal, browser) {
  const storageState = await storageOf(portal, browser, 'Olav Arrangør');
  const context = await browser.newContext({ storageState });
  const page = await context.newPage();
  await page.goto(`${portal.origin}/partner`);
  const links = page.locator('section[aria-labelledby=h-alle] a[href^="/partner/aktiviteter/"]');
  const paths = await links.evaluateAll((all) => all.map((it) => it.getAttribute('href')));
  for (const path of paths.reverse()) {
    await page.goto(portal.origin + path);
    // What others lead is not theirs to take down, and what nobody has seen has no address.
    if (!await page.getByRole('link', { name: 'Tag aktiviteten ned' }).count()) continue;
    if (!await page.getByRole('link', { name: 'Se den, som andre ser den' }).count()) continue;
    const address = await takeDown(portal, page);
    await context.close();
    return address;
  }
  throw new Error('the demo’s organiser leads nothing');
}

// Somebody takes down what they have sent, and finds it again at their desk by its title.
export async function archive({ portal, browser, page, title, look, looks }) {
  await page.goto(`${portal.origin}/partner`);
  await page.locator('main a[href^="/partner/aktiviteter/"]', { hasText: title }).first().click();
  const own = new URL(page.url()).pathname;
  if (looks) await looksAt(portal, browser, page, 'archive', { sure: `${own}/tag-ned` }, look);
  const address = await takeDown(portal, page);
  await page.getByLabel('Ord i titlen').fill(title.toUpperCase());
  await page.getByRole('button', { name: 'Find aktiviteten' }).click();
  await page.locator('section[aria-labelledby=h-alle] a', { hasText: title }).first().click();
  await page.getByText('Den er taget ned.').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Tag aktiviteten ned' }).count(), 0);
  assert.equal((await page.goto(portal.origin + address)).status(), 410);
  await page.getByRole('heading', { level: 1, name: 'Aktiviteten er slut' }).waitFor();
  await page.getByRole('searchbox').first().waitFor();
}
