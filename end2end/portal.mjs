// A portal for the tests: the release binary on a free port, with the demo catalogue.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { within } from './within.mjs';

// None of the ports that the system gives to whoever connects somewhere, which may be taken again
// before they are used, and none of those of `xtask`.
export function freePort() {
  const port = 10_000 + Math.floor(Math.random() * 10_000);
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(freePort()));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)));
  });
}

// `behind`: what the program is started by, where it is not started by itself.
export async function startPortal(words = ['--demo'], settings = {}, behind = []) {
  const folder = mkdtempSync(join(tmpdir(), 'gnist-e2e-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const [command, ...rest] = [...behind, process.env.GNIST_BIN, 'serve', ...words];
  const program = spawn(command, rest, {
    cwd: folder,
    env: { ...process.env, GNIST_ADDR: `127.0.0.1:${port}`, GNIST_DATA_DIR: join(folder, 'data'), GNIST_CONTACT_EMAIL: 'hej@gnist.example', GNIST_CONTACT_PHONE: '70 00 00 00', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [log, told] = ['', ''];
  program.stdout.on('data', (words) => { told += words; });
  program.stderr.on('data', (words) => { log += words; });
  const ended = new Promise((resolve) => { program.on('exit', resolve); });
  for (let i = 0; i < 200; i += 1) {
    try {
      if ((await fetch(`${origin}/readyz`)).ok) break;
    } catch { /* it is still starting */ }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  return {
    origin,
    folder,
    program,
    log: () => log,
    // The link that the demo prints for one of its people; it works once.
    door: (name) => told.split('\n').find((line) => line.includes(name)).match(/http\S+/)[0],
    // What browsers told of pages that broke their policy.
    reports: () => log.split('\n').filter((line) => line.includes('broke its content security policy')),
    async stop() {
      program.kill('SIGTERM');
      // A portal that does not stop by itself is a failure like any other end than 0.
      const code = await within(60, 'stopping', () => ended).catch(() => program.kill('SIGKILL'));
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}
