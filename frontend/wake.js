// Wakes the islands of a page on their first use; until then the page is plain HTML.
const islands = document.querySelectorAll('leptos-island');
const signs = ['pointerover', 'focusin', 'input', 'touchstart'];
let woken;
let typed;

function wake(event) {
  if (event.type === 'input') typed = event.target;
  woken ??= import('./gnist.js').then(async (code) => {
    await code.default({ module_or_path: new URL('./gnist_bg.wasm', import.meta.url) });
    code.hydrate();
    for (const island of islands) {
      await code[island.dataset.component]?.(island);
    }
    // What was typed before anybody listened is told now.
    typed?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

for (const island of islands) {
  for (const sign of signs) {
    island.addEventListener(sign, wake, { capture: true, once: true, passive: true });
  }
  // What a button has sent meanwhile is on its way already.
  island.addEventListener('submit', (event) => {
    if (event.target.contains(typed)) typed = undefined;
  });
}
