// Finding something, with scripts and without.
import assert from 'node:assert/strict';

export async function catalogue({ portal, browser, test, activity }) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
    const page = await context.newPage();

    await test(`a teacher finds free robots for grade 5 (${how})`, async () => {
      await page.goto(portal.origin);
      await page.getByLabel('Søg', { exact: true }).fill('robot');
      await page.keyboard.press('Tab');
      await page.getByLabel('Klassetrin').selectOption('grade-5');
      await page.getByRole('button', { name: 'Find aktiviteter' }).click();
      assert.equal(new URL(page.url()).search, '?q=robot&level=grade-5');
      await page.getByLabel('Kun gratis').check();
      await page.locator('#vis').click();
      await page.waitForURL(/free=true/);
      assert.equal(new URL(page.url()).search, '?q=robot&level=grade-5&free=true');
      const title = await page.locator('.card h3 a').first().textContent();
      await page.locator('.card h3 a').first().click();
      assert.equal(await page.locator('h1').textContent(), title);
    });

    await test(`a chip takes one choice away (${how})`, async () => {
      await page.goto(`${portal.origin}/aktiviteter?topic=robotics&free=true`);
      await page.getByRole('link', { name: 'Fjern filteret Kun gratis' }).click();
      assert.equal(new URL(page.url()).search, '?topic=robotics');
    });

    await test(`an empty list gives a way out (${how})`, async () => {
      await page.goto(`${portal.origin}/aktiviteter?q=qzxwqzxw&topic=robotics`);
      await page.getByText('Ingen aktiviteter passer til hele dit valg.').waitFor();
      await page.getByRole('link', { name: /Uden ».*qzxwqzxw/ }).click();
      assert.equal(new URL(page.url()).search, '?topic=robotics');
      assert.ok(await page.locator('.card').count() > 0);
    });

    await test(`what is typed is read for what it means, and each part can be taken away (${how})`, async () => {
      await page.goto(`${portal.origin}/aktiviteter?q=gratis+robot+5.+klasse+viborg`);
      await page.getByText('Sådan har vi forstået dig').waitFor();
      assert.ok(await page.locator('#fund .card').count() > 0);
      await page.getByRole('link', { name: /^Fjern Nær Viborg/ }).click();
      assert.equal(new URL(page.url()).searchParams.get('q'), 'gratis robot 5. klasse');
    });

    await test(`a misspelled word is corrected, and the original is offered (${how})`, async () => {
      await page.goto(`${portal.origin}/aktiviteter?q=robbot`);
      await page.getByRole('link', { name: 'Søg efter »robbot« alligevel' }).click();
      assert.equal(new URL(page.url()).searchParams.get('q'), '"robbot"');
    });

    await test(`the map stands beside the list, and the nearest come first (${how})`, async () => {
      await page.goto(`${portal.origin}/aktiviteter?near=viborg&sort=distance`);
      await page.getByText('Vis på kort').click();
      assert.ok(await page.locator('svg.map a.cnt').count() > 0);
      await page.getByText(/, \d+ km/).first().waitFor();
    });

    await test(`a wrong date in the address is named and the list still stands (${how})`, async () => {
      const answer = await page.goto(`${portal.origin}/aktiviteter?from=2027-02-30&free=true`);
      assert.equal(answer.status(), 400);
      await page.getByRole('link', { name: '»Fra dato« skal være en dato' }).waitFor();
      assert.equal(await page.getByLabel('Fra dato').inputValue(), '2027-02-30');
      assert.ok(await page.locator('.card').count() > 0);
    });

    await test(`the language changes and the page stays (${how})`, async () => {
      await page.goto(`${portal.origin}/aktiviteter?topic=physics&page=1`);
      await page.getByRole('navigation', { name: 'Sprog' }).getByRole('link', { name: /English/ }).click();
      assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, '/en/aktiviteter?topic=physics');
      await page.getByRole('heading', { name: 'Find activities' }).waitFor();
    });

    await test(`the pages of the list follow one another (${how})`, async () => {
      await page.goto(`${portal.origin}/aktiviteter`);
      const first = await page.locator('.card h3 a').allTextContents();
      await page.getByRole('link', { name: 'Næste' }).click();
      const second = await page.locator('.card h3 a').allTextContents();
      assert.equal(second.filter((title) => first.includes(title)).length, 0);
    });
    await context.close();
  }

  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  const page = await context.newPage();
  await test('the button tells what a choice leads to before it is sent', async () => {
    await page.goto(`${portal.origin}/aktiviteter`);
    const button = page.locator('#vis');
    const before = await button.textContent();
    await page.getByLabel('Kun gratis').hover();
    await page.waitForFunction(() => performance.getEntriesByType('resource').some((it) => it.name.endsWith('.wasm')));
    await page.waitForTimeout(500);
    await page.getByLabel('Kun gratis').check();
    await page.waitForFunction((old) => document.querySelector('#vis').textContent !== old, before, { timeout: 5000 });
    const promised = (await button.textContent()).match(/[\d.]+/)[0];
    await button.click();
    await page.waitForURL(/free=true/);
    assert.equal((await page.locator('#h-res').textContent()).match(/[\d.]+/)[0], promised);
  });

  await test('results come while one types, and the newest words win', async () => {
    await page.goto(`${portal.origin}/aktiviteter`);
    const field = page.getByRole('combobox', { name: 'Søg' });
    await field.hover();
    await page.waitForFunction(() => performance.getEntriesByType('resource').some((it) => it.name.endsWith('.wasm')));
    await page.waitForTimeout(500);
    await field.pressSequentially('robo', { delay: 30 });
    await page.waitForURL(/q=robo$/);
    assert.ok(await page.locator('#fund .card').count() > 0);
    await page.locator('[role=status]', { hasText: /aktivitet/ }).first().waitFor({ state: 'attached' });
  });

  await test('the offers are walked through with the keyboard', async () => {
    await page.goto(portal.origin);
    const field = page.getByRole('combobox', { name: 'Søg' });
    await field.hover();
    await page.waitForFunction(() => performance.getEntriesByType('resource').some((it) => it.name.endsWith('.wasm')));
    await page.waitForTimeout(500);
    // What was offered for the first letters is offered no more.
    const offers = page.waitForResponse((it) => /\/api\/suggest\?query=q%3Drobo(%26|&)/.test(it.url()));
    await field.pressSequentially('robo', { delay: 30 });
    await (await offers).finished();
    await page.waitForTimeout(300);
    await page.getByRole('option').first().waitFor();
    assert.equal(await field.getAttribute('aria-expanded'), 'true');
    await field.press('ArrowDown');
    const chosen = page.locator('[role=option][aria-selected=true]');
    const words = await chosen.textContent();
    assert.equal(await field.getAttribute('aria-activedescendant'), await chosen.getAttribute('id'));
    await field.press('Enter');
    await page.waitForURL(/aktiviteter/);
    assert.equal(new URL(page.url()).searchParams.get('q'), words.trim());
  });

  await test('the way in leads past the menu with the keyboard alone', async () => {
    await page.goto(portal.origin + activity);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Gå til indholdet');
    await page.keyboard.press('Enter');
    assert.equal(new URL(page.url()).hash, '#indhold');
  });

  await test('nothing that has the focus is hidden by the button that sticks', async () => {
    await page.goto(`${portal.origin}/aktiviteter`);
    const hidden = () => {
      const it = document.activeElement;
      const sticks = document.querySelector('.filter__go');
      if (sticks.contains(it) || !it.closest('.filter')) return null;
      const [own, over] = [it, sticks].map((one) => one.getBoundingClientRect());
      return own.left >= over.left && own.top >= over.top && own.bottom <= over.bottom ? it.outerHTML : '';
    };
    let looked = 0;
    for (let step = 0; step < 90; step += 1) {
      await page.keyboard.press('Tab');
      const told = await page.evaluate(hidden);
      if (told !== null) looked += 1;
      assert.equal(told ?? '', '');
    }
    assert.ok(looked > 50, `only ${looked} were looked at`);
  });
  await context.close();

  const phone = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const small = await phone.newPage();
  await test('the menu opens on a phone', async () => {
    await small.goto(portal.origin);
    await small.getByRole('button', { name: 'Menu' }).click();
    await small.getByRole('link', { name: 'Partnere' }).first().click();
    assert.equal(new URL(small.url()).pathname, '/partnere');
  });
  await phone.close();
}
