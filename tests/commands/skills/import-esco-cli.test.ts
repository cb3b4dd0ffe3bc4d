/** `npm run import:esco` as the operator runs it: help, errors, report, and a `kill -9` in the middle. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, inject, it } from 'vitest';
import mongoose from 'mongoose';
import { manyConcepts, skillsFile, writeFile } from './esco-files';

const program = new URL('../../../build/cli/import-esco.js', import.meta.url).pathname;
const database = `cli${randomUUID().slice(0, 8)}`;
const uri = inject('mongoTemplate').replace('DATABASE', database);

interface Outcome {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

function run(args: string[], whileRunning?: (child: ReturnType<typeof spawn>) => void): Promise<Outcome> {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, MONGODB_URI: uri, DEMO: 'off' } });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  whileRunning?.(child);
  return new Promise((done) => child.on('close', (code, signal) => done({ code, signal, out, err })));
}

const escoSkills = () => mongoose.connection.useDb(database).collection('skills').countDocuments({ source: 'esco' });

afterAll(async () => {
  await mongoose.connection.useDb(database).dropDatabase();
});

describe('SKILL-CLI npm run import:esco', () => {
  it('explains itself', async () => {
    const help = await run(['--help']);
    expect(help.code).toBe(0);
    expect(help.out).toMatch(/skills_en\.csv of ESCO/);
    const nothing = await run([]);
    expect(nothing.code).toBe(2);
    expect(nothing.err).toMatch(/Which file\?/);
    expect((await run(['--bogus'])).code).toBe(2);
  });

  it('says what is wrong with a file, without a stack trace', async () => {
    const { code, err, out } = await run([writeFile('a,b\n1,2\n')]);
    expect(code).toBe(1);
    expect(err).toMatch(/lacks conceptType/);
    expect(err + out).not.toMatch(/\n\s+at /);
  });

  it('survives a kill in the middle, finishes the next time, and reports in numbers', async () => {
    const path = skillsFile(manyConcepts(6000));
    const killed = await run([path], (child) => {
      const watch = setInterval(() => {
        void escoSkills().then((count) => {
          if (count > 0) child.kill('SIGKILL');
        });
      }, 5);
      child.on('close', () => clearInterval(watch));
    });
    expect(killed.signal).toBe('SIGKILL');
    const before = await escoSkills();
    expect(before).toBeGreaterThan(0);
    const next = await run([writeFile(gzipSync(readFileSync(path)))]);
    for (const line of next.err.split('\n').filter(Boolean))
      expect(line).toMatch(/^[\d,]+ rows read, \d+ % of the file$/);
    expect(next.code).toBe(0);
    const imported = (6000 - before).toLocaleString('en');
    expect(next.out).toContain(
      `${imported} imported, 0 updated, ${before.toLocaleString('en')} left unchanged, 0 rows skipped`,
    );
    expect(await escoSkills()).toBe(6000);
  }, 60_000);
});
