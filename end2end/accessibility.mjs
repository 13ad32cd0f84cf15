// WCAG 2.2 AA, as far as a program can tell: every page, light and dark, Danish and English.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { opens } from './opens.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// What axe finds on a page as it stands, a line each.
export async function axeFinds(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), tags);
  return violations.map((it) => `${it.id}: ${it.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`);
}

export async function accessibility({ portal, browser, test, pages, statuses }) {
  for (const colorScheme of ['light', 'dark']) {
    for (const prefix of ['', '/en']) {
      // Without motion: a colour half way through its transition is nobody's contrast.
      const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce', bypassCSP: true });
      const page = await context.newPage();
      for (const [name, path] of Object.entries(pages)) {
        await test(`axe finds nothing on ${name} (${prefix || '/da'}, ${colorScheme})`, async () => {
          await opens(page, portal.origin, (prefix + path).replace(/^\/en\/$/, '/en'), statuses[name]);
          const found = await axeFinds(page);
          if (found.length) throw new Error(found.join('\n'));
        });
      }
      await context.close();
    }
  }
  const narrow = await browser.newContext({ viewport: { width: 320, height: 800 } });
  const page = await narrow.newPage();
  for (const [name, path] of Object.entries(pages)) {
    await test(`${name} fits 320 pixels, which is 400 % zoom`, async () => {
      await opens(page, portal.origin, path, statuses[name]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > 320) throw new Error(`it is ${wide} pixels wide`);
    });
  }
  await narrow.close();
}
