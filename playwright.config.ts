/** End-to-end tests: the built application on the embedded services, in the distribution's Chromium. */
import { defineConfig, devices } from '@playwright/test';

const port = Number(process.env.E2E_PORT ?? 4173);
const origin = `http://localhost:${port}`;
const launchOptions = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'node_modules/.cache/playwright',
  fullyParallel: false,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'line',
  use: {
    baseURL: origin,
    launchOptions,
    // A trace costs a third of the time: it is recorded when asked for, to look at what failed.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    actionTimeout: 15_000,
  },
  projects: [
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
      grepInvert: /@phone|@no-script/,
    },
    { name: 'phone', use: { ...devices['Pixel 7'] }, grep: /@phone/ },
    { name: 'no-script', use: { ...devices['Desktop Chrome'], javaScriptEnabled: false }, grep: /@no-script/ },
  ],
  webServer: {
    command: 'node tests/e2e/support/serve.mjs',
    url: `${origin}/healthz`,
    env: {
      PORT: String(port),
      DATA_DIR: `node_modules/.cache/e2e-data-${port}`,
      LOG_LEVEL: 'warn',
      DEMO: 'on',
      ALLOW_LOCAL_SIGN_ON: 'on',
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 8000 },
    timeout: 120_000,
    reuseExistingServer: false,
  },
});
