// A mail server for the tests: a real one, to which the portal speaks SMTP with a name and a
// password, and which takes every letter apart.
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const [user, pass] = ['gnist', 'hemmelig'];

export async function startMail() {
  const letters = [];
  const server = new SMTPServer({
    // It is on this machine, where nobody listens on the way.
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      if (username === user && password === pass) done(null, { user });
      else done(new Error('neither that name nor that password'));
    },
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      simpleParser(stream).then((mail) => {
        letters.push({ mail, from: mailFrom.address, to: rcptTo.map((it) => it.address), isRead: false });
        done();
      }, done);
    },
  });
  await new Promise((resolve, reject) => { server.listen(0, '127.0.0.1', resolve).on('error', reject); });
  return {
    url: `smtp://${user}:${pass}@127.0.0.1:${server.server.address().port}`,
    letters,
    // The next letter that this reader gets.
    async next(reader) {
      for (let i = 0; i < 100; i += 1) {
        const letter = letters.find((it) => !it.isRead && it.to.includes(reader));
        if (letter) {
          letter.isRead = true;
          return letter;
        }
        await new Promise((resolve) => { setTimeout(resolve, 100); });
      }
      throw new Error(`no letter to ${reader}`);
    },
    stop: () => new Promise((resolve) => { server.close(resolve); }),
  };
}
