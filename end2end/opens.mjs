// A page is looked at only if it is the page that is meant: an error page would have no faults either.
// Gives what was sent.
export async function opens(page, origin, path, status = 200) {
  const answer = await page.goto(origin + path);
  const got = answer.status();
  if (got !== status) throw new Error(`${path} answered ${got}, not ${status}`);
  const [wanted, there] = [new URL(path, origin).pathname, new URL(page.url()).pathname];
  if (there !== wanted) throw new Error(`${path} led to ${there}`);
  return answer.text();
}
