// Coming in through a real provider of OpenID Connect, with scripts and without.
import assert from 'node:assert/strict';
import { hand, link } from './desk.mjs';
import { looksAt } from './looks.mjs';
import { freePort, startPortal } from './portal.mjs';
import { client, startProvider } from './provider.mjs';

// Signs in where the provider asks, and agrees to what it asks next.
async function signInThere(page, name) {
  await page.locator('input[name=login]').fill(name);
  await page.locator('input[name=password]').fill('hvad som helst');
  await page.locator('button[type=submit]').first().click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

export async function oidc({ browser, test, look }) {
  const issuer = `http://127.0.0.1:${await freePort()}`;
  const portal = await startPortal([
    '--demo', '--oidc-issuer', issuer, '--oidc-client-id', client.id, '--oidc-client-secret', client.secret,
    '--oidc-name', 'UNI-Login', '--oidc-subject-claim', 'uniid', '--oidc-trust-email',
    '--oidc-roles', 'aktoer_gruppe = Medarbejder & institution_ids = 280051 -> steering',
  ]);
  const provider = await startProvider(issuer, portal.origin);
  const here = (path) => (url) => url.href.startsWith(portal.origin + path);
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const open = async () => {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
      return context.newPage();
    };
    await test(`a teacher comes in through a provider to where she wanted, and leaves both (${how})`, async () => {
      const page = await open();
      await page.goto(`${portal.origin}/partner/find`);
      await page.getByText('Log ind, så kommer du derhen, hvor du ville.').waitFor();
      await page.getByRole('button', { name: 'Gå til UNI-Login' }).click();
      await page.waitForURL((url) => url.href.startsWith(issuer));
      await signInThere(page, 'lone1234');
      await page.waitForURL(here('/partner/find'));
      // Cookies do not know of ports, so the provider's own are here too.
      const names = (await page.context().cookies(portal.origin)).map((it) => it.name);
      assert.ok(names.includes('session') && !names.includes('errand'), `the errand is over: ${names}`);
      await page.goto(`${portal.origin}/konto`);
      assert.equal(await page.getByLabel('Navn', { exact: true }).inputValue(), 'Lone Lærer');
      await page.getByText('Du kommer også ind med UNI-Login.').waitFor();
      await page.getByRole('button', { name: 'Log ud' }).first().click();
      await page.getByRole('link', { name: 'Log også ud hos UNI-Login' }).click();
      await page.getByRole('button', { name: 'Yes, sign me out' }).click();
      await page.waitForURL(here('/log-ind'));
      await page.context().close();
    });
    await test(`whoever says no there is told what to do here (${how})`, async () => {
      const page = await open();
      await page.goto(`${portal.origin}/en/log-ind`);
      await page.getByRole('button', { name: 'Go to UNI-Login' }).click();
      await page.waitForURL((url) => url.href.startsWith(issuer));
      await page.getByRole('link', { name: 'Cancel' }).click();
      await page.getByRole('heading', { level: 1, name: 'You did not sign in at UNI-Login' }).waitFor();
      await page.getByRole('link', { name: 'Sign in another way' }).click();
      await page.waitForURL(here('/en/log-ind'));
      await page.context().close();
    });
    const who = javaScriptEnabled ? 'bo5678' : 'ny9012';
    const email = `${who}@viborg.example`;
    await test(`whoever is new makes an account by a letter, joins it and takes it off again (${how})`, async () => {
      const page = await open();
      const it = hand(page);
      await page.goto(`${portal.origin}/log-ind`);
      await it.press('Gå til UNI-Login');
      await page.waitForURL((url) => url.href.startsWith(issuer));
      await signInThere(page, who);
      await page.getByRole('heading', { level: 1, name: 'Velkommen fra UNI-Login' }).waitFor();
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'newcomer', { 'new identity': '/log-ind/udbyder/ny', 'sign in with a provider': '/log-ind' }, look);
      await it.fill('E-mail', email);
      await it.press('Opret');
      await page.goto(portal.origin + await link(portal, email));
      await page.locator('main button[type=submit]').first().click();
      await page.getByRole('heading', { level: 1, name: 'Forbind med UNI-Login' }).waitFor();
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'newcomer', { 'join identity': '/konto/udbyder' }, look);
      await it.press('Forbind med UNI-Login');
      await page.getByText('Nu kan du også komme ind den vej.').waitFor();
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'newcomer', { account: '/konto' }, look);
      await page.getByRole('button', { name: 'Log ud' }).first().click();
      await it.press('Gå til UNI-Login');
      await page.waitForURL(here('/konto'));
      await it.press('Kom ikke ind med UNI-Login mere');
      await page.getByText('Du kommer ikke ind den vej mere.').waitFor();
      await page.context().close();
    });
    await test(`an answer that is opened again lets nobody in (${how})`, async () => {
      const page = await open();
      let back = '';
      page.on('request', (request) => {
        if (request.url().includes('/udbyder/svar?')) back = request.url();
      });
      await page.goto(`${portal.origin}/log-ind`);
      await page.getByRole('button', { name: 'Gå til UNI-Login' }).click();
      await page.waitForURL((url) => url.href.startsWith(issuer));
      await signInThere(page, 'lone1234');
      await page.waitForURL(here('/konto'));
      const other = await open();
      const answer = await other.goto(back);
      assert.equal(answer.status(), 410);
      await other.getByRole('heading', { level: 1, name: 'Begynd forfra' }).waitFor();
      assert.equal((await other.context().cookies(portal.origin)).length, 0);
      if (javaScriptEnabled) await looksAt(portal, browser, other, 'visitor', { 'an old answer': ['/log-ind/udbyder/svar', 410], privacy: '/privatliv' }, look);
      for (const it of [page, other]) await it.context().close();
    });
  }
  await test('a provider that is gone is told of, and other ways in are open', async () => {
    provider.closeAllConnections();
    await new Promise((resolve) => { provider.close(resolve); });
    const other = await startPortal(['--demo', '--oidc-issuer', issuer, '--oidc-client-id', client.id, '--oidc-name', 'UNI-Login']);
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${other.origin}/log-ind`);
    const [answer] = await Promise.all([
      page.waitForResponse((it) => it.request().method() === 'POST'),
      page.getByRole('button', { name: 'Gå til UNI-Login' }).click(),
    ]);
    assert.equal(answer.status(), 503);
    await page.getByRole('heading', { level: 1, name: 'UNI-Login svarer ikke lige nu' }).waitFor();
    await page.getByRole('link', { name: 'Log ind på en anden måde' }).click();
    await page.waitForURL(/\/log-ind$/);
    await page.context().close();
    assert.equal(await other.stop(), 0);
  });
  await test('no page on the way to a provider broke its content security policy', () => {
    const told = portal.reports();
    if (told.length) throw new Error(told.join('\n'));
  });
  assert.equal(await portal.stop(), 0);
}
