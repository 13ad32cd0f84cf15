// What a first visit costs: node speed.mjs http://127.0.0.1:3000
import { once } from 'node:events';
import { createServer } from 'node:http';
import { startBrowser } from './browser.mjs';

const origin = process.argv[2];
const listing = await (await fetch(`${origin}/aktiviteter`)).text();
const activity = listing.match(/href="(\/aktiviteter\/[a-z0-9-]+)"/)[1];
const browser = await startBrowser();
// What the browser itself takes on this machine: a page with one heading.
const floor = createServer((_, response) => {
  response.setHeader('content-type', 'text/html');
  response.end('<!doctype html><title>Floor</title><h1>Floor</h1>');
}).listen(0, '127.0.0.1');
await once(floor, 'listening');
const pages = [
  ['home', `${origin}/`],
  ['catalogue', `${origin}/aktiviteter`],
  ['activity', origin + activity],
  ['a page with one heading', `http://127.0.0.1:${floor.address().port}/`],
];
for (const [name, address] of pages) {
  const paints = [];
  let bytes = 0;
  for (let visit = 0; visit < 5; visit += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    let received = 0;
    wire.on('Network.loadingFinished', (event) => { received += event.encodedDataLength; });
    // A new window loads pages of the browser's own; a visitor's browser has done so long ago.
    await page.waitForTimeout(1500);
    await page.goto(address, { waitUntil: 'networkidle' });
    paints.push(await page.evaluate(() => new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true });
    })));
    bytes = received;
    await context.close();
  }
  paints.sort((a, b) => a - b);
  console.log(`${name}: largest contentful paint, ms (median of 5)\t${paints[2].toFixed(0)}`);
  if (address.startsWith(origin)) console.log(`${name}: first visit, all requests, kB\t${(bytes / 1000).toFixed(1)}`);
}
// What the search page fetches once somebody begins to type: its scripts and what they wake.
const page = await (await browser.newContext()).newPage();
const wire = await page.context().newCDPSession(page);
await wire.send('Network.enable');
const [scripts, started] = [new Map(), []];
let painted = false;
wire.on('Network.responseReceived', ({ requestId, response }) => {
  if (!/\.(js|wasm)$/.test(new URL(response.url).pathname)) return;
  scripts.set(requestId, 0);
  if (!painted) started.push(new URL(response.url).pathname);
});
wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
  if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength);
});
await page.goto(`${origin}/aktiviteter`, { waitUntil: 'networkidle' });
painted = true;
const woken = page.waitForResponse((it) => it.url().endsWith('.wasm'));
await page.getByRole('combobox', { name: 'Søg' }).focus();
await (await woken).finished();
await page.waitForLoadState('networkidle');
const bytes = [...scripts.values()].reduce((sum, it) => sum + it, 0);
console.log(`search: scripts and wasm, kB\t${(bytes / 1000).toFixed(1)}`);
console.log(`search: of these before anybody types\t${started.join(' ')}`);
await browser.close();
floor.close();
