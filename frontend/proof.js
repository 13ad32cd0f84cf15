// Writes names on proofs, one sheet each. What is typed stays in this page: it is in no form, it is
// kept nowhere, and the page may ask nobody. Without this file there is a line to write on.
const root = document.getElementById('bevis');
const field = root.querySelector('textarea');
const sheets = root.querySelector('[data-sheets]');
const blank = sheets.firstElementChild.cloneNode(true);
const MOST = 60;
const LONGEST = 80;

// Nor may a browser send it to whoever checks spelling for it, or offer it to the next one.
field.spellcheck = false;
field.autocomplete = 'off';
field.removeAttribute('name');

function write() {
  const lines = field.value.split('\n').map((it) => it.trim().slice(0, LONGEST));
  const names = lines.filter((it) => it !== '').slice(0, MOST);
  sheets.replaceChildren(...(names.length > 0 ? names : ['']).map((name) => {
    const sheet = blank.cloneNode(true);
    sheet.querySelector('[data-name]').textContent = name;
    return sheet;
  }));
}

field.addEventListener('input', write);
root.querySelector('[data-print]').addEventListener('click', () => print());
for (const it of root.querySelectorAll('[data-asleep]')) it.hidden = true;
for (const it of root.querySelectorAll('[data-awake]')) it.hidden = false;
write();
