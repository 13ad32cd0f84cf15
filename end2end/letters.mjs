// Registering, signing in and a forgotten password, with letters that go over a real mail server:
// each to one reader, as text and as HTML, with the right link, in both languages.
import assert from 'node:assert/strict';
import { hand } from './desk.mjs';
import { startPortal } from './portal.mjs';
import { startMail } from './smtp.mjs';

const languages = {
  da: {
    prefix: '', name: 'Navn', email: 'E-mail', register: 'Opret', make: 'Opret min konto', send: 'Send mig et link', signIn: 'Log ind',
    subjects: { register: 'Opret din konto på Gnist', signIn: 'Dit link til Gnist', known: 'Du har allerede en konto på Gnist', unknown: 'Du har ingen konto på Gnist endnu', forgotten: 'Vælg en ny adgangskode til Gnist' },
  },
  en: {
    prefix: '/en', name: 'Name', email: 'Email', register: 'Make the account', make: 'Make my account', send: 'Send me a link', signIn: 'Sign in',
    subjects: { register: 'Make your account at Gnist', signIn: 'Your link to Gnist', known: 'You already have an account at Gnist', unknown: 'You have no account at Gnist yet', forgotten: 'Choose a new password for Gnist' },
  },
};

const links = (text) => [...new Set(text.match(/https?:\/\/[^\s"<>)]+/g))];

// The link of the next letter to somebody, once all else about the letter is right.
async function linkIn(mail, portal, reader, language, subject) {
  const { prefix } = languages[language];
  const letter = await mail.next(reader);
  assert.deepEqual(letter.to, [reader], 'one reader');
  assert.deepEqual(letter.mail.to.value.map((it) => it.address), [reader]);
  assert.equal(letter.mail.cc ?? letter.mail.bcc, undefined);
  assert.equal(letter.mail.subject, subject);
  assert.equal(letter.mail.headers.get('auto-submitted'), 'auto-generated');
  const { text, html } = letter.mail;
  assert.ok(html.includes(`lang="${language}"`), 'a screen reader knows the language');
  assert.doesNotMatch(html, /<(img|script|link|iframe)\b|url\(|src=/i, 'nothing is loaded');
  for (const part of [text, html]) {
    const found = links(part);
    assert.ok(found.every((it) => it.startsWith(portal.origin)), `${found}`);
    const secret = found.filter((it) => it.startsWith(`${portal.origin}${prefix}/brev/`));
    assert.equal(secret.length, 1, `one link in ${part}`);
  }
  const [one, other] = [text, html].map((part) => links(part).find((it) => it.includes('/brev/')));
  assert.equal(one, other, 'text and HTML lead to the same place');
  return one;
}

export async function letters({ browser, test }) {
  const mail = await startMail();
  const portal = await startPortal([], { GNIST_SMTP_URL: mail.url, GNIST_MAIL_FROM: 'hej@gnist.example' });
  for (const [language, words] of Object.entries(languages)) {
    for (const javaScriptEnabled of [true, false]) {
      const how = `in ${language}, ${javaScriptEnabled ? 'with scripts' : 'without scripts'}`;
      const reader = `lone.${language}.${javaScriptEnabled}@skole.example`;
      const at = (path) => `${portal.origin}${words.prefix}${path}`;
      const open = async () => {
        const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
        return context.newPage();
      };
      const asks = async (page, path, email) => {
        await page.goto(at(path));
        const it = hand(page);
        if (path === '/opret') {
          await it.fill(words.name, 'Lone');
          await it.fill(words.email, email);
          await it.press(words.register);
        } else {
          await page.locator(path === '/log-ind' ? '#letter-email' : '#email').fill(email);
          await it.press(words.send);
        }
        await page.waitForURL(/\/log-ind\/sendt$/);
      };
      const next = (email, subject) => linkIn(mail, portal, email, language, words.subjects[subject]);
      await test(`somebody registers by a letter that a mail server brings (${how})`, async () => {
        const page = await open();
        await asks(page, '/opret', reader);
        await page.goto(await next(reader, 'register'));
        await hand(page).press(words.make);
        await page.waitForURL(at('/konto'));
        await page.context().close();
      });
      await test(`they sign in by another one, which works once (${how})`, async () => {
        const page = await open();
        await asks(page, '/log-ind', reader);
        const link = await next(reader, 'signIn');
        await page.goto(link);
        await page.getByRole('main').getByRole('button', { name: words.signIn }).click();
        await page.waitForURL(at('/konto'));
        assert.equal((await page.goto(link)).status(), 410);
        await page.context().close();
      });
      await test(`known, unknown and forgetful get the letter that is theirs (${how})`, async () => {
        const page = await open();
        await asks(page, '/opret', reader);
        await next(reader, 'known');
        await asks(page, '/log-ind', `ny.${reader}`);
        await next(`ny.${reader}`, 'unknown');
        await asks(page, '/glemt-adgangskode', reader);
        const link = await next(reader, 'forgotten');
        assert.equal((await page.goto(link)).status(), 200);
        await page.context().close();
      });
    }
  }
  await test('nobody got a letter that was not asked for', () => {
    assert.deepEqual(mail.letters.filter((it) => !it.isRead).map((it) => it.mail.subject), []);
    assert.ok(mail.letters.every((it) => it.from === 'hej@gnist.example'));
  });
  assert.equal(await portal.stop(), 0);
  await mail.stop();
}
