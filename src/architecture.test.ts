/** The house rules that a machine can check: who may import whom, what a file is called, and how large a room may get. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const DOMAINS =
  'accounts skills organisations volunteers missions matching engagements programmes exchange messaging notifications moderation transparency'.split(
    ' ',
  );
const GENERATED = /^src\/lib\/paraglide\/|\.d\.ts$/;

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : walk(path);
    return GENERATED.test(path) ? [] : [path];
  });
}

interface Module {
  path: string;
  text: string;
  lines: number;
  /** Imported files as paths from the root (without ending when the import has none), or package names. */
  imports: string[];
}

const modules: Module[] = ['src', 'seed', 'tests']
  .flatMap(walk)
  .filter((path) => /\.(ts|svelte|mjs)$/.test(path))
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const found = text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
    );
    const imports = [...found].map(([, from, bare, dynamic]) => {
      const target = from ?? bare ?? dynamic ?? '';
      if (target.startsWith('$lib/')) return target.replace('$lib/', 'src/lib/');
      if (target.startsWith('.')) return relative(root, resolve(root, dirname(path), target));
      return target;
    });
    return { path, text, lines: text.split('\n').length - 1, imports };
  });

const isTest = (path: string) => path.endsWith('.test.ts') || path.startsWith('tests/');
const source = modules.filter((module) => !isTest(module.path));
const domainOf = (path: string) => /^src\/lib\/domains\/([^/]+)\//.exec(path)?.[1];
const isServer = (path: string) => /(^|\/)server\//.test(path) || /\.server(\.ts)?$/.test(path);
const isRule = (path: string) =>
  domainOf(path) !== undefined && path.endsWith('.ts') && !isServer(path) && !/\/components\//.test(path);
const runsInBrowser = (path: string) =>
  path.endsWith('.svelte') ||
  path.startsWith('src/lib/ui/') ||
  path.startsWith('src/lib/shared/') ||
  isRule(path) ||
  /\+(page|layout)\.ts$/.test(path);

/** Every import that breaks a rule, as `file -> import`. */
function breaches(rule: (module: Module, target: string) => boolean, among = source): string[] {
  return among.flatMap((module) =>
    module.imports.filter((target) => rule(module, target)).map((target) => `${module.path} -> ${target}`),
  );
}

describe('imports', () => {
  it('keeps server code out of everything a browser may load', () => {
    expect(breaches(({ path }, target) => runsInBrowser(path) && isServer(target))).toEqual([]);
  });

  it('keeps the platform ignorant of domains, except where it composes them', () => {
    expect(
      breaches(
        ({ path }, target) =>
          path.startsWith('src/lib/server/') &&
          path !== 'src/lib/server/start.ts' &&
          domainOf(`${target}/`) !== undefined,
      ),
    ).toEqual([]);
  });

  it('lets a domain call only itself and lower domains', () => {
    const rank = (path: string) => DOMAINS.indexOf(domainOf(`${path}/`) ?? '');
    expect(
      modules.filter(({ path }) => domainOf(path) !== undefined && rank(path) < 0).map(({ path }) => path),
    ).toEqual([]);
    expect(breaches(({ path }, target) => rank(path) >= 0 && rank(target) > rank(path))).toEqual([]);
  });

  it('keeps a model private to its domain', () => {
    expect(
      breaches(
        ({ path }, target) =>
          /\.model$/.test(target) && domainOf(target) !== undefined && domainOf(path) !== domainOf(target),
      ),
    ).toEqual([]);
  });

  it('keeps Mongoose out of routes, rules and components', () => {
    expect(
      breaches(
        ({ path }, target) =>
          target === 'mongoose' && !/^src\/(cli|lib\/server|lib\/domains\/[^/]+\/server)\//.test(path),
      ),
    ).toEqual([]);
  });

  it('keeps the interface parts ignorant of domains', () => {
    expect(
      breaches(({ path }, target) => path.startsWith('src/lib/ui/') && domainOf(`${target}/`) !== undefined),
    ).toEqual([]);
  });

  it('keeps shared code at the bottom', () => {
    expect(
      breaches(
        ({ path }, target) =>
          path.startsWith('src/lib/shared/') &&
          /^src\//.test(target) &&
          !/^src\/lib\/(shared|paraglide)\//.test(target),
      ),
    ).toEqual([]);
  });

  it('keeps rules pure: shared code, Zod, messages and rules of lower domains', () => {
    const allowed = (target: string) =>
      target === 'zod' ||
      /^src\/lib\/(shared|paraglide)\//.test(target) ||
      (domainOf(target) !== undefined && !isServer(target) && !/\.svelte$/.test(target));
    expect(breaches(({ path }, target) => isRule(path) && !allowed(target) && !target.endsWith('.json'))).toEqual([]);
  });

  it('keeps the embedded store self-contained', () => {
    const allowed = (target: string) =>
      /^(node:|bson$|lmdb$|mingo(\/|$)|src\/lib\/server\/embedded\/store\/)/.test(target);
    expect(
      breaches(({ path }, target) => path.startsWith('src/lib/server/embedded/store/') && !allowed(target)),
    ).toEqual([]);
  });
});

describe('sizes', () => {
  const limitOf = (path: string) => {
    if (/\+(page|layout)\.server\.ts$/.test(path)) return 80;
    if (/\/server\/commands\//.test(path)) return 120;
    return path.endsWith('.svelte') ? 250 : 300;
  };

  it('keeps every file within its limit', () => {
    const long = modules.filter(
      ({ path, lines }) => /\.(ts|svelte)$/.test(path) && !path.startsWith('seed/') && lines > limitOf(path),
    );
    expect(long.map(({ path, lines }) => `${path}: ${lines} lines, at most ${limitOf(path)}`)).toEqual([]);
  });

  it('keeps at most 15 files in a folder', () => {
    const counts = new Map<string, number>();
    for (const path of ['src', 'tests'].flatMap(walk).filter((file) => !file.endsWith('.md')))
      counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 15)).toEqual([]);
  });
});

describe('names', () => {
  it('uses no catch-all names and no barrels', () => {
    const bad = source.filter(
      ({ path }) => /(^|[/-])(utils?|helpers?|managers?|services?)([.-]|\/)/.test(path) || /\/index\.ts$/.test(path),
    );
    expect(bad.map(({ path }) => path)).toEqual([]);
  });

  it('gives each command one function, called like its file', () => {
    const wrong = source
      .filter(({ path }) => /\/server\/commands\/[^/]+\.ts$/.test(path))
      .filter(({ path, text }) => {
        const name = (/([^/]+)\.ts$/.exec(path)?.[1] ?? '').replace(/-([a-z0-9])/g, (_, letter: string) =>
          letter.toUpperCase(),
        );
        const functions = [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, found]) => found);
        return functions.length !== 1 || functions[0] !== name;
      });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('says atop each module what it is', () => {
    const silent = source.filter(({ path, text }) => path.endsWith('.ts') && !/^(#!.*\n)?\/[*/]/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('leaves no checker switched off and no unfinished words', () => {
    const marks = new RegExp(
      [
        '@ts-' + 'ignore',
        '@ts-' + 'nocheck',
        'eslint-' + 'disable',
        'TO' + 'DO',
        'FIX' + 'ME',
        'lorem ' + 'ipsum',
        'coming ' + 'soon',
      ].join('|'),
    );
    expect(
      source
        .filter(({ path, text }) => path !== 'src/architecture.test.ts' && marks.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});
