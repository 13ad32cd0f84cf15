// What the finished program answers, whoever asks.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { request } from 'node:http';
import { startPortal } from './portal.mjs';

export async function server({ portal, test, activity }) {
  await test('what is gone, unknown or forbidden has its own status and a page with help', async () => {
    for (const [path, status] of [['/findes-ikke', 404], ['/aktiviteter/findes-ikke', 404], ['/regioner/jylland', 404], ['/kampagner/nope', 404], ['/aktiviteter?page=999999', 404], ['/partnere/zoo?page=x', 400]]) {
      const answer = await fetch(portal.origin + path);
      assert.equal(answer.status, status, path);
      assert.match(await answer.text(), /<h1>/, path);
    }
    const program = await fetch(`${portal.origin}/api/nope`);
    assert.equal(program.headers.get('content-type'), 'application/problem+json');
    assert.equal((await program.json()).status, 404);
  });
  await test('an address without its slash is the same place', async () => {
    const answer = await fetch(`${portal.origin}/aktiviteter/`, { redirect: 'manual' });
    assert.equal(answer.status, 308);
    assert.equal(answer.headers.get('location'), '/aktiviteter');
  });
  await test('nobody writes from somewhere else', async () => {
    for (const headers of [{}, { origin: 'null' }, { origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      assert.equal((await fetch(`${portal.origin}/aktiviteter`, { method: 'POST', headers })).status, 403);
    }
  });
  await test('a method that no page knows is refused', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      assert.equal((await fetch(`${portal.origin}/aktiviteter`, { method, headers: { origin: portal.origin } })).status, 405, method);
    }
  });
  await test('every answer carries its headers, errors too', async () => {
    for (const path of ['/', '/findes-ikke', '/healthz', '/assets/nope', activity]) {
      const { headers } = await fetch(portal.origin + path);
      assert.match(headers.get('content-security-policy'), /^default-src 'none'/, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.ok(headers.get('x-request-id'), path);
    }
  });
  await test('too long an address and too large a body are refused', async () => {
    assert.equal((await fetch(`${portal.origin}/aktiviteter?q=${'x'.repeat(9000)}`)).status, 414);
    const answer = await fetch(`${portal.origin}/aktiviteter`, { method: 'POST', headers: { origin: portal.origin }, body: 'x'.repeat(2 * 1024 * 1024) }).catch(() => ({ status: 413 }));
    assert.equal(answer.status, 413);
  });
  await test('two hundred strange addresses get no error of ours', async () => {
    const parts = ["'", '"', '<script>', '%00', '%ff', '../', '\u202e', '${7*7}', '1e999', '-1', ' OR 1=1--', 'æøå', '😀', '%0d%0aset-cookie:x=1'];
    const names = ['q', 'topic', 'level', 'age', 'from', 'seats', 'page', 'partner', 'region', 'campaign', 'x'];
    for (const name of names) {
      for (const part of parts) {
        const answer = await fetch(`${portal.origin}/aktiviteter?${name}=${part.startsWith('%') ? part : encodeURIComponent(part)}`);
        const text = await answer.text();
        assert.ok(answer.status < 500, `${name}=${part}: ${answer.status}`);
        assert.ok(!/panicked|SELECT |sqlx|\/src\//.test(text), `${name}=${part}`);
        assert.equal(answer.headers.get('set-cookie'), null);
      }
    }
    for (const part of parts) {
      for (const path of ['/aktiviteter/', '/partnere/', '/regioner/', '/kampagner/', '/assets/', '/api/count?query=']) {
        assert.ok((await fetch(portal.origin + path + encodeURIComponent(part))).status < 500, path + part);
      }
    }
  });
  await test('a page that has not changed is not sent again', async () => {
    const first = await fetch(`${portal.origin}/om`);
    const again = await fetch(`${portal.origin}/om`, { headers: { 'if-none-match': first.headers.get('etag') } });
    assert.equal(again.status, 304);
  });
  await test('programs find what they look for', async () => {
    assert.match(await (await fetch(`${portal.origin}/robots.txt`)).text(), /Sitemap: .*\/sitemap\.xml/);
    const sitemap = await (await fetch(`${portal.origin}/sitemap.xml`)).text();
    assert.ok(sitemap.includes(`${portal.origin}${activity}`));
    const expires = (await (await fetch(`${portal.origin}/.well-known/security.txt`)).text()).match(/Expires: (.*)/)[1];
    const days = (new Date(expires) - new Date()) / 86_400_000;
    assert.ok(days > 30 && days < 365, expires);
    const manifest = await (await fetch(`${portal.origin}/manifest.webmanifest`)).json();
    assert.equal(manifest.name, 'Gnist');
    assert.deepEqual(manifest.icons.map((it) => it.sizes), ['any', '192x192', '512x512']);
    for (const { src, type } of manifest.icons) {
      assert.equal((await fetch(portal.origin + src)).headers.get('content-type'), type, src);
    }
    assert.match(await (await fetch(`${portal.origin}${activity}.ics`)).text(), /^BEGIN:VCALENDAR\r\n/);
    const page = await (await fetch(portal.origin + activity)).text();
    const data = JSON.parse(page.match(/<script type="application\/ld\+json">(.*?)<\/script>/)[1]);
    assert.equal(data['@graph'][0]['@type'], 'EducationEvent');
    const picture = page.match(/property="og:image" content="([^"]*)"/)[1];
    assert.equal(data['@graph'][0].image, picture);
    assert.equal((await fetch(picture)).headers.get('content-type'), 'image/png');
  });
  await test('what somebody looks for is in no log', async () => {
    await fetch(`${portal.origin}/aktiviteter?q=kanariefugl`, { headers: { 'user-agent': 'kanariefugl', 'x-request-id': 'kanariefugl' } });
    assert.ok(!portal.log().includes('kanariefugl'));
  });
  await test('a second server refuses the same database', async () => {
    const second = spawnSync(process.env.GNIST_BIN, ['serve', '--addr', '127.0.0.1:0', '--data-dir', `${portal.folder}/data`], { encoding: 'utf8', timeout: 20_000 });
    assert.equal(second.status, 1);
    assert.match(second.stderr, /another Gnist/);
  });
  await test('a disk that takes nothing more refuses what is to be kept, shows what is there, and is found again', async () => {
    // A file that may not grow fails as a full disk does, once the signal for it is not heard.
    const other = await startPortal(['--demo'], {}, ['sh', '-c', 'trap "" XFSZ; exec "$0" "$@"']);
    try {
      const room = (bytes) => assert.equal(spawnSync('prlimit', ['--pid', String(other.program.pid), `--fsize=${bytes}:`]).status, 0);
      const write = () => fetch(`${other.origin}/log-ind/brev`, { method: 'POST', redirect: 'manual', headers: { origin: other.origin }, body: new URLSearchParams({ email: 'nogen@example.dk' }) });
      const [, there] = (await (await fetch(`${other.origin}/aktiviteter`)).text()).match(/href="(\/aktiviteter\/[a-z0-9-]+)"/);
      assert.equal((await write()).status, 303);
      room(1);
      const refused = await write();
      assert.equal(refused.status, 503);
      assert.ok(refused.headers.get('retry-after'));
      assert.match(await refused.text(), /<h1>/);
      for (const path of ['/aktiviteter', '/aktiviteter?q=robot', there, '/healthz']) {
        assert.equal((await fetch(other.origin + path)).status, 200, path);
      }
      room('unlimited');
      assert.equal((await write()).status, 303);
    } finally {
      assert.equal(await other.stop(), 0);
    }
  });
  await test('stopping under load cuts no answer short', async () => {
    const other = await startPortal();
    let [whole, cut, refused] = [0, 0, 0];
    const ask = () => new Promise((resolve) => {
      const asked = request(`${other.origin}/aktiviteter?page=${1 + Math.floor(Math.random() * 20)}`, { agent: false }, (answer) => {
        let size = 0;
        answer.on('data', (part) => { size += part.length; });
        answer.on('end', () => { if (size === Number(answer.headers['content-length'])) whole += 1; else cut += 1; resolve(); });
        answer.on('error', () => { cut += 1; resolve(); });
      });
      asked.on('error', (error) => { if (error.code === 'ECONNREFUSED') refused += 1; else if (asked.res) cut += 1; else refused += 1; resolve(); });
      asked.end();
    });
    let goes = true;
    const hands = Array.from({ length: 16 }, async () => { while (goes) await ask(); });
    // However slow the machine: it is stopped while it is busy answering.
    for (let i = 0; i < 300 && whole < 200; i += 1) await new Promise((resolve) => { setTimeout(resolve, 100); });
    const code = await other.stop();
    goes = false;
    await Promise.all(hands);
    assert.equal(code, 0);
    assert.equal(cut, 0);
    assert.ok(whole >= 200, `${whole} whole answers, ${refused} refused`);
  });
}
