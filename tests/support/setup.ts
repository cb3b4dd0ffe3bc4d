/**
 * Each test file finds an empty database with its indexes and the curated skills, the real search engine, a data folder of
 * its own and no running jobs: tests drain by hand. The files of a worker share the loaded application and its database.
 */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { forgetExposure } from '../../src/lib/domains/matching/server/exposure/exposure';
import { forgetPool } from '../../src/lib/domains/matching/server/pool/volunteer-pool';
import { forgetSkills } from '../../src/lib/domains/skills/server/skill-cache';
import { setClock } from '../../src/lib/server/clock';
import { forgetEnv } from '../../src/lib/server/env';
import { setFileStore } from '../../src/lib/server/files/files';
import { forgetPages } from '../../src/lib/server/http/page-cache';
import { forgetLimits } from '../../src/lib/server/rate-limit';
import { forgetSettings } from '../../src/lib/server/settings/platform-settings';
import { startPlatform, stopPlatform } from '../../src/lib/server/start';
import { APPLICATION_COLLECTIONS } from './application-models';

/** Before the test file is read, which may set variables of its own: they are gone afterwards. */
const before = { ...process.env };

beforeAll(async () => {
  process.env.MONGODB_URI = inject('mongoTemplate').replace('DATABASE', `t${process.pid.toString(36)}`);
  process.env.DATA_DIR = mkdtempSync(join(inject('dataFolder'), 'file-'));
  process.env.DEMO = 'off';
  process.env.ORIGIN = 'http://causeway.test';
  forgetEverything();
  await startPlatform({ jobs: false });
  // Of models that only an earlier file of this worker knew.
  for (const collection of await collections())
    if (!APPLICATION_COLLECTIONS.has(collection.collectionName)) await collection.drop();
});

afterEach(() => {
  setClock();
  forgetLimits();
});

afterAll(async () => {
  for (const collection of await collections())
    if (APPLICATION_COLLECTIONS.has(collection.collectionName)) await collection.deleteMany({});
  await stopPlatform();
  for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, before);
});

const collections = async () => (await mongoose.connection.db?.collections()) ?? [];

function forgetEverything(): void {
  forgetEnv();
  forgetSkills();
  forgetPool();
  forgetExposure();
  forgetPages();
  forgetSettings();
  setFileStore(undefined);
}
