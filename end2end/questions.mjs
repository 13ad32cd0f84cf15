// What an organiser asks those who sign up: written in the editor, read by a moderator, answered in
// the form, and seen on the roster. With scripts and without.
import assert from 'node:assert/strict';
import { storageOf } from './doors.mjs';
import { looksAt } from './looks.mjs';

// The first activity of the organiser that has a form of the portal's own, and that form.
export async function formOf(portal, page) {
  await page.goto(`${portal.origin}/partner`);
  const own = await page.locator('main a[href^="/partner/aktiviteter/"]').evaluateAll((all) => [...new Set(all.map((it) => it.getAttribute('href')))]);
  for (const path of own) {
    await page.goto(portal.origin + path);
    const roster = page.locator('a[href^="/partner/dato/"]').first();
    if (!await roster.count()) continue;
    const roll = await roster.getAttribute('href');
    const form = `/tilmelding/${roll.split('/').pop()}`;
    if ((await (await fetch(portal.origin + form)).text()).includes('name="key"')) return { path, roll, form };
  }
  throw new Error('nobody can sign up for anything of the organiser');
}

export async function questions({ portal, browser, test, look }) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const words = javaScriptEnabled ? 'Kommer I med bus?' : 'Kommer I med tog?';
    const open = async (name) => {
      const storageState = name && await storageOf(portal, browser, name);
      const context = await browser.newContext({ storageState, javaScriptEnabled, bypassCSP: javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
      return context.newPage();
    };
    const [page, moderator, visitor] = [await open('Olav Arrangør'), await open('Ada Administrator'), await open()];
    let own;
    await test(`an organiser writes a question, and is told what may not be asked (${how})`, async () => {
      own = await formOf(portal, page);
      await page.goto(portal.origin + own.path);
      await page.getByRole('button', { name: 'Ret', exact: true }).click();
      await page.getByRole('link', { name: /^Tilmelding, pris og adgang/ }).click();
      await page.locator('#questions').waitFor();
      const first = page.locator('#questions details').first();
      const field = first.locator('input[name=question_1]');
      if (!await field.isVisible()) await first.locator('summary').click();
      await field.fill('Hvem har allergi?');
      await page.getByRole('button', { name: 'Gem og gå videre' }).click();
      await page.locator('#fejl a[href="#question_1"]').waitFor();
      assert.equal(await field.inputValue(), 'Hvem har allergi?', 'what was typed comes back');
      await field.fill(words);
      await first.locator('input[value=yes-no]').check();
      await first.locator('input[name=question_1_needed]').check();
      if (javaScriptEnabled) await looksAt(portal, browser, page, 'questions', { editor: new URL(page.url()).pathname }, look);
      await page.getByRole('button', { name: 'Gem og gå videre' }).click();
      await page.getByRole('button', { name: 'Vis rettelserne' }).click();
      await page.goto(portal.origin + own.path);
    });
    await test(`a moderator reads it and says yes, and only then it is asked (${how})`, async () => {
      await visitor.goto(portal.origin + own.form);
      assert.equal(await visitor.getByText(words).count(), 0, 'nobody has said yes yet');
      const path = own.path.replace('/partner/', '/moderation/');
      await moderator.goto(portal.origin + path);
      if (javaScriptEnabled) await looksAt(portal, browser, moderator, 'questions', { queue: '/moderation', case: path }, look);
      await moderator.getByText(words).first().waitFor();
      await moderator.getByRole('button', { name: 'Stil spørgsmålene' }).click();
      await moderator.getByText('Der er svaret, og arrangøren får et brev.').waitFor();
      await visitor.reload();
      await visitor.getByText(words).first().waitFor();
    });
    await test(`whoever signs up answers it, and is told where it is missing (${how})`, async () => {
      const button = visitor.locator('main form[method=post] button[type=submit]').last();
      await Promise.all([visitor.waitForResponse((it) => it.request().method() === 'POST' && it.status() === 422), button.click()]);
      await visitor.locator('#fejl a[href="#q1"]').waitFor();
      if (javaScriptEnabled) await looksAt(portal, browser, visitor, 'questions', { form: own.form }, look);
      await visitor.locator('input[name=q1][value=yes]').check();
    });
    for (const it of [page, moderator, visitor]) await it.context().close();
  }
}
