// Whoever only reads leaves nothing behind, and nothing runs that we did not write.
export async function privacy({ portal, browser, test, pages }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const foreign = [];
  const complaints = [];
  page.on('request', (request) => { if (!request.url().startsWith(portal.origin) && !request.url().startsWith('data:')) foreign.push(request.url()); });
  page.on('console', (message) => { if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(error.message));
  const scripts = [];
  page.on('request', (request) => { if (['script', 'fetch'].includes(request.resourceType()) || request.url().endsWith('.wasm')) scripts.push(request.url()); });

  for (const path of Object.values(pages)) await page.goto(portal.origin + path);
  await test('an anonymous visitor gets no cookie', async () => {
    const cookies = await context.cookies();
    if (cookies.length) throw new Error(JSON.stringify(cookies));
  });
  await test('nothing is stored in the browser', async () => {
    const kept = await page.evaluate(async () => localStorage.length + sessionStorage.length + (await indexedDB.databases()).length);
    if (kept) throw new Error(`${kept} things`);
  });
  await test('no page asks anybody else for anything', async () => { if (foreign.length) throw new Error(foreign.join('\n')); });
  await test('the browser has nothing to complain about', async () => { if (complaints.length) throw new Error(complaints.join('\n')); });
  await test('reading loads no browser code but the small script of the filter form', async () => {
    const heavy = scripts.filter((url) => !/\/wake-[0-9a-f]+\.js$/.test(url));
    if (heavy.length) throw new Error(heavy.join('\n'));
  });
  await context.close();
}
