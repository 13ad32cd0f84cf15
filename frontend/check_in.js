// Ticks off who has come while there is no network. What is ticked is kept on the phone, locked,
// and told when the portal can be reached; the portal and every phone put the same ticks together
// by the same rule (`domain::signup::CheckIn`). Without this file the page is plain forms.
const root = document.getElementById('ankomst');
const { tell, page, guard } = root.dataset;
const ends = Number(root.dataset.ends);
const WEEK = 7 * 24 * 3600 * 1000;
const EVERY = 30_000;
const AT_ONCE = 500;

// --- what was said, and what stands ---

const ticks = new Map();
const unsent = new Set();
const nameOf = (id) => `${id.device} ${id.n}`;
const keyOf = (about) => (about.party ? `p-${about.party}` : `w-${about.walk_in.id}`);

function hear(tick) {
  if (!ticks.has(nameOf(tick.id))) ticks.set(nameOf(tick.id), tick);
}

// By whom: the ticks whose place no other has taken.
function heads() {
  const passed = new Set();
  for (const it of ticks.values()) for (const id of it.over) passed.add(`${keyOf(it.about)} ${nameOf(id)}`);
  const all = new Map();
  for (const it of ticks.values()) {
    const key = keyOf(it.about);
    if (!passed.has(`${key} ${nameOf(it.id)}`)) all.set(key, [...(all.get(key) ?? []), it]);
  }
  return all;
}

const most = (some) => Math.max(0, ...some.map((it) => it.here));

// --- what the phone keeps ---

let key;
let device;
let base;

function database() {
  return new Promise((give, refuse) => {
    const opening = indexedDB.open('ankomst', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('kept', { keyPath: 'name' });
    opening.onsuccess = () => give(opening.result);
    opening.onerror = () => refuse(opening.error);
  });
}

const done = (asked) => new Promise((give, refuse) => {
  asked.onsuccess = () => give(asked.result);
  asked.onerror = () => refuse(asked.error);
});
const kept = (mode) => base.transaction('kept', mode).objectStore('kept');
const put = (record) => done(kept('readwrite').put(record));

// What is there already, or this: two windows must not make two keys.
async function once(record) {
  const store = kept('readwrite');
  const there = await done(store.get(record.name));
  if (there) return there;
  await done(store.put(record));
  return record;
}

async function seal(value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) };
}

async function unseal({ iv, bytes }) {
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes);
  return JSON.parse(new TextDecoder().decode(text));
}

async function open() {
  base = await database();
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  ({ key } = await once({ name: 'key', key: made }));
  ({ device } = await once({ name: 'device', device: crypto.randomUUID() }));
  for (const it of await done(kept('readonly').getAll())) {
    if (it.page !== page || !['heard', 'tick'].includes(it.of)) continue;
    const value = await unseal(it);
    if (it.of === 'heard') value.forEach(hear);
    if (it.of !== 'tick') continue;
    hear(value);
    if (!it.isSent) unsent.add(nameOf(value.id));
  }
}

// Names ticks of this phone one after the other, in however many windows.
async function next() {
  const own = [...ticks.values()].filter((it) => it.id.device === device).map((it) => it.id.n);
  const store = kept('readwrite');
  const last = (await done(store.get(`last ${page}`)))?.n ?? 0;
  const n = Math.max(last, 0, ...own) + 1;
  await done(store.put({ name: `last ${page}`, page, of: 'last', n, ends: ends + WEEK }));
  return n;
}

// A tick names nobody; one that was not told stays until it is, or nobody takes it any more.
async function keep(tick, isSent) {
  const sealed = await seal(tick);
  await put({ name: `tick ${page} ${tick.id.n}`, page, of: 'tick', isSent, ends: isSent ? ends : ends + WEEK, ...sealed });
}

// The page itself, and the files of the site that it shows.
async function keepPage() {
  const answer = await fetch(page, { cache: 'no-store', redirect: 'manual' });
  if (!answer.ok) return;
  const headers = Object.fromEntries(['content-type', 'content-security-policy', 'x-content-type-options', 'referrer-policy']
    .map((name) => [name, answer.headers.get(name)]).filter(([, value]) => value));
  const sealed = await seal({ html: await answer.text(), headers });
  const linked = [...document.querySelectorAll('link[href^="/assets/"], script[src^="/assets/"], img[src^="/assets/"]')].map((it) => it.href || it.src);
  const loaded = performance.getEntriesByType('resource').map((it) => it.name).filter((it) => new URL(it).pathname.startsWith('/assets/'));
  const cache = await caches.open('ankomst');
  await cache.addAll([...new Set([...linked, ...loaded])]);
  await put({ name: `page ${page}`, page, of: 'page', ends, ...sealed });
  when('ready', true);
}

// Forgets what the day no longer needs; with the last of it go the files and the key.
async function forget() {
  const now = Date.now();
  const all = await done(kept('readonly').getAll());
  const old = all.filter((it) => it.ends <= now);
  for (const it of old) await done(kept('readwrite').delete(it.name));
  const left = all.filter((it) => it.ends > now && it.of !== 'last');
  if (!left.some((it) => it.of === 'page')) await caches.delete('ankomst');
  if (ends > now) return;
  if (!left.length) await done(kept('readwrite').clear());
  await (await navigator.serviceWorker.getRegistration(page))?.unregister();
}

// --- what the page shows ---

const when = (name, isSo) => { root.querySelector(`[data-when="${name}"]`).hidden = !isSo; };
const filled = (it, values) => { it.textContent = it.dataset.say.replace(/\{(\w+)\}/g, (_, name) => values[name]); };
const list = (name) => root.querySelector(`[data-list="${name}"]`);
const button = (row) => row?.querySelector('form:not([hidden]) button');

function show() {
  const standing = heads();
  const count = { missing: 0, here: 0 };
  let sum = 0;
  for (const row of root.querySelectorAll('li[data-party]')) {
    const here = most(standing.get(row.id) ?? []);
    const state = here > 0 ? 'here' : 'missing';
    sum += here;
    count[state] += 1;
    filled(row.querySelector('[data-say]'), { here, n: row.dataset.seats });
    for (const it of row.querySelectorAll('[data-is]')) it.hidden = it.dataset.is !== state;
    const number = row.querySelector('input[name="here"]:not([type="hidden"])');
    // What is being typed in a row stays, unless something else became of the row.
    if (number && row.dataset.here !== String(here)) number.value = here || row.dataset.seats;
    row.dataset.here = here;
    if (row.parentElement !== list(state)) move(row, list(state));
  }
  const walkIns = showWalkIns(standing);
  for (const state of ['missing', 'here']) {
    filled(document.getElementById(state === 'here' ? 'her' : 'mangler'), { n: count[state] });
    root.querySelector(`[data-none="${state}"]`).hidden = count[state] > 0;
  }
  filled(root.querySelector('[data-sum]'), { here: sum + walkIns, n: root.dataset.expected });
  const waiting = root.querySelector('[data-when="unsent"]');
  filled(waiting, { n: unsent.size });
  waiting.hidden = !unsent.size;
}

// Whoever ticked with a finger or a key stands at the next row, not at the top of the page.
function move(row, to) {
  const held = row.contains(document.activeElement);
  const following = row.nextElementSibling;
  to.prepend(row);
  if (held) (button(following) ?? button(row))?.focus({ preventScroll: true });
}

function showWalkIns(standing) {
  let sum = 0;
  for (const [key, some] of standing) {
    if (!key.startsWith('w-')) continue;
    const here = most(some);
    const { id, kind } = some[0].about.walk_in;
    sum += here;
    let row = document.getElementById(key);
    if (!here) {
      row?.remove();
      continue;
    }
    if (!row) {
      row = root.querySelector('template[data-walk-in]').content.firstElementChild.cloneNode(true);
      row.id = key;
      for (const it of row.querySelectorAll('input[name="walk_in"]')) it.value = id;
      for (const it of row.querySelectorAll('input[name="kind"]')) it.value = kind;
      list('walk-ins').append(row);
    }
    const words = root.querySelector(`#slags option[value="${kind}"]`)?.textContent ?? '';
    for (const it of row.querySelectorAll('[data-say]')) filled(it, { kind: words, n: here });
  }
  filled(document.getElementById('uden'), { n: sum });
  return sum;
}

// --- what somebody does ---

let work = Promise.resolve();

function typed(form) {
  const number = form.elements.here;
  const here = /^\s*\d{1,3}\s*$/.test(number.value) ? Number(number.value) : undefined;
  const [party, again, kind] = ['party', 'walk_in', 'kind'].map((name) => form.elements[name]?.value);
  const isNew = !party && !again;
  const isWrong = here === undefined || (isNew && here === 0);
  number.setCustomValidity(isWrong ? number.dataset.wrong ?? '?' : '');
  if (isWrong) {
    number.reportValidity();
    return undefined;
  }
  if (isNew) number.value = 1;
  return { here, about: party ? { party } : { walk_in: { id: again || crypto.randomUUID(), kind } } };
}

async function tick({ about, here }) {
  const over = (heads().get(keyOf(about)) ?? []).map((it) => it.id);
  const it = { id: { device, n: await next() }, about, here, over, at: Date.now() };
  await keep(it, false);
  hear(it);
  unsent.add(nameOf(it.id));
  root.querySelector('[data-said]').replaceChildren();
  show();
  send();
}

function ticked(event) {
  const form = event.target.closest('form[data-tick]');
  if (!form) return;
  event.preventDefault();
  const what = typed(form);
  // Where the phone cannot keep it, the form goes its plain way.
  if (what) work = work.then(() => tick(what)).catch(() => form.submit());
}

let isTelling = false;

async function send() {
  if (isTelling) return;
  isTelling = true;
  try {
    const some = [...unsent].slice(0, AT_ONCE);
    const body = JSON.stringify({ ticks: some.map((name) => ticks.get(name)) });
    const answer = await fetch(tell, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body, redirect: 'manual', signal: AbortSignal.timeout(15_000),
    });
    when('offline', false);
    when('sign-in', answer.type === 'opaqueredirect');
    when('stuck', [400, 403, 404, 413, 422].includes(answer.status) && some.length > 0);
    if (!answer.ok) return;
    const told = (await answer.json()).ticks;
    told.forEach(hear);
    for (const name of some) {
      unsent.delete(name);
      await keep(ticks.get(name), true);
    }
    if (ends > Date.now()) await put({ name: `heard ${page}`, page, of: 'heard', ends, ...await seal(told) });
    show();
    if (unsent.size) setTimeout(send);
  } catch {
    when('offline', true);
  } finally {
    isTelling = false;
  }
}

async function begin() {
  JSON.parse(root.dataset.ticks).forEach(hear);
  await open();
  show();
  if ('isOpen' in root.dataset) root.addEventListener('submit', ticked);
  await send();
  addEventListener('online', send);
  addEventListener('offline', () => when('offline', true));
  document.addEventListener('visibilitychange', () => { if (!document.hidden) send(); });
  setInterval(() => { if (!document.hidden || unsent.size) send(); }, EVERY);
  await forget();
  if (ends <= Date.now()) return;
  setTimeout(() => forget().then(() => location.reload()), Math.min(ends - Date.now(), 2 ** 31 - 1));
  await navigator.serviceWorker.register(guard, { scope: page });
  await navigator.serviceWorker.ready;
  await keepPage();
}

// Only where a browser can lock what it keeps.
if (globalThis.isSecureContext && globalThis.indexedDB && navigator.serviceWorker) begin().catch(() => {});
