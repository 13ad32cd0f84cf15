// The page of which frontend/public/share.png is a picture, 1200 by 630 points:
//   node style/tools/share.mjs > share.html
//   chromium --headless --hide-scrollbars --window-size=1200,630 --screenshot=share.png share.html
// and the same in 128 colours.
import { readFileSync } from 'node:fs';
import { art } from './art.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const mark = read('frontend/public/gnist.svg').replace('<svg', '<svg class="mark-big"');
const word = read('app/ui/src/design/logo.rs').match(/<svg viewBox=.*?<\/svg>/)[0].replace('<svg', '<svg class="word"');
const shown = [['robotics', 0], ['space_astronomy', 0], ['health_technology', 1], ['agriculture_technology', 0], ['programming', 1], ['energy_climate', 0]];
const tiles = shown.map(([topic, variant]) => `<div>${art(topic, `variant-${variant}`)}</div>`);

console.log(`<!DOCTYPE html><meta charset="utf-8"><style>${read('style/tokens.css')}${read('style/art.css')}
:root{color-scheme:light}
body{margin:0;inline-size:1200px;block-size:630px;background:#ffcb1f;display:grid;grid-template-columns:600px 600px;overflow:hidden}
.says{display:flex;flex-direction:column;justify-content:center;align-items:start;padding-inline-start:70px;gap:44px}
.mark-big{inline-size:190px;display:block} .word{inline-size:400px;display:block;fill:#15143c}
.shows{display:grid;grid-template-columns:repeat(2,1fr);grid-template-rows:repeat(3,1fr);block-size:630px}
.shows div{position:relative;overflow:hidden} .shows svg{position:absolute;inset:0;inline-size:100%;block-size:100%}
</style><div class="says">${mark}${word}</div><div class="shows">${tiles.join('')}</div>`);
