// Every page of a desk: what a program can tell of it, light and dark, Danish and English, and narrow.
import { axeFinds } from './accessibility.mjs';
import { opens } from './opens.mjs';
import { invalidIn } from './validity.mjs';

const idIn = (address) => address.match(/[0-9a-f-]{36}/)[0];

// The pages that somebody with a returned or waiting activity and a half-written draft can see, by name.
async function pagesOf(portal, page, moderator, title) {
  await page.goto(`${portal.origin}/partner`);
  const profile = await page.getByRole('link', { name: /^Ret oplysninger/ }).first().getAttribute('href');
  await page.getByRole('button', { name: /^Opret aktivitet/ }).first().click();
  await page.getByLabel('Titel', { exact: true }).fill('Byg en raket af en flaske, en cykelpumpe og en prop');
  await page.getByRole('button', { name: 'Gem og luk' }).click();
  const draft = `/partner/kladder/${idIn(await page.getByRole('link', { name: /^Skriv videre Byg en raket/ }).getAttribute('href'))}`;
  await page.goto(`${portal.origin}/partner`);
  const own = await page.getByRole('link', { name: new RegExp(`^Se ${title}`) }).getAttribute('href');
  await page.goto(portal.origin + own);
  await page.getByRole('button', { name: 'Lav en ny ud fra den' }).click();
  const copy = `/partner/kladder/${idIn(page.url())}`;
  await page.getByLabel('Dag', { exact: true }).first().fill('2027-05-06');
  await page.getByLabel('Fra kl.').first().fill('15:00');
  await page.getByLabel('Til kl.').first().fill('17:00');
  await page.getByLabel('Pladser', { exact: true }).first().fill('24');
  await page.getByRole('button', { name: 'Gem og tilføj en dato' }).click();
  await moderator.goto(`${portal.origin}/moderation`);
  const waiting = await moderator.getByRole('link', { name: `Se på ${title}` }).getAttribute('href');
  await moderator.goto(portal.origin + waiting);
  const candidate = await moderator.locator('main a[href*="/moderation/partnere/"]').first().getAttribute('href');
  return {
    organiser: {
      desk: '/partner', 'desk, found': '/partner?q=robot', 'desk, not found': '/partner?q=qzxw', find: '/partner/find', found: '/partner/find?q=maskiner', 'not found': '/partner/find?q=qzxw', introduce: '/partner/ny',
      what: `${draft}/hvad`, whom: `${draft}/hvem`, when: `${copy}/hvor-og-hvornaar`, how: `${draft}/praktisk`, 'what is missing': `${draft}/send`,
      send: `${copy}/send`, preview: `${copy}/se`, 'own activity': own, profile, account: '/konto', history: '/konto/historik',
    },
    moderator: { queue: '/moderation', case: waiting, candidate },
    // What comes back from a form that is sent as it is.
    back: { 'what, come back': `${draft}/hvad`, 'when, come back': `${draft}/hvor-og-hvornaar`, 'introduce, come back': '/partner/ny' },
  };
}

// Goes to each of them as somebody else's browser would show it, and hands it to `look` with what was sent.
async function each(portal, browser, people, settings, look) {
  for (const [who, pages] of people) {
    const context = await browser.newContext({ ...settings.browser, storageState: await who.context().storageState(), bypassCSP: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    for (const [name, path] of Object.entries(pages)) {
      let html = await opens(page, portal.origin, settings.prefix + path);
      if (name.endsWith('come back')) {
        const [answer] = await Promise.all([page.waitForResponse((it) => it.request().method() === 'POST' && it.request().isNavigationRequest()), page.locator('main form[method=post] button:is([value=next], :not([name]))').first().click()]);
        html = await answer.text();
        await page.locator('#fejl').waitFor();
      }
      await look(name, page, html);
    }
    await context.close();
  }
}

export async function deskPages({ portal, browser, test, page, moderator, title, look }) {
  const { organiser, moderator: moderators, back } = await pagesOf(portal, page, moderator, title);
  const people = [[page, { ...organiser, ...back }], [moderator, moderators]];
  const colours = ['light', 'dark'];
  for (const colorScheme of colours) {
    for (const prefix of ['', '/en']) {
      await test(`axe finds nothing on ${Object.values(people).flatMap((it) => Object.keys(it[1])).length} pages of desks (${prefix || '/da'}, ${colorScheme})`, async () => {
        const found = [];
        await each(portal, browser, people, { prefix, browser: { colorScheme, viewport: { width: 1280, height: 1000 } } }, async (name, it, html) => {
          // What is sent is the same for every colour.
          const invalid = colorScheme === 'light' ? await invalidIn(html) : [];
          found.push(...[...invalid, ...await axeFinds(it)].map((line) => `${name}: ${line}`));
          await look?.(it, `${name}${prefix.replace('/', ' ')} ${colorScheme} 1280`);
        });
        if (found.length) throw new Error(found.join('\n'));
      });
    }
  }
  for (const width of [320, 390]) {
    await test(`no page of a desk is wider than ${width} pixels`, async () => {
      const wide = [];
      for (const colorScheme of look && width === 390 ? colours : ['light']) {
        await each(portal, browser, people, { prefix: '', browser: { colorScheme, viewport: { width, height: 844 } } }, async (name, it) => {
          const found = await it.evaluate(() => document.documentElement.scrollWidth);
          if (found > width) wide.push(`${name}: ${found}`);
          await look?.(it, `${name} ${colorScheme} ${width}`);
        });
      }
      if (wide.length) throw new Error(wide.join('\n'));
    });
  }
}
