// Deferred work is waited for at the end, and its failures are told.
import { describe, expect, it } from 'vitest';
import { createDeferred } from '../../../adapters/runtime/deferred.ts';

const gate = () => {
  let open = (): void => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
};

describe('deferred work', () => {
  it('is waited for by draining, with what it deferred in turn', async () => {
    const deferred = createDeferred(() => {});
    const [first, second] = [gate(), gate()];
    const done: string[] = [];
    deferred.defer(
      first.passed.then(() => {
        done.push('first');
        deferred.defer(second.passed.then(() => void done.push('second')));
      }),
    );
    let drained = false;
    const draining = deferred.drain().then(() => {
      drained = true;
    });
    first.open();
    await first.passed;
    await Promise.resolve();
    expect(drained).toBe(false);
    second.open();
    await draining;
    expect(done).toEqual(['first', 'second']);
  });

  it('is reported when it fails, and the rest goes on', async () => {
    const told: unknown[] = [];
    const deferred = createDeferred((error) => told.push(error));
    const failure = new Error('gone');
    let went = false;
    deferred.defer(Promise.reject(failure));
    deferred.defer(
      Promise.resolve().then(() => {
        went = true;
      }),
    );
    await deferred.drain();
    expect(told).toEqual([failure]);
    expect(went).toBe(true);
  });

  it('drains at once when there is none, and again later', async () => {
    const deferred = createDeferred(() => {});
    await deferred.drain();
    let went = false;
    deferred.defer(
      Promise.resolve().then(() => {
        went = true;
      }),
    );
    await deferred.drain();
    expect(went).toBe(true);
  });
});
