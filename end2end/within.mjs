// Nothing waits for ever: what hangs is named, and the rest goes on.
export function within(seconds, what, work) {
  let timer;
  const over = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} was not done within ${seconds} s`)), seconds * 1_000);
  });
  return Promise.race([work(), over]).finally(() => clearTimeout(timer));
}
