// Debian's Chromium, quiet about itself; without a window where that one is installed.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const known = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
export const executablePath = process.env.CHROMIUM ?? known.find((it) => existsSync(it));
export const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export function startBrowser() {
  return chromium.launch({ executablePath, args: flags });
}
