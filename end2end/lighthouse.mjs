// Lighthouse, mobile preset: performance 95 or more, all else 100.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { executablePath, flags } from './browser.mjs';
import { within } from './within.mjs';

// What Lighthouse says of a page. A category without a score was not measured, since the browser lost
// its trace; that says nothing of the page, so it is measured once more.
async function measure(address, port) {
  const look = () => within(120, 'a measurement', async () => (await lighthouse(address, { port, output: 'json', logLevel: 'error' })).lhr);
  const lhr = await look();
  if (Object.values(lhr.categories).every((it) => it.score !== null)) return lhr;
  const lost = Object.values(lhr.audits).filter((it) => it.scoreDisplayMode === 'error').map((it) => `${it.id}: ${it.errorMessage}`);
  console.log(`        not measured, once more: ${lost.slice(0, 3).join('; ')}`);
  return look();
}

export async function lighthousePages({ portal, test, pages }) {
  const chrome = await launch({ chromePath: executablePath, chromeFlags: ['--headless=new', ...flags] });
  for (const name of ['home', 'catalogue', 'activity']) {
    await test(`Lighthouse is content with ${name}`, async () => {
      const lhr = await measure(portal.origin + pages[name], chrome.port);
      const score = (category) => Math.round(lhr.categories[category].score * 100);
      const scores = Object.fromEntries(['performance', 'accessibility', 'best-practices', 'seo'].map((it) => [it, score(it)]));
      console.log(`        ${name}: ${JSON.stringify(scores)}`);
      const missed = Object.entries(scores).filter(([category, it]) => it < (category === 'performance' ? 95 : 100));
      if (missed.length) {
        const why = Object.values(lhr.audits).filter((it) => it.score !== null && it.score < 0.9).map((it) => `${it.id}: ${it.displayValue ?? it.title}`);
        throw new Error(`${JSON.stringify(missed)}\n${why.join('\n')}`);
      }
    });
  }
  await chrome.kill();
}
