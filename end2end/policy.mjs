// A page that breaks its policy is told of, and nothing of its reader with it.
import { startPortal } from './portal.mjs';

export async function policy({ browser, test }) {
  await test('a browser tells which page broke its policy, and not who read it', async () => {
    const portal = await startPortal([]);
    const page = await browser.newPage();
    await page.goto(`${portal.origin}/om?kanariefugl`);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "RAN"';
      document.head.append(script);
    });
    const title = await page.title();
    await page.close();
    for (let i = 0; i < 100 && !portal.reports().length; i += 1) await new Promise((resolve) => { setTimeout(resolve, 100); });
    const told = portal.reports().join('\n');
    const log = portal.log();
    await portal.stop();
    if (title === 'RAN') throw new Error('a script ran');
    if (!/"directive":"script-src-elem","blocked":"inline","page":"\/om"/.test(told)) throw new Error(told || 'nobody told');
    if (log.includes('kanariefugl')) throw new Error(log);
  });
}
