// Pages as somebody else's browser would show them: in each colour and width.
import { axeFinds } from './accessibility.mjs';
import { opens } from './opens.mjs';
import { invalidIn } from './validity.mjs';

const languages = ['', '/en'];
const views = [['light', 1280], ['dark', 1280], ['light', 390], ['dark', 390]];

// Looks at pages as their reader's browser would show them: each colour with each language, each
// width with each colour. Who looks at pictures of them sees all.
// One that answers otherwise than with 200 is given with its status: [path, status].
export async function looksAt(portal, browser, page, name, paths, look) {
  const found = [];
  for (const [colorScheme, width] of views) {
    const context = await browser.newContext({ storageState: await page.context().storageState(), colorScheme, viewport: { width, height: 1000 }, bypassCSP: true, reducedMotion: 'reduce' });
    const other = await context.newPage();
    for (const [what, path] of Object.entries(paths)) {
      for (const prefix of look ? languages : [languages[(colorScheme === 'light') === (width === 1280) ? 0 : 1]]) {
        const [address, status] = [path].flat();
        const html = await opens(other, portal.origin, prefix + address, status);
        // What is sent is the same for every colour and width.
        const invalid = width === 1280 ? await invalidIn(html) : [];
        found.push(...[...invalid, ...await axeFinds(other)].map((line) => `${name} ${what}${prefix} ${colorScheme} ${width}: ${line}`));
        const wide = await other.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) found.push(`${name} ${what}${prefix} is ${wide} wide on ${width}`);
        if (!prefix) await look?.(other, `${name} ${what} ${colorScheme} ${width}`);
      }
    }
    await context.close();
  }
  if (found.length) throw new Error(found.join('\n'));
}

// What a person sees when what they have sent comes back, in each colour and width.
export async function comesBack(page, name, look) {
  for (const [colorScheme, width] of views) {
    // Colours that are still changing are not those that people read.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 1000 });
    const found = await axeFinds(page);
    await look?.(page, `${name} ${colorScheme} ${width}`);
    if (found.length) throw new Error(`${name} ${colorScheme} ${width}: ${found.join('\n')}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 1000 });
}
