// The search box and the filter form: with scripts, without, and on phones.
import assert from 'node:assert/strict';

// Wakes the islands of a page and waits until they are awake.
async function wake(page) {
  await page.getByRole('combobox', { name: 'Søg' }).focus();
  await page.waitForFunction(() => performance.getEntriesByType('resource').some((it) => it.name.endsWith('.wasm')));
  await page.waitForTimeout(500);
}

const robots = 'input[name=topic][value=robotics]';
const number = async (place) => Number((await place.textContent()).replace(/\D/g, ''));
// The sum of all numbers in the form, which is another as soon as one of them is.
const sumOf = () => [...document.querySelectorAll('form.filter .n')].reduce((sum, it) => sum + Number(it.textContent.replace(/\D/g, '')), 0);
const beside = (page, box) => page.locator('label', { has: page.locator(box) }).locator('.n');

export async function search({ portal, browser, test }) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
    const page = await context.newPage();

    await test(`a place that nobody knows comes back with what to do about it (${how})`, async () => {
      await page.goto(`${portal.origin}/aktiviteter?topic=robotics`);
      await page.locator('summary', { hasText: /^Hvor$/ }).click();
      const near = page.getByRole('textbox', { name: 'Nær', exact: true });
      await near.fill('Atlantis');
      await page.getByLabel('Højst så mange km').fill('12');
      const [answer] = await Promise.all([page.waitForResponse((it) => it.url().includes('near=')), page.locator('#vis').click()]);
      assert.equal(answer.status(), 400);
      assert.equal(await near.inputValue(), 'Atlantis');
      assert.equal(await near.getAttribute('aria-invalid'), 'true');
      assert.ok(await page.locator('#near-fejl').isVisible());
      assert.ok((await near.getAttribute('aria-describedby')).includes('near-fejl'));
      assert.equal(await page.getByLabel('Højst så mange km').inputValue(), '12');
      assert.ok(await page.locator(robots).isChecked());
      await page.getByRole('link', { name: '»Nær« skal være' }).click();
      assert.equal(new URL(page.url()).hash, '#near');
      await near.fill('Viborg');
      await page.locator('#vis').click();
      await page.waitForURL(/near=viborg&within_km=12/);
    });

    await test(`a week is chosen and taken away again (${how})`, async () => {
      await page.goto(`${portal.origin}/aktiviteter`);
      await page.locator('summary', { hasText: /^Måned eller uge$/ }).click();
      const week = page.locator('input[name=week]').nth(2);
      const [value, label] = [await week.getAttribute('value'), await page.locator('label', { has: page.locator('input[name=week]') }).nth(2).textContent()];
      const hits = await number(page.locator('label', { has: page.locator('input[name=week]') }).nth(2).locator('.n'));
      await week.check();
      await page.locator('#vis').click();
      await page.waitForURL(new RegExp(`week=${value}`));
      assert.equal(await number(page.locator('#h-res')), hits, label);
      await page.getByRole('link', { name: /^Fjern filteret Uge/ }).click();
      assert.equal(new URL(page.url()).search, '');
    });

    await test(`of two months that are chosen one is enough (${how})`, async () => {
      await page.goto(`${portal.origin}/aktiviteter`);
      await page.locator('summary', { hasText: /^Måned eller uge$/ }).click();
      const months = page.locator('label', { has: page.locator('input[name=month]') });
      const hits = [await number(months.nth(1).locator('.n')), await number(months.nth(2).locator('.n'))];
      await months.nth(1).locator('input').check();
      await months.nth(2).locator('input').check();
      await page.locator('#vis').click();
      await page.waitForURL(/month=.*month=/);
      const together = await number(page.locator('#h-res'));
      assert.ok(together >= Math.max(...hits) && together <= hits[0] + hits[1], `${hits} ${together}`);
    });

    await test(`whoever empties »Nær« while the nearest come first is led on (${how})`, async () => {
      await page.goto(`${portal.origin}/aktiviteter?topic=robotics&near=viborg&sort=distance`);
      await page.locator('summary', { hasText: /^Hvor$/ }).click();
      await page.getByRole('textbox', { name: 'Nær', exact: true }).fill('');
      await page.locator('#vis').click();
      await page.waitForURL(/\/aktiviteter\?topic=robotics$/);
      assert.ok(await number(page.locator('#h-res')) > 0);
    });

    await test(`a choice that is taken away leaves the order as it was (${how})`, async () => {
      await page.goto(`${portal.origin}/aktiviteter?topic=robotics&near=viborg&sort=distance`);
      await page.getByRole('link', { name: /^Fjern filteret Robot/ }).click();
      await page.waitForURL(/\/aktiviteter\?near=viborg&sort=distance$/);
      await page.getByRole('link', { name: /^Fjern filteret Nær Viborg, inden for 30 km/ }).click();
      await page.waitForURL(/\/aktiviteter$/);
    });

    await test(`an empty list leads to the nearest date (${how})`, async () => {
      await page.goto(`${portal.origin}/aktiviteter?topic=robotics&kind=camp&from=2029-01-01`);
      await page.getByRole('link', { name: /^Nærmeste dato: / }).click();
      assert.ok(await page.locator('#fund .cards').first().locator('.card').count() > 0);
      assert.ok(await number(page.locator('#h-res')) > 0);
    });
    await context.close();
  }

  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  const page = await context.newPage();
  const asked = [];
  page.on('request', (it) => { if (it.url().includes('/api/')) asked.push(new URL(it.url()).pathname); });

  await test('what is misspelled on the front page finds as many while it is typed as once it is sent', async () => {
    await page.goto(portal.origin);
    await page.getByRole('combobox', { name: 'Søg' }).pressSequentially('robbot', { delay: 20 });
    const told = page.getByRole('status').filter({ hasText: 'aktiviteter' });
    await page.waitForFunction(() => document.querySelectorAll('[role=option]').length > 0);
    const n = await number(told);
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=robbot/);
    assert.equal(await number(page.locator('#h-res')), n);
  });

  await test('whoever types while nobody answers is told, and sees what is found once somebody does', async () => {
    await page.goto(`${portal.origin}/aktiviteter`);
    await wake(page);
    await page.route('**/api/results*', (route) => route.abort());
    const box = page.getByRole('combobox', { name: 'Søg' });
    await box.fill('robo');
    const told = page.getByRole('status').filter({ hasText: 'Vi kan ikke få fat i Gnist lige nu' });
    await told.waitFor();
    assert.ok((await told.boundingBox()).width > 100, 'everybody sees it');
    await page.unroute('**/api/results*');
    await box.fill('robot');
    await page.waitForURL(/q=robot/);
    assert.equal(await told.count(), 0);
  });

  await test('the form counts along with what is typed, in one question, and keeps what is ticked', async () => {
    await page.goto(`${portal.origin}/aktiviteter`);
    await wake(page);
    const free = page.locator('form.filter input[name=free]');
    await free.check();
    await page.waitForFunction(() => document.querySelector('#vis').textContent.length > 0);
    await page.waitForTimeout(300);
    const before = await page.evaluate(sumOf);
    asked.length = 0;
    await page.getByRole('combobox', { name: 'Søg' }).pressSequentially('robot', { delay: 40 });
    await page.waitForURL(/q=robot&free=true$/);
    await page.waitForTimeout(300);
    assert.ok(await page.evaluate(sumOf) < before);
    assert.ok(asked.length < 5 && asked.every((path) => path === '/api/results'), asked.join(' '));
    assert.ok(await free.isChecked());
    assert.equal(await number(page.locator('#vis')), await number(page.locator('#h-res')));
    assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  });

  await test('a tick changes the other numbers, and neither the focus nor what is typed', async () => {
    await page.goto(`${portal.origin}/aktiviteter`);
    await wake(page);
    await page.locator('#seats').fill('7');
    const all = await number(beside(page, robots));
    const grade = page.locator('form.filter input[name=level][value=grade-5]');
    await grade.focus();
    await page.keyboard.press('Space');
    await page.waitForFunction((n) => {
      const box = document.querySelector('form.filter input[name=topic][value=robotics]');
      return Number(box.closest('label').querySelector('.n').textContent.replace(/\D/g, '')) < n;
    }, all);
    assert.equal(await page.evaluate(() => document.activeElement.value), 'grade-5');
    assert.ok(await grade.isChecked());
    assert.equal(await page.locator('#seats').inputValue(), '7');
    const promised = await number(beside(page, robots));
    await page.locator(robots).check();
    await page.waitForFunction((n) => Number(document.querySelector('#vis').textContent.replace(/\D/g, '')) === n, promised);
  });

  await test('whoever changes the language while typing finds the same, under the name that the page has by then', async () => {
    await page.goto(`${portal.origin}/aktiviteter`);
    await wake(page);
    await page.getByRole('combobox', { name: 'Søg' }).fill('robot');
    await page.waitForURL(/q=robot$/);
    assert.match(await page.title(), /robot/);
    const canonical = await page.evaluate(() => document.querySelector('link[rel=canonical]').href);
    assert.equal(canonical, page.url());
    await page.getByRole('navigation', { name: 'Sprog' }).getByRole('link', { name: /English/ }).click();
    await page.waitForURL(/\/en\/aktiviteter\?q=robot$/);
    assert.equal(await page.getByRole('combobox', { name: 'Search' }).inputValue(), 'robot');
    assert.match(await page.title(), /robot/);
  });

  await test('whoever empties the box hears how many there are', async () => {
    await page.goto(`${portal.origin}/aktiviteter?q=robot`);
    await wake(page);
    const box = page.getByRole('combobox', { name: 'Søg' });
    await box.fill('kemi');
    await page.waitForURL(/q=kemi$/);
    await box.fill('');
    await page.waitForURL(/\/aktiviteter$/);
    const told = page.locator('.offers [role=status]');
    await page.waitForFunction(() => document.querySelector('.offers [role=status]').textContent.length > 0);
    assert.equal(await told.textContent(), await page.locator('#h-res').textContent());
  });

  await test('an old answer never takes the place of a newer one', async () => {
    await page.goto(`${portal.origin}/aktiviteter`);
    await wake(page);
    let held;
    await page.route(/\/api\/results.*q%3Dkemi%26|\/api\/results.*q%3Dkemi&/, async (route) => { held = route; });
    const field = page.getByRole('combobox', { name: 'Søg' });
    await field.fill('kemi');
    await page.waitForTimeout(400);
    await field.fill('robot');
    await page.waitForURL(/q=robot$/);
    const [hits, shown] = [await page.locator('#h-res').textContent(), await page.locator('#vis').textContent()];
    assert.ok(held, 'the first question was not asked');
    await held.continue();
    await page.waitForTimeout(500);
    assert.match(page.url(), /q=robot$/);
    assert.deepEqual([await page.locator('#h-res').textContent(), await page.locator('#vis').textContent()], [hits, shown]);
    await page.unrouteAll();
  });

  await test('Enter searches at once', async () => {
    await page.goto(`${portal.origin}/aktiviteter`);
    await wake(page);
    const field = page.getByRole('combobox', { name: 'Søg' });
    await field.fill('kemi');
    await field.press('Enter');
    await page.waitForURL(/q=kemi$/);
    await page.getByRole('heading', { level: 1, name: 'Find aktiviteter' }).waitFor();
  });

  await test('an open map stays open while one types', async () => {
    await page.goto(`${portal.origin}/aktiviteter`);
    await wake(page);
    await page.getByText('Vis på kort').click();
    await page.getByRole('combobox', { name: 'Søg' }).fill('robot');
    await page.waitForURL(/q=robot$/);
    assert.ok(await page.locator('svg.map').isVisible());
    const [onMap, inList] = [await page.locator('svg.map a.cnt text').allTextContents(), await number(page.locator('#h-res'))];
    assert.ok(onMap.reduce((sum, n) => sum + Number(n), 0) <= inList);
    await page.locator('svg.map a.cnt').first().click();
    await page.waitForURL(/area=/);
    assert.equal(await number(page.locator('#h-res')), Number(onMap[0]));
  });
  await context.close();

  for (const javaScriptEnabled of [true, false]) {
    const phone = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 800 } });
    const small = await phone.newPage();
    await test(`the search box is there at once on a phone (${javaScriptEnabled ? 'with' : 'without'} scripts)`, async () => {
      await small.goto(`${portal.origin}/aktiviteter?topic=robotics`);
      const field = small.getByRole('combobox', { name: 'Søg' });
      const box = await field.boundingBox();
      assert.ok(box && box.y < 500, JSON.stringify(box));
      assert.ok(!await small.locator('#near').isVisible());
      await field.fill('robot');
      await small.getByRole('button', { name: 'Søg efter ordene' }).click();
      await small.waitForURL(/q=robot&topic=robotics$/);
    });
    await phone.close();
  }
}
