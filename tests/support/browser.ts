// A real Chromium for tests: the one inside the npm package @sparticuz/chromium, which needs nothing installed.
//
// What the package carries: the headless shell, a font with its fontconfig file, and the libraries a bare Linux
// lacks (NSS, NSPR, expat). It takes them out only where it believes to run in a cloud function, so the variable
// that says so is set for that moment. The machine must be Linux x64 with glibc 2.34 or newer (Debian 12, Ubuntu
// 22.04). Chinese is drawn with the web font the pages serve; the machine needs no font of its own.
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

let shared: Promise<Browser> | null = null;

/** The browser all tests of one worker share; contexts keep them apart. */
export const sharedBrowser = (): Promise<Browser> => {
  shared ??= launch();
  return shared;
};

/** Closes it, if it was opened. */
export const closeBrowser = async (): Promise<void> => {
  const open = shared;
  shared = null;
  await (await open)?.close();
};

const launch = async (): Promise<Browser> => {
  const folder = await unpacked();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    // No sandbox, because tests run as root in containers. Web security stays on: it is what is tested.
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
      HOME: process.env.HOME ?? folder,
    },
  });
};

/** The folder with everything taken out: whole or not there, however many test workers start at once. */
const unpacked = async (): Promise<string> => {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest = readFileSync(join(dirname(entry), '../../package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = join(tmpdir(), `genjin-chromium-${version}`);
  if (existsSync(folder)) return folder;
  const fresh = mkdtempSync(`${folder}-`);
  // The package unpacks to the temp folder and nowhere else.
  const restore = setEnvironment({ TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
  } finally {
    restore();
  }
  // Its own file names a fixed folder; this one names ours.
  writeFileSync(
    join(fresh, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true });
    // Another worker was faster; its folder is as good.
    if (!existsSync(folder)) throw error;
  }
  return folder;
};

const setEnvironment = (values: Readonly<Record<string, string>>): (() => void) => {
  // The package sets these two when it is loaded; the browser gets its own below.
  const names = [...Object.keys(values), 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'];
  const before = names.map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
};
