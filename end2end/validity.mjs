// Every page is HTML without an error.
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    // A matter of taste, not of validity.
    'long-title': 'off', 'no-trailing-whitespace': 'off', 'tel-non-breaking': 'off', 'attr-quotes': 'off', 'attribute-boolean-style': 'off',
    'void-style': 'off', 'no-inline-style': 'off', 'prefer-native-element': 'off', 'no-redundant-role': 'off', 'svg-focusable': 'off',
  },
  elements: ['html5', { 'leptos-island': { flow: true, phrasing: true, permittedContent: ['@flow'] }, 'leptos-children': { flow: true, phrasing: true, permittedContent: ['@flow'] } }],
});

// What is not HTML about a page as it was sent, a line each.
export async function invalidIn(html) {
  const { results } = await validator.validateString(html);
  const errors = results.flatMap((it) => it.messages).filter((it) => it.severity === 2);
  return errors.slice(0, 8).map((it) => `${it.ruleId}: ${it.message} (${it.selector})`);
}

export async function validity({ portal, test, pages, statuses }) {
  for (const prefix of ['', '/en']) {
    for (const [name, path] of Object.entries(pages)) {
      await test(`${name} is valid HTML (${prefix || '/da'})`, async () => {
        const answer = await fetch(portal.origin + (prefix + path).replace(/^\/en\/$/, '/en'));
        const status = statuses[name] ?? 200;
        if (answer.status !== status) throw new Error(`${path} answered ${answer.status}, not ${status}`);
        const found = await invalidIn(await answer.text());
        if (found.length) throw new Error(found.join('\n'));
      });
    }
  }
}
