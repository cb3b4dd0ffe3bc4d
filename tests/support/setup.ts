/** Each test file gets a database of its own, the real search engine, and no running jobs: tests drain by hand. */
import mongoose from 'mongoose';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { setClock } from '../../src/lib/server/clock';
import { forgetLimits } from '../../src/lib/server/rate-limit';
import { startPlatform, stopPlatform } from '../../src/lib/server/start';

beforeAll(async () => {
  const name = `t${process.pid.toString(36)}${Date.now().toString(36)}`;
  process.env.MONGODB_URI = inject('mongoTemplate').replace('DATABASE', name);
  process.env.DEMO = 'off';
  process.env.ORIGIN = 'http://causeway.test';
  await startPlatform({ jobs: false });
});

afterEach(() => {
  setClock();
  forgetLimits();
});

afterAll(async () => {
  await mongoose.connection.dropDatabase();
  await stopPlatform();
});
