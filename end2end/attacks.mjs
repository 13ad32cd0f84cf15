// The attacks that journeys send in, and how one sees that one of them runs.
import { readFileSync } from 'node:fs';

export const corpus = readFileSync(new URL('../app/ui/src/design/xss_corpus.txt', import.meta.url), 'utf8').split('\n').filter(Boolean);

// What a page holds that no page of ours does: the words of an attack that became more than words.
// It runs in the browser.
export function foreign() {
  const ran = document.title === 'RAN' ? 1 : 0;
  const strange = document.querySelectorAll('main script:not([type]), main iframe, main object, main embed, main base, main meta, main link, main style, main template, main math, main animate, main set, main [style], main form[action^=javascript i], main [formaction]:not([formaction^="/moderation/"], [formaction^="/en/moderation/"]), main [srcdoc]').length;
  const live = [...document.querySelectorAll('main *')].filter((it) => [...it.attributes].some(({ name, value }) => name.startsWith('on') || (['href', 'src', 'xlink:href'].includes(name) && /^\s*(javascript|data|vbscript):/i.test(value)))).length;
  return ran + strange + live;
}

// A page in which every attack that runs is written down, with what the policy had to refuse.
export async function armed(context, ran) {
  const page = await context.newPage();
  await page.addInitScript(() => { for (const name of ['alert', 'confirm', 'prompt', 'print']) globalThis[name] = () => { globalThis.document.title = 'RAN'; }; });
  page.on('dialog', (dialog) => { ran.push(page.url()); dialog.dismiss(); });
  page.on('console', (message) => { if (/Content Security Policy|Refused to/.test(message.text())) ran.push(`${page.url()}: ${message.text()}`); });
  return page;
}
