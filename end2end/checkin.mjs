// The day itself: whoever stands at the door ticks off who comes, without scripts, and with two
// phones while the network is cut; the same class is counted once, and nothing is left on the phone
// of whoever signs out.
import assert from 'node:assert/strict';
import { link } from './desk.mjs';
import { looksAt } from './looks.mjs';
import { addClass, publicDay } from './public_day.mjs';

const [HOST, TITLE] = ['Ribe Robotter', 'Byg ved døren'];
const EMAIL = 'signe@ribe.example';

// A date tomorrow to which two classes come, and its organiser.
async function morning(portal, browser) {
  const day = await publicDay(portal, browser, { host: HOST, domain: 'ribe.example', title: TITLE, email: EMAIL, when: () => 1 });
  for (const [name, pupils] of [['6.A', '14'], ['6.B', '10']]) {
    await addClass(portal, day, { school: 'Munkebjergskolen', class: name, pupils, email: `${name.replace('.', '')}@skole.example`.toLowerCase() });
  }
  return { ...day, door: `${day.roster}/ankomst` };
}

const row = (page, name) => page.locator('li[data-party]').filter({ hasText: name });
const isSum = (page, words) => page.locator('[data-sum]').filter({ hasText: words }).waitFor();

// How many come, as a field of a class has it.
async function ticks(page, name, n) {
  await row(page, name).getByLabel('Så mange er her').fill(n);
  await row(page, name).getByRole('button', { name: /^(Er her|Ret antallet)/ }).click();
}

export async function checkin({ portal, browser, test, look }) {
  let day;
  await test('a date is ready to be checked in a day before', async () => {
    day = await morning(portal, browser);
    await day.page.getByRole('link', { name: 'Kryds af, hvem der kommer' }).click();
    assert.equal(new URL(day.page.url()).pathname, day.door);
    await looksAt(portal, browser, day.page, 'door', { 'check-in': day.door, roster: day.roster }, look);
  });
  const storageState = await day.page.context().storageState();

  await test('whoever stands at the door ticks off, corrects and takes back (without scripts)', async () => {
    const page = await (await browser.newContext({ storageState, javaScriptEnabled: false, viewport: { width: 390, height: 800 } })).newPage();
    await page.goto(portal.origin + day.door);
    await isSum(page, '0 af 24 er her');
    await ticks(page, '6.A', '13');
    await page.getByText('6.A, Munkebjergskolen: 13 er her.').waitFor();
    await isSum(page, '13 af 24 er her');
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await page.getByText('6.A, Munkebjergskolen er ikke krydset af mere.').waitFor();
    await ticks(page, '6.A', 'mange');
    await page.locator('#fejl').waitFor();
    assert.equal(await row(page, '6.A').getByLabel('Så mange er her').inputValue(), 'mange', 'what was typed comes back');
    await page.goto(portal.origin + day.door);
    await page.getByLabel('Hvem er de?').selectOption({ label: 'Børn' });
    await page.locator('#antal').fill('2');
    await page.getByRole('button', { name: 'Tæl dem med' }).click();
    await page.locator('li[data-walk-in]').filter({ hasText: 'Børn: 2' }).waitFor();
    await page.locator('li[data-walk-in]').getByRole('button', { name: 'Tag tilbage' }).click();
    await isSum(page, '0 af 24 er her');
    await page.context().close();
  });

  await test('two phones tick off while the network is cut, and nobody is counted twice', async () => {
    const phones = [];
    for (let i = 0; i < 2; i += 1) {
      const page = await (await browser.newContext({ storageState, viewport: { width: 390, height: 800 } })).newPage();
      await page.goto(portal.origin + day.door);
      await page.locator('[data-when="ready"]').waitFor({ state: 'visible' });
      phones.push(page);
    }
    const [one, two] = phones;
    // The network of the phones is cut, and the portal answers nobody.
    portal.program.kill('SIGSTOP');
    try {
      for (const page of phones) await page.context().setOffline(true);
      await one.reload();
      await isSum(one, '0 af 24 er her');
      await one.locator('[data-when="offline"]').waitFor({ state: 'visible' });
      await ticks(one, '6.A', '14');
      await one.getByText('Ikke sendt endnu: 1').waitFor();
      await isSum(one, '14 af 24 er her');
      await one.reload();
      await isSum(one, '14 af 24 er her');
      await one.getByText('Ikke sendt endnu: 1').waitFor();

      await ticks(two, '6.A', '14');
      await ticks(two, '6.B', '9');
      await isSum(two, '23 af 24 er her');
      await row(two, '6.B').getByRole('button', { name: 'Tag tilbage' }).click();
      await isSum(two, '14 af 24 er her');
      await ticks(two, '6.B', '10');
      await two.locator('#antal').fill('3');
      await two.getByRole('button', { name: 'Tæl dem med' }).click();
      await isSum(two, '27 af 24 er her');
      await two.getByText('Ikke sendt endnu: 5').waitFor();
      // No other page is kept.
      await assert.rejects(two.context().newPage().then((it) => it.goto(portal.origin + day.roster, { timeout: 5_000 })));
    } finally {
      portal.program.kill('SIGCONT');
      for (const page of phones) await page.context().setOffline(false);
    }
    for (const page of phones) {
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await page.locator('[data-when="unsent"]').waitFor({ state: 'hidden' });
    }
    await one.evaluate(() => dispatchEvent(new Event('online')));
    await isSum(one, '27 af 24 er her');
    await day.page.goto(portal.origin + day.door);
    await isSum(day.page, '27 af 24 er her');
    const names = await one.evaluate(async () => {
      const base = await new Promise((give) => { const it = indexedDB.open('ankomst'); it.onsuccess = () => give(it.result); });
      const all = await new Promise((give) => { const it = base.transaction('kept').objectStore('kept').getAll(); it.onsuccess = () => give(it.result); });
      const texts = all.flatMap((it) => Object.values(it)).map((it) => (it instanceof ArrayBuffer ? new TextDecoder().decode(it) : String(it)));
      return { n: all.length, plain: texts.some((it) => it.includes('Munkebjergskolen')), key: all.find((it) => it.name === 'key').key.extractable };
    });
    assert.ok(names.n > 3);
    assert.deepEqual([names.plain, names.key], [false, false], 'what a phone keeps is locked');
    await two.context().close();
    await one.goto(`${portal.origin}/konto`);
    await one.getByRole('button', { name: 'Log ud' }).first().click();
    await one.waitForURL(/\/log-ind/);
    const left = await one.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await indexedDB.databases()).length, (await caches.keys()).length]);
    assert.deepEqual(left, [0, 0, 0], 'nothing is left of whoever signs out');
  });

  await test('whoever comes shows a code that finds them on the list', async () => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage();
    const own = await link(portal, '6a@skole.example', /\/min-tilmelding\/[\w-]+/);
    await page.goto(portal.origin + own);
    await page.getByRole('img', { name: 'Kode, der finder jer på arrangørens liste' }).waitFor();
    await looksAt(portal, browser, page, 'own', { page: own }, look);
    await page.context().close();
  });
}
