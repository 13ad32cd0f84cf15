// Wakes the islands of a page on their first use; until then the page is plain HTML.
const islands = document.querySelectorAll('leptos-island');
const signs = ['pointerover', 'focusin', 'input', 'touchstart'];
let woken;

function wake() {
  woken ??= import('./gnist.js').then(async (code) => {
    await code.default({ module_or_path: new URL('./gnist_bg.wasm', import.meta.url) });
    code.hydrate();
    for (const island of islands) {
      await code[island.dataset.component]?.(island);
    }
  });
}

for (const island of islands) {
  for (const sign of signs) {
    island.addEventListener(sign, wake, { capture: true, once: true, passive: true });
  }
}
