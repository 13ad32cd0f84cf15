// A day of an activity that is new and public, whose organiser is signed in on `page`: how the journeys
// of a day begin. What comes of `when` is asked for only once everything but the day is there.
import { hand, introduce, register, write } from './desk.mjs';
import { storageOf } from './doors.mjs';

export async function publicDay(portal, browser, { host, domain, title, email, when }) {
  const storageState = await storageOf(portal, browser, 'Mona Moderator');
  const moderator = await (await browser.newContext({ storageState, viewport: { width: 1280, height: 1000 } })).newPage();
  const approve = async (name, yes) => {
    await moderator.goto(`${portal.origin}/moderation`);
    await moderator.getByRole('link', { name: `Se på ${name}` }).first().click();
    await moderator.getByRole('button', { name: yes }).click();
    await moderator.getByText(/Dit svar er gemt|Aktiviteten er udgivet/).first().waitFor();
  };
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 1000 } })).newPage();
  const it = hand(page);
  await register(portal, page, it, email);
  await introduce(portal, page, it, host, domain);
  await approve(host, 'Godkend partneren');
  await page.goto(`${portal.origin}/partner`);
  await write(page, it, title, await when());
  await approve(title, 'Godkend og udgiv');
  await moderator.context().close();
  await page.goto(`${portal.origin}/partner`);
  await page.getByRole('link', { name: title }).first().click();
  await page.locator('a[href^="/partner/dato/"]').first().click();
  return { page, roster: new URL(page.url()).pathname };
}

// The organiser adds a class that has called.
export async function addClass(portal, { page, roster }, fields) {
  await page.goto(`${portal.origin}${roster}/tilfoej?som=class`);
  for (const [field, text] of Object.entries({ adults: '2', name: 'Lone Madsen', ...fields })) await page.locator(`#${field}`).fill(text);
  if (await page.locator('#grade').count()) await page.locator('#grade').selectOption({ index: 1 });
  await page.locator('#agrees').check();
  await page.getByRole('button', { name: 'Tilføj dem' }).click();
  await page.getByText('De er tilføjet.').waitFor();
}
