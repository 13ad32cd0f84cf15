// Looks out for attacks that run: what journeys share that send them in.
import { foreign } from './attacks.mjs';
import { framesFor } from './frames.mjs';

// Asks as the browser of a context would, and follows nothing.
export async function asker(portal, context) {
  const { cookies } = await context.storageState();
  const headers = { origin: portal.origin, cookie: cookies.map((it) => `${it.name}=${it.value}`).join('; ') };
  const post = async (path, body) => {
    const answer = await fetch(portal.origin + path, { method: 'POST', headers, body, redirect: 'manual' });
    return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() };
  };
  return {
    get: async (path) => (await fetch(portal.origin + path, { headers, redirect: 'manual' })).text(),
    post: (path, fields = {}) => post(path, new URLSearchParams(fields)),
    // A form with a file in it.
    send: (path, fields, file) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append('file', new Blob([file?.bytes ?? '']), file?.name ?? '');
      return post(path, form);
    },
  };
}

export const hrefs = (page, selector) => page.locator(selector).evaluateAll((all) => [...new Set(all.map((it) => it.getAttribute('href')))]);

// Visits pages of a portal and reads its answers; what runs there is written down in `ran`. Every
// attack is shown in a frame without a policy, and each tenth on the page itself as well.
export async function lookout(portal, browser, test, ran) {
  let seen = 0;
  const check = async (where, what) => {
    seen += 1;
    const strange = await where.evaluate(foreign);
    if (strange) ran.push(`${what}: ${strange}`);
  };
  const frames = await framesFor(browser, ran, check);
  const visit = async (where, path) => {
    await where.goto(portal.origin + path, { waitUntil: 'load' });
    await check(where, path);
  };
  const cameBack = (html, fields) => {
    if (html.split('id="fejl"').length !== 2) throw new Error(`${JSON.stringify(fields)} did not come back`);
  };
  return {
    seen: () => seen,
    visit,
    show: frames.show,
    // What the n-th attack has come to at an address, and its text.
    see: async (n, where, who, path) => {
      if (n % 10 === 0) await visit(where, path);
      const html = await who.get(path);
      await frames.show(html, path);
      return html;
    },
    // Sends the n-th attack in a form, and looks at what comes back.
    comesBack: async (n, where, who, path, fields) => {
      const answer = await who.post(path, fields);
      cameBack(answer.html, fields);
      await frames.show(answer.html, `${path}, ${answer.status}`);
      if (n % 10 !== 0) return;
      await Promise.all([where.waitForEvent('load'), where.evaluate(([action, typed]) => {
        const form = Object.assign(document.createElement('form'), { method: 'post', action });
        for (const [name, value] of Object.entries(typed)) form.append(Object.assign(document.createElement('input'), { name, value }));
        document.body.append(form);
        form.submit();
      }, [path, fields])]);
      cameBack(await where.content(), fields);
      await check(where, path);
    },
    calm: async (fact, work) => {
      [ran.length, seen] = [0, 0];
      const began = Date.now();
      await test(fact, async () => {
        await work();
        await frames.flush();
        if (ran.length) throw new Error(ran.slice(0, 8).join('\n'));
        console.log(`        ${seen} pages, ${Math.round((Date.now() - began) / 1_000)} s`);
      });
    },
    // That all of this could have failed.
    ends: async (fact) => {
      await test(`an attack that runs would have been seen, and ${fact} needed the policy to be stopped`, async () => {
        ran.length = 0;
        await frames.show('<main><p>calm</p></main>', 'calm');
        await frames.show('<main><img src="x" onerror="alert(1)"></main>', 'a picture');
        await frames.show('<script>alert(1)</script>', 'a script');
        await frames.show('<script>location = "about:blank#gone"</script>', 'a way out');
        await frames.flush();
        const found = ran.map((it) => it.split(/[:,]| went/)[0]).join('; ');
        if (found !== 'a picture; a script; a way out') throw new Error(`only these were seen: ${found}`);
        const told = portal.reports();
        if (told.length) throw new Error(told.slice(0, 8).join('\n'));
      });
      await frames.close();
    },
  };
}
