// Pages as they would be without the policy that guards them: their texts in frames of a page that
// has none, where whatever can run does. Many at once are quicker than a visit to each.
import { armed } from './attacks.mjs';

const TOGETHER = 24;

export async function framesFor(browser, ran, check) {
  const context = await browser.newContext();
  const page = await armed(context, ran);
  // What a text asks for is not there, which is what attacks by pictures wait for.
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBlockedURLs', { urls: ['*'] });
  await page.goto('about:blank');
  let waiting = [];

  async function flush() {
    const shown = waiting;
    waiting = [];
    if (!shown.length) return;
    await page.evaluate(async (texts) => {
      const loaded = texts.map((srcdoc) => new Promise((resolve) => {
        document.body.append(Object.assign(document.createElement('iframe'), { onload: resolve, srcdoc }));
      }));
      await Promise.all(loaded);
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }, shown.map((it) => it.html));
    const frames = page.mainFrame().childFrames();
    if (frames.length !== shown.length) throw new Error(`${frames.length} frames of ${shown.length}`);
    for (const [n, frame] of frames.entries()) {
      if (frame.url() === 'about:srcdoc') await check(frame, shown[n].what);
      else ran.push(`${shown[n].what} went to ${frame.url()}`);
    }
    await page.evaluate(() => { document.body.replaceChildren(); });
  }

  return {
    async show(html, what) {
      waiting.push({ html, what });
      if (waiting.length === TOGETHER) await flush();
    },
    flush,
    close: () => context.close(),
  };
}
