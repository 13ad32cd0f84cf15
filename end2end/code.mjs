// What a telephone shows: codes of RFC 6238 for a key in Base32.
import { createHmac } from 'node:crypto';

export function codeOf(key, now = Date.now()) {
  const bits = [...key.replaceAll(/\s/g, '')].map((it) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(it).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from(bits.match(/.{8}/g).map((it) => Number.parseInt(it, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const sum = createHmac('sha1', bytes).update(step).digest();
  const at = sum[19] & 15;
  return String((sum.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

// Sets two steps up where a new role asks for them, and goes on to where the person was led.
export async function twoSteps(page, it) {
  await page.getByRole('heading', { level: 1, name: 'Log ind i to trin' }).waitFor();
  await it.fill('Kode fra telefonen', codeOf(await page.locator('code.key').innerText()));
  await it.press('Slå to trin til');
  await page.getByRole('link', { name: 'Jeg har gemt dem' }).click();
}
