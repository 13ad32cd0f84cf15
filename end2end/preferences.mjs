// How people have their browser show pages: in few colours of their own, with more contrast, without
// motion, on paper.
import { opens } from './opens.mjs';

// More than anybody presses it on one page.
const mostTabs = 300;

async function as(browser, wish, work) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, ...wish });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

// What has the focus, and whether one sees that: by a ring around it or around what it stands for,
// on the map by its edge. Nothing where nothing has it.
function focused() {
  const it = document.activeElement;
  if (!it || it === document.body || it === document.documentElement) return null;
  const isSeen = (colour) => colour !== 'transparent' && !/^rgba\(.*, 0\)$/.test(colour);
  const name = `${it.localName} ${(it.getAttribute('aria-label') ?? it.textContent ?? '').trim().slice(0, 40)}`;
  // What the browser has put into a field, such as a date's calendar, has a ring of the browser's.
  if (!it.matches(':focus')) return { name, isShown: true };
  if (it instanceof SVGElement) {
    const { stroke, strokeWidth } = getComputedStyle(it.querySelector('circle, path'));
    return { name, isShown: stroke !== 'none' && isSeen(stroke) && parseFloat(strokeWidth) >= 0.8 };
  }
  const boxes = [it, it.closest('.card, .choice')].filter(Boolean).map((box) => getComputedStyle(box));
  const isShown = boxes.some(({ outlineStyle, outlineWidth, outlineColor }) =>
    outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && isSeen(outlineColor));
  return { name, isShown };
}

// The buttons that are on the page, and those of them whose edge nobody sees.
function buttons() {
  const isSeen = (colour) => colour !== 'transparent' && !/^rgba\(.*, 0\)$/.test(colour);
  const all = [...document.querySelectorAll('.btn')].filter((it) => it.getClientRects().length);
  const bare = all.filter((it) => {
    const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(it);
    return borderTopStyle === 'none' || parseFloat(borderTopWidth) === 0 || !isSeen(borderTopColor);
  });
  return { all: all.length, bare: bare.map((it) => it.className) };
}

// What moves for longer than anybody notices (seconds), before and behind elements too.
function moving(longest) {
  const seconds = (list) => Math.max(...list.split(',').map((it) => {
    const number = parseFloat(it) || 0;
    return it.trim().endsWith('ms') ? number / 1_000 : number;
  }));
  const found = [];
  for (const it of document.querySelectorAll('*')) {
    for (const part of [null, '::before', '::after']) {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(it, part);
      const moves = animationName === 'none' ? 0 : seconds(animationDuration);
      if (Math.max(moves, seconds(transitionDuration)) > longest) found.push(`${it.localName}.${it.className}${part ?? ''}`);
    }
  }
  return found;
}

async function inFewColours(browser, origin, path) {
  await as(browser, { forcedColors: 'active' }, async (page) => {
    await opens(page, origin, path);
    if (!await page.evaluate(() => matchMedia('(forced-colors: active)').matches)) throw new Error('the colours are not forced');
    const { all, bare } = await page.evaluate(buttons);
    if (!all) throw new Error('there is no button');
    if (bare.length) throw new Error(`no edge: ${bare.join(' | ')}`);
    let seen = 0;
    const lost = [];
    for (; seen < mostTabs; seen += 1) {
      await page.keyboard.press('Tab');
      const it = await page.evaluate(focused);
      if (!it) break;
      if (!it.isShown) lost.push(it.name);
    }
    if (seen < 10) throw new Error(`only ${seen} things had the focus`);
    if (lost.length) throw new Error(`no ring: ${[...new Set(lost)].join(' | ')}`);
  });
}

async function withoutMotion(browser, origin, path) {
  await as(browser, { reducedMotion: 'no-preference' }, async (page) => {
    await opens(page, origin, path);
    if (!(await page.evaluate(moving, 0.01)).length) throw new Error('nothing moves for anybody: this tells nothing');
  });
  await as(browser, { reducedMotion: 'reduce' }, async (page) => {
    await opens(page, origin, path);
    const found = await page.evaluate(moving, 0.01);
    if (found.length) throw new Error(found.join('\n'));
  });
}

// The colours of what is said in passing and of what is said first.
async function inks(browser, origin, path, contrast) {
  let found;
  await as(browser, { contrast }, async (page) => {
    await opens(page, origin, path);
    found = await page.evaluate(() => ['p.muted', 'body'].map((it) => getComputedStyle(document.querySelector(it)).color));
  });
  return found;
}

async function withMoreContrast(browser, origin, path) {
  const [faint, ink] = await inks(browser, origin, path, 'no-preference');
  if (faint === ink) throw new Error('nothing is fainter for anybody: this tells nothing');
  const [strong, black] = await inks(browser, origin, path, 'more');
  if (strong !== black) throw new Error(`it is ${strong}, not ${black}`);
}

// What is seen on a screen and not on paper.
async function leftOffPaper(page, what) {
  await page.emulateMedia({ media: 'screen' });
  const seen = page.locator(what).filter({ visible: true });
  if (!await seen.count()) throw new Error(`${what} is not on the screen either`);
  await page.emulateMedia({ media: 'print' });
  if (await seen.count()) throw new Error(`${what} is printed`);
}

export async function preferences({ portal, browser, test, pages }) {
  const { origin } = portal;
  for (const name of ['home', 'catalogue', 'activity']) {
    await test(`${name} shows its buttons and what has the focus in colours that are forced`, () => inFewColours(browser, origin, pages[name]));
    await test(`nothing moves on ${name} for whoever wants less motion`, () => withoutMotion(browser, origin, pages[name]));
  }
  await test('whoever wants more contrast reads nothing in a fainter ink', () => withMoreContrast(browser, origin, pages.activity));
  await test('an activity is printed with its dates and without what leads elsewhere', () => as(browser, {}, async (page) => {
    await opens(page, origin, pages.activity);
    await leftOffPaper(page, 'header nav');
    const dates = page.locator('.signup .choice time');
    const n = await dates.count();
    if (!n) throw new Error('it has no dates');
    const printed = await dates.filter({ visible: true }).count();
    if (printed !== n) throw new Error(`${printed} of ${n} dates are printed`);
  }));
  await test('a list is printed without the form that it was found by', () => as(browser, {}, async (page) => {
    await opens(page, origin, pages.catalogue);
    await leftOffPaper(page, 'header nav');
    await leftOffPaper(page, 'form.filter');
    if (!await page.locator('.card').first().isVisible()) throw new Error('nothing that was found is printed');
  }));
}
