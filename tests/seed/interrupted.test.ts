/** SEED-020: half of a demonstration is never taken for the whole. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { seedCommand } from './run-program';

const directory = mkdtempSync(join(tmpdir(), 'causeway-seed-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('npm run seed', () => {
  it('SEED-020 stops when told to, and starts over the next time', async () => {
    const environment = { DATA_DIR: directory, DEMO: 'on' };
    const first = seedCommand([], environment);
    await first.says('Demonstration data: ');
    const other = await seedCommand(['--if-empty'], environment).ended;
    expect(other).toMatchObject({ code: 2, output: expect.stringContaining('Another process') as string });
    first.interrupt();
    expect(await first.ended).toMatchObject({
      code: 130,
      output: expect.stringContaining('Stopped half-way. The next run starts over.') as string,
    });
    const second = seedCommand(['--if-empty'], environment);
    await second.says('left unfinished. Starting over.');
    second.interrupt();
    expect((await second.ended).code).toBe(130);
  }, 60_000);

  it('SEED-021 does nothing where demonstrations are off, and says how it is used', async () => {
    const off = { DATA_DIR: directory, DEMO: 'off' };
    expect(await seedCommand(['--if-empty'], off).ended).toEqual({ code: 0, output: '' });
    expect(await seedCommand([], off).ended).toMatchObject({
      code: 2,
      output: expect.stringContaining('DEMO is off') as string,
    });
    expect((await seedCommand(['--help'], off).ended).output).toContain('--if-empty');
    expect((await seedCommand(['--volunteers', 'many'], off).ended).code).toBe(2);
    expect((await seedCommand(['--what'], off).ended).code).toBe(2);
  }, 60_000);
});
