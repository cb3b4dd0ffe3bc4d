/** The configuration of a running server, read once and checked: a wrong value stops the start with its name. */
import { resolve } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  /** Public address of this installation, for links in mail and the origin check. */
  ORIGIN: z.url().optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** Where the embedded store and uploads live. */
  DATA_DIR: z.string().default('.data'),
  MONGODB_URI: z.string().optional(),
  MEILI_URL: z.url().optional(),
  MEILI_KEY: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Causeway <no-reply@causeway.example>'),
  /** Where people write to whoever runs this installation. */
  CONTACT_EMAIL: z.email().default('contact@causeway.example'),
  /** Database inside the embedded store; tests give each file its own. */
  DATABASE: z
    .string()
    .regex(/^[a-z0-9_-]{1,40}$/)
    .default('causeway'),
  /** Opens secrets of others that are kept sealed; made once in the data directory where it is not given. */
  SECRET_KEY: z.string().min(32).optional(),
  /** `on` lets single sign-on ask a provider on this very machine: for tests only. */
  ALLOW_LOCAL_SIGN_ON: z.enum(['on', 'off']).default('off'),
  /** `off` ends what devices keep of pages: each device forgets them with its next answer. */
  OFFLINE_PAGES: z.enum(['on', 'off']).default('on'),
  /** `off` keeps the demonstration data out of a new installation. */
  DEMO: z.enum(['on', 'off']).optional(),
});

export type Env = z.output<typeof schema>;

let current: Env | undefined;

export function env(): Env {
  current ??= readEnv(process.env);
  return current;
}

/** For tests, which change the variables: the next reader reads them anew. */
export function forgetEnv(): void {
  current = undefined;
}

/** @throws Error that names each variable and what is wrong with it */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== '' && value !== undefined));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The configuration is not usable:\n${lines.join('\n')}`);
  }
  return { ...parsed.data, DATA_DIR: resolve(parsed.data.DATA_DIR) };
}

/** The address that links in mail begin with: configured, never taken from a request. */
export function publicOrigin(): string {
  return (env().ORIGIN ?? `http://localhost:${env().PORT}`).replace(/\/$/, '');
}

/** Whether this installation shows demonstration data and accounts. Real servers are never filled unasked. */
export function isDemo(): boolean {
  const { DEMO, MONGODB_URI } = env();
  return DEMO === undefined ? MONGODB_URI === undefined : DEMO === 'on';
}
