// Draws every topic's artwork in six variants and the portraits into app/ui/src/design/art.tsv:
//   node style/tools/draw.mjs > app/ui/src/design/art.tsv
import { art, portrait, topics } from './art.mjs';

for (const topic of topics) {
  for (let variant = 0; variant < 6; variant += 1) {
    console.log(`${topic}\t${variant}\t${art(topic, `variant-${variant}`)}`);
  }
}
for (let face = 0; face < 8; face += 1) {
  console.log(`portrait\t${face}\t${portrait(face)}`);
}
