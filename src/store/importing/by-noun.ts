// Something for each id of each noun: one table a noun, so that no key has to be put together.
import type { Noun } from '../schema/external.ts';

export class ByNoun<K, V> {
  readonly #tables = new Map<Noun, Map<K, V>>();

  of(noun: Noun): Map<K, V> {
    const known = this.#tables.get(noun);
    if (known !== undefined) return known;
    const table = new Map<K, V>();
    this.#tables.set(noun, table);
    return table;
  }

  has(noun: Noun, key: K): boolean {
    return this.#tables.get(noun)?.has(key) === true;
  }

  get(noun: Noun, key: K): V | undefined {
    return this.#tables.get(noun)?.get(key);
  }

  set(noun: Noun, key: K, value: V): void {
    this.of(noun).set(key, value);
  }

  forget(noun: Noun): void {
    this.#tables.delete(noun);
  }
}
