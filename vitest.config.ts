import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    // Real databases, browsers and child processes on a small machine take their time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
