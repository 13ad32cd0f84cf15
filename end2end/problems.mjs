// What stands in for a page that cannot be shown: each as the portal really answers it, and then
// looked at as any other page.
import assert from 'node:assert/strict';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { axeFinds } from './accessibility.mjs';
import { whatHasBeen } from './archive.mjs';
import { startPortal } from './portal.mjs';
import { invalidIn } from './validity.mjs';

// Begins a question, and hears the answer whether or not the question ever ends.
function ask(origin, path, { method = 'GET', headers = {}, body, ends = true } = {}) {
  return new Promise((resolve, reject) => {
    const asked = request(origin + path, { method, headers, agent: false }, (answer) => {
      let html = '';
      answer.setEncoding('utf8').on('data', (part) => { html += part; }).on('end', () => {
        asked.destroy();
        resolve({ path, status: answer.statusCode, headers: answer.headers, html });
      });
    }).on('error', reject);
    if (ends) asked.end(body); else asked.write(body ?? 'x');
  });
}

// Writes over all of a database but its head.
function spoil(folder) {
  for (const name of ['gnist.db', 'gnist.db-wal']) {
    const path = join(folder, 'data', name);
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(Math.max(statSync(path).size - 4096, 0), 0xa5), 0, undefined, 4096);
    closeSync(file);
  }
}

// One answer of each kind in a language.
async function answers(portal, prefix) {
  const { origin } = portal;
  const own = { origin };
  const form = { ...own, 'content-type': 'application/x-www-form-urlencoded' };
  return Promise.all([
    ask(origin, `${prefix}/aktiviteter`, { method: 'POST' }),
    ask(origin, `${prefix}/aktiviteter`, { method: 'POST', headers: own }),
    ask(origin, `${prefix}/aktiviteter`, { method: 'POST', headers: { ...own, 'content-length': 3_000_000 }, ends: false }),
    ask(origin, `${prefix}/aktiviteter?q=${'x'.repeat(9_000)}`),
    // A form whose end never comes.
    ask(origin, `${prefix}/log-ind/brev`, { method: 'POST', headers: { ...form, 'content-length': 100 }, ends: false }),
  ]);
}

async function tooMany(portal, prefix) {
  const headers = { origin: portal.origin, 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': '203.0.113.9' };
  for (let i = 0; i < 700; i += 1) {
    const answer = await ask(portal.origin, `${prefix}/log-ind/brev`, { method: 'POST', headers, body: 'email=' });
    if (answer.status === 429) return answer;
  }
  throw new Error('nobody was ever told that it is enough');
}

// The first page that cannot be read any more; some are still known by heart.
async function broken(portal, prefix) {
  for (const topic of ['robotics', 'programming', 'energy', 'mathematics', 'chemistry', 'physics', 'biology', 'ai']) {
    const answer = await ask(portal.origin, `${prefix}/aktiviteter?topic=${topic}`);
    if (answer.status === 500) return answer;
  }
  throw new Error('the portal does without its database');
}

export async function problems({ browser, test, look }) {
  const portal = await startPortal(['--demo'], { GNIST_TRUSTED_PROXIES: '127.0.0.1' });
  const found = [];
  const prefixes = ['', '/en'];
  await test('what cannot be shown is told with its status, when to try again, and under which name the log knows it', async () => {
    const gone = await whatHasBeen(portal, browser);
    found.push(...(await Promise.all(prefixes.map((prefix) => answers(portal, prefix)))).flat());
    for (const prefix of prefixes) found.push(await ask(portal.origin, prefix + gone));
    for (const prefix of prefixes) found.push(await tooMany(portal, prefix));
    spoil(portal.folder);
    for (const prefix of prefixes) found.push(await broken(portal, prefix));
    assert.deepEqual(found.map((it) => it.status), [403, 405, 413, 414, 503, 403, 405, 413, 414, 503, 410, 410, 429, 429, 500, 500]);
    for (const { status, headers, html } of found) {
      assert.equal('retry-after' in headers, [429, 503].includes(status), `${status}`);
      if (status === 500) assert.ok(html.includes(headers['x-request-id']));
    }
  });
  await test('what is told then is valid HTML, axe finds nothing on it, and it fits', async () => {
    const faults = [];
    for (const { status, html } of found) faults.push(...(await invalidIn(html)).map((it) => `${status}: ${it}`));
    for (const [colorScheme, width] of [['light', 1280], ['dark', 1280], ['light', 390], ['dark', 320]]) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 1000 }, bypassCSP: true, reducedMotion: 'reduce' });
      const page = await context.newPage();
      for (const { path, status, html } of found) {
        const there = `${portal.origin}${path.split('?')[0]}`;
        await page.route(there, (route) => route.fulfill({ status, contentType: 'text/html; charset=utf-8', body: html }));
        await page.goto(there);
        await page.unroute(there);
        const name = `problem ${status}${path.startsWith('/en') ? ' en' : ''} ${colorScheme} ${width}`;
        faults.push(...(await axeFinds(page)).map((it) => `${name}: ${it}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) faults.push(`${name} is ${wide} wide`);
        await look?.(page, name);
      }
      await context.close();
    }
    if (faults.length) throw new Error(faults.join('\n'));
  });
  await portal.stop();
}
