// Answers for the check-in of one date while there is no network. It guards that page and nothing
// else: its scope is the page's own path, and all it hands out is that page and the site's files.
// What it keeps was locked by the page with a key that nobody can read out; it is gone when the
// day is over.
const page = new URL(self.registration.scope).pathname;
const PATIENCE = 4000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && url.pathname === page) event.respondWith(shown(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(file(request));
});

// The page as the portal writes it now, or as it was when there was a network.
async function shown(request) {
  const kept = await read().catch(() => undefined);
  try {
    const answer = await (kept ? Promise.race([fetch(request), late()]) : fetch(request));
    // Whoever may not see it any more keeps nothing of it.
    if (answer.status === 403 || answer.status === 404) await drop();
    return answer;
  } catch (error) {
    if (kept) return new Response(kept.html, { headers: kept.headers });
    throw error;
  }
}

const late = () => new Promise((_, refuse) => { setTimeout(() => refuse(new Error('late')), PATIENCE); });

async function file(request) {
  const cache = await caches.open('ankomst');
  return (await cache.match(request)) ?? fetch(request);
}

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

async function read() {
  const store = (await database()).transaction('kept').objectStore('kept');
  const [key, kept] = await Promise.all([done(store.get('key')), done(store.get(`page ${page}`))]);
  if (!key || !kept) return undefined;
  if (kept.ends <= Date.now()) {
    await drop();
    return undefined;
  }
  const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, key.key, kept.bytes);
  return JSON.parse(new TextDecoder().decode(bytes));
}

async function drop() {
  const store = (await database()).transaction('kept', 'readwrite').objectStore('kept');
  await Promise.all([`page ${page}`, `heard ${page}`].map((name) => done(store.delete(name))));
}
