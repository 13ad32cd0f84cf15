// The same two hundred attacks in what an organiser asks those who sign up and writes to them: where a
// moderator reads it, where everybody is asked, and where it is kept.
import { armed, corpus } from './attacks.mjs';
import { storageOf } from './doors.mjs';
import { asker, hrefs, lookout } from './lookout.mjs';
import { formOf } from './questions.mjs';
import { startPortal } from './portal.mjs';

// What a browser would send of a form.
const typedIn = (page, form) => page.locator(form).first().evaluate((it) => [...new FormData(it)].filter(([, value]) => typeof value === 'string'));

// Attacks one below the other, as many as a message has room for.
function messages() {
  const all = [''];
  for (const attack of corpus) {
    if (all.at(-1).length + attack.length > 1_900) all.push('');
    all.push(`${all.pop()}${attack}\n`);
  }
  return all;
}

export async function asked({ browser, test }) {
  const portal = await startPortal();
  const comesIn = async (name) => browser.newContext({ storageState: await storageOf(portal, browser, name) });
  const contexts = { organiser: await comesIn('Olav Arrangør'), admin: await comesIn('Ada Administrator'), visitor: await browser.newContext() };
  const ran = [];
  const [organiser, admin, visitor] = [await asker(portal, contexts.organiser), await asker(portal, contexts.admin), await asker(portal, contexts.visitor)];
  const [desk, office, page] = [await armed(contexts.organiser, ran), await armed(contexts.admin, ran), await armed(contexts.visitor, ran)];
  const { visit, show, see, calm, ends } = await lookout(portal, browser, test, ran);
  const own = await formOf(portal, desk);

  await calm('none in a question or in what can be chosen runs where it is written, read, asked and given back', async () => {
    const begin = async () => (await organiser.post(`${own.path}/ret`)).to.match(/(\/partner\/kladder\/[0-9a-f-]+)/)[1];
    const first = await begin();
    await desk.goto(`${portal.origin}${first}/praktisk`);
    const kept = (await typedIn(desk, 'form:has(#questions)')).filter(([name]) => !/^(question_|do$|sitting|keeping)/.test(name));
    await organiser.post(`${first}/slet`);
    const [read, answers] = [own.path.replace('/partner/', '/moderation/'), `${own.path.replace('/partner/', '/moderation/')}/spoergsmaal`];
    let sent = 0;
    for (let n = 0; n < corpus.length; n += 2) {
      const at = await begin();
      const [one, two] = [corpus[n], corpus[n + 1] ?? corpus[0]].map((it) => it.slice(0, 60));
      const said = { question_1: `Hvad med ${one}?`.slice(0, 100), question_1_kind: 'text', question_2: `Nr. ${n}?`, question_2_kind: 'choice', question_2_choices: `${two}\nAndet` };
      await organiser.post(`${at}/praktisk`, [...kept, ...Object.entries(said), ['do', 'keep']]);
      await see(n, desk, organiser, `${at}/praktisk`);
      const answer = await organiser.post(`${at}/send`);
      if (answer.status !== 303) {
        await show(answer.html, `${at}/send, ${answer.status}`);
        await organiser.post(`${at}/slet`);
        continue;
      }
      const shown = await see(n, office, admin, read);
      const seen = shown.match(/name="seen" value="([^"]*)"/)?.[1] ?? '';
      await admin.post(answers, { answer: 'yes', seen });
      if ((await see(n, page, visitor, own.form)).includes('name="q2"')) sent += 1;
      await show(await organiser.get(own.path), own.path);
    }
    if (sent < 60) throw new Error(`only ${sent} times is anything asked`);
    await visit(desk, '/konto/historik');
  });

  await calm('none in a message runs where it is written and kept', async () => {
    await desk.goto(portal.origin + own.roll);
    const add = (await hrefs(desk, 'main a[href*="/tilfoej"]'))[0];
    await desk.goto(portal.origin + add);
    const alone = desk.getByRole('link', { name: 'Tilføj en person i stedet' });
    if (await alone.count()) await alone.click();
    await desk.getByLabel('Navn', { exact: true }).fill('Lone Madsen');
    await desk.getByLabel('Alder').fill('17');
    await desk.getByLabel('E-mail').fill('lone@skole.example');
    await desk.locator('#agrees').check();
    for (const name of ['q1', 'q2']) {
      const field = desk.locator(`main [name=${name}]`).first();
      if (await field.count()) await (await field.getAttribute('type') === 'radio' ? field.check() : field.fill('Ja'));
    }
    await desk.getByRole('button', { name: 'Tilføj dem' }).click();
    await desk.getByText('De er tilføjet.').waitFor();
    const write = `${own.roll}/besked`;
    for (const [n, words] of messages().entries()) {
      await desk.goto(portal.origin + write);
      const fields = (await typedIn(desk, 'form:has(textarea[name=words])')).filter(([name]) => !['words', 'to'].includes(name));
      const long = await organiser.post(write, [...fields, ['to', 'everyone'], ['words', words.repeat(3)]]);
      if (long.status !== 422) throw new Error(`a long message is answered ${long.status}`);
      await show(long.html, `${write}, 422`);
      const to = (await desk.locator('input[name=to]').evaluateAll((all) => all.map((it) => it.value)))[0];
      const kept = await organiser.post(write, [...fields, ['to', to], ['words', words]]);
      if (kept.status !== 303) throw new Error(`message ${n} is answered ${kept.status}`);
      await visit(desk, write);
    }
    await visit(desk, own.roll);
  });

  await ends('nothing that was asked or written');
  for (const context of Object.values(contexts)) await context.close();
  await portal.stop();
}
