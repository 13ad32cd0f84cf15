// The same two hundred attacks by the other ways in which words come in: what a visitor reports, what
// a picture is said to show, and campaigns.
import { armed, corpus } from './attacks.mjs';
import { storageOf } from './doors.mjs';
import { asker, hrefs, lookout } from './lookout.mjs';
import { startPortal } from './portal.mjs';

const short = (text, most = 100) => text.slice(0, most);

export async function writtenElsewhere({ browser, test }) {
  const portal = await startPortal();
  const comesIn = async (name) => browser.newContext({ storageState: await storageOf(portal, browser, name) });
  const contexts = { organiser: await comesIn('Olav Arrangør'), admin: await comesIn('Ada Administrator'), visitor: await browser.newContext() };
  const ran = [];
  const [organiser, admin] = [await asker(portal, contexts.organiser), await asker(portal, contexts.admin)];
  const visitor = await asker(portal, contexts.visitor);
  const [desk, office, page] = [await armed(contexts.organiser, ran), await armed(contexts.admin, ran), await armed(contexts.visitor, ran)];
  const { visit, show, see, comesBack, calm, ends } = await lookout(portal, browser, test, ran);

  const listing = await (await fetch(`${portal.origin}/aktiviteter`)).text();
  const activities = [...new Set([...listing.matchAll(/href="(\/aktiviteter\/[a-z0-9-]+)"/g)].map((it) => it[1]))];
  await calm('none that a visitor reports runs where it comes back, nor where a moderator reads it', async () => {
    let kept = 0;
    await visit(page, activities[0]);
    for (const [n, attack] of corpus.entries()) {
      // Each activity takes twenty reports a day.
      const path = `${activities[Math.floor(n / 19)]}/meld`;
      await comesBack(n, page, visitor, path, { cause: attack, remark: attack, email: attack });
      const sent = await visitor.post(path, { cause: 'unsafe', remark: `Pas på: ${attack}`, email: 'lone@skole.example' });
      if (sent.status === 303) kept += 1;
      else await show(sent.html, `${path}, ${sent.status}`);
    }
    if (kept < 190) throw new Error(`only ${kept} reports are kept`);
    await visit(office, '/moderation');
    const cases = await hrefs(office, 'main a[href^="/moderation/aktiviteter/"]');
    let remarks = 0;
    for (const [n, path] of cases.entries()) remarks += (await see(n, office, admin, path)).split('Pas på:').length - 1;
    if (remarks < 190) throw new Error(`${remarks} of ${kept} reports are read`);
  });

  await calm('none in the words of a picture runs at its desk, in a preview, or where everybody sees it', async () => {
    await page.goto(portal.origin, { waitUntil: 'load' });
    const picture = { name: 'skærm.png', bytes: await page.screenshot() };
    await visit(desk, '/partner');
    const own = (await hrefs(desk, 'main a[href^="/partner/aktiviteter/"]')).at(-1);
    await desk.goto(portal.origin + own);
    const address = await desk.getByRole('link', { name: 'Se den, som andre ser den' }).getAttribute('href');
    let shown = 0;
    for (const [n, attack] of corpus.entries()) {
      const draft = (await organiser.post(`${own}/ret`)).to.match(/kladder\/([0-9a-f-]+)/)[1];
      const at = `/partner/kladder/${draft}`;
      const alt = short(`Vist: ${attack}`, 250);
      const kept = await organiser.send(`${at}/billede`, { alt }, n === 0 ? picture : undefined);
      if (kept.status !== 303) {
        await show(kept.html, `${at}/billede, ${kept.status}`);
        continue;
      }
      await see(n, desk, organiser, `${at}/billede`);
      await see(n, desk, organiser, `${at}/se`);
      if ((await organiser.post(`${at}/send`)).status !== 303) throw new Error(`${attack} is not sent`);
      const html = await see(n, page, visitor, address);
      if (await page.evaluate((text) => new DOMParser().parseFromString(text, 'text/html').querySelector('main img.photo')?.alt, html) === alt.trim()) shown += 1;
    }
    if (shown < 150) throw new Error(`only ${shown} are shown`);
  });

  await calm('none in a campaign runs where it is written, listed and shown', async () => {
    const [made, typed] = [[], ['name', 'name_en', 'key', 'first_day', 'last_day', 'text', 'text_en']];
    await visit(office, '/moderation/kampagner');
    for (const [n, attack] of corpus.entries()) {
      await comesBack(n, office, admin, '/moderation/kampagner/ny', Object.fromEntries(typed.map((name) => [name, attack])));
      const name = short(`K ${attack}`, 60);
      const fields = { name, name_en: name, key: `k-${n}`, first_day: '2027-03-01', last_day: '2027-03-20', text: short(`Om: ${attack}`, 400), text_en: short(`About: ${attack}`, 400), open: 'ja' };
      const kept = await admin.post('/moderation/kampagner/ny', fields);
      if (kept.status === 303) made.push({ at: kept.to.split('?')[0], key: fields.key });
      else await show(kept.html, `a campaign, ${kept.status}`);
    }
    if (made.length < 150) throw new Error(`only ${made.length} are made`);
    for (let i = 0; i < 100 && (await fetch(`${portal.origin}/kampagner/${made.at(-1).key}`)).status !== 200; i += 1) await new Promise((resolve) => { setTimeout(resolve, 100); });
    for (const [n, { at, key }] of made.entries()) {
      await see(n, office, admin, at);
      await see(n, page, visitor, `/kampagner/${key}`);
      await see(n, page, visitor, `/en/kampagner/${key}`);
    }
    for (const path of ['/', '/en', '/aktiviteter', `/aktiviteter?campaign=${made[0].key}`]) await visit(page, path);
    await visit(office, '/moderation/kampagner');
    await visit(office, '/konto/historik');
  });

  await ends('no attack from elsewhere');
  for (const context of Object.values(contexts)) await context.close();
  await portal.stop();
}
