// How long somebody who has never been here takes from registering to an activity that waits for
// a moderator, by the clock: node newcomer.mjs
//
// The pace is that of people who think while they write, 19 words of five letters a minute
// (Karat, Halverson, Horn and Karat, Patterns of entry and correction, CHI 1999); each field is
// looked at first, and the letter takes a while to come.
import assert from 'node:assert/strict';
import { startBrowser } from './browser.mjs';
import { hand, introduce, register, write } from './desk.mjs';
import { startPortal } from './portal.mjs';

const pace = { key: 60_000 / (19 * 5), look: 3_000 };
const letter = 30_000;

const [portal, browser] = [await startPortal(), await startBrowser()];
const walks = [true, false].map(async (javaScriptEnabled) => {
  const words = javaScriptEnabled ? 'with scripts' : 'without scripts';
  const name = javaScriptEnabled ? 'Robotværkstedet' : 'Kemiværkstedet';
  const host = javaScriptEnabled ? 'robot.example' : 'kemi.example';
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  const it = hand(page, pace);
  const start = Date.now();
  await register(portal, page, it, `signe@${host}`);
  await page.waitForTimeout(letter);
  await introduce(portal, page, it, name, host);
  await write(page, it, `Byg noget hos ${name}`);
  const seconds = (Date.now() - start) / 1000;
  console.log(`a newcomer, ${words}: minutes to an activity that waits\t${(seconds / 60).toFixed(1)}`);
  console.log(`a newcomer, ${words}: fields\t${it.fields.length}`);
  await context.close();
  assert.ok(seconds <= 600, `${words}: it takes more than ten minutes`);
  assert.ok(it.fields.length <= 25, `${words}: there are more than 25 fields`);
});
await Promise.all(walks);
await browser.close();
await portal.stop();
