// Bundles and minifies the style sheet: node style.mjs style/main.css out.css
import { writeFileSync } from 'node:fs';
import { bundle, browserslistToTargets } from 'lightningcss';

const [, , source, out] = process.argv;
const { code } = bundle({ filename: source, minify: true, targets: browserslistToTargets(['chrome 123', 'firefox 121', 'safari 17.5']) });
writeFileSync(out, code);
