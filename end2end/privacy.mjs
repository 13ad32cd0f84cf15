// Whoever only reads leaves nothing behind, waits for little, and nothing runs that we did not write.

// What a first visit may cost: all requests as they are sent, in kB.
const budget = 110;

// What a browser that was never here asks for and is sent, until nothing more comes.
async function firstVisit(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  const asked = [];
  let bytes = 0;
  wire.on('Network.requestWillBeSent', ({ request }) => asked.push(new URL(request.url).pathname));
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  const response = await page.goto(address, { waitUntil: 'networkidle' });
  const encoding = await response.headerValue('content-encoding');
  await context.close();
  return { asked, encoding, size: bytes / 1_000 };
}

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
  for (const name of ['home', 'catalogue', 'activity']) {
    await test(`a first visit to ${name} costs at most ${budget} kB and wakes nothing before it is needed`, async () => {
      const { asked, encoding, size } = await firstVisit(browser, portal.origin + pages[name]);
      if (encoding !== 'br') throw new Error(`the page is sent as ${encoding}, not by brotli`);
      if (!asked.some((path) => path.endsWith('.css'))) throw new Error(`only this was counted: ${asked.join(' ')}`);
      if (size > budget) throw new Error(`${size.toFixed(1)} kB: ${asked.join(' ')}`);
      const awake = asked.filter((path) => /\.(js|wasm)$/.test(path) && !/\/wake-[0-9a-f]+\.js$/.test(path));
      if (awake.length) throw new Error(awake.join('\n'));
    });
  }
}
