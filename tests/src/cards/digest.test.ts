// Posts of recognition are within what every platform takes, however much there was.
import { expect, it } from 'vitest';
import { LOCALE_TAGS, localeFor } from '../../../src/locales/index.ts';
import { DIGEST_CARDS, fits } from './digests.ts';

it.each(LOCALE_TAGS)('at their largest, in %s', (tag) => {
  for (const [name, build] of Object.entries(DIGEST_CARDS)) {
    for (const card of build(localeFor(tag), 'huge')) {
      const bytes = new TextEncoder().encode(JSON.stringify(card)).length;
      expect(fits(card), `${name}: ${card.blocks.length} blocks, ${bytes} bytes`).toBe(true);
    }
  }
});
