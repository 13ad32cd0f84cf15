// How the demo's people come in: by the link that it prints, which works once, so that whoever
// has come in is remembered.
const known = new Map();

export async function storageOf(portal, browser, name) {
  const key = `${portal.origin} ${name}`;
  if (!known.has(key)) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(portal.door(name));
    await page.getByRole('button').last().click();
    await page.waitForURL(/\/konto$/);
    known.set(key, await context.storageState());
    await context.close();
  }
  return known.get(key);
}
