// However large pictures are and however many come at once, the program takes up little more.
import { readFileSync, writeFileSync } from 'node:fs';
import { storageOf } from './doors.mjs';
import { startPortal } from './portal.mjs';

const MOST_MB = 50;
const LARGEST = 10 * 1024 * 1024;

// What the system says that a program takes up, in megabytes (proc(5)).
function figure(pid, name) {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n').find((it) => it.startsWith(name));
  return Number(line.match(/\d+/)[0]) / 1024;
}

// A picture full of rectangles, as a browser writes it.
async function picture(page, width, height, type) {
  const coded = await page.evaluate(async ([width, height, type]) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    for (let n = 0; n < 4_000; n += 1) {
      context.fillStyle = `hsl(${(n * 47) % 360} 70% ${20 + (n % 60)}%)`;
      context.fillRect((n * 7919) % width, (n * 104_729) % height, 20 + (n % 90), 20 + (n % 70));
    }
    const blob = await canvas.convertToBlob({ type, quality: 0.7 });
    const reader = new FileReader();
    reader.readAsDataURL(blob);
    await new Promise((resolve) => { reader.onload = resolve; });
    return reader.result.slice(reader.result.indexOf(',') + 1);
  }, [width, height, type]);
  return Buffer.from(coded, 'base64');
}

// As large as a file may be: what stands behind a picture is read and let go.
const filled = (file) => Buffer.concat([file, Buffer.alloc(LARGEST - 1 - file.length)]);

export async function pictureMemory({ browser, test }) {
  await test(`pictures take up ${MOST_MB} MB at most, however large and many at once`, async () => {
    const portal = await startPortal();
    const context = await browser.newContext({ storageState: await storageOf(portal, browser, 'Olav Arrangør') });
    const page = await context.newPage();
    await page.goto(`${portal.origin}/partner`);
    await page.locator('form[action$="/kladder"] button').first().click();
    const address = `${portal.origin}/partner/kladder/${page.url().match(/kladder\/([0-9a-f-]+)/)[1]}/billede`;
    const { cookies } = await context.storageState();
    const headers = { origin: portal.origin, cookie: cookies.map((it) => `${it.name}=${it.value}`).join('; ') };
    const send = async (file) => {
      const body = new FormData();
      body.set('alt', 'Firkanter i mange farver');
      body.set('file', new Blob([file]), 'billede');
      return (await fetch(address, { method: 'POST', headers, body, redirect: 'manual' })).status;
    };
    const kinds = ['image/jpeg', 'image/png', 'image/webp'];
    // What is made once is there before anything is measured.
    for (const type of kinds) if (await send(await picture(page, 640, 480, type)) !== 303) throw new Error(`a small ${type} was refused`);
    const boundless = await picture(page, 640, 480, 'image/png');
    boundless.writeUInt32BE(30_000, 16);
    boundless.writeUInt32BE(30_000, 20);
    const files = [
      [303, filled(await picture(page, 5_712, 4_284, 'image/jpeg'))], [303, filled(await picture(page, 3_000, 2_000, 'image/png'))],
      [303, filled(await picture(page, 2_000, 1_500, 'image/webp'))], [422, filled(boundless)], [422, Buffer.alloc(3 * LARGEST, 255)],
    ];
    const { pid } = portal.program;
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    const before = figure(pid, 'VmRSS');
    const taken = () => figure(pid, 'VmHWM') - before;
    for (const [n, [expected, file]] of files.entries()) {
      const status = await send(file);
      if (status !== expected) throw new Error(`file ${n} was answered with ${status}`);
    }
    const oneByOne = taken();
    const statuses = await Promise.all([...files, ...files].map(([, file]) => send(file)));
    if (statuses.some((it) => it !== 303 && it !== 422)) throw new Error(`${statuses}`);
    console.log(`        ${oneByOne.toFixed(0)} MB one by one, ${taken().toFixed(0)} MB ten at once`);
    if (oneByOne < 5) throw new Error('nothing was measured');
    if (taken() > MOST_MB) throw new Error(`it took up ${taken().toFixed(0)} MB`);
    await context.close();
    await portal.stop();
  });
}
