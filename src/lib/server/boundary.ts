/** The only place where what commands throw becomes an answer: for form actions, for page loads and for the API. */
import { error, fail, json, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { AppError } from '$lib/shared/app-error';
import type { Context } from './context';
import { parseForm, typedValues, type FormFailure } from './forms/parse-form';
import { log } from './log';
import { isDatabaseDown } from './mongo';
import { translate } from './translate';

export interface ActionArgs<T> {
  ctx: Context;
  input: T;
  /** The form's idempotency key, when the form carries one. */
  formKey: string | undefined;
  event: RequestEvent;
}

const FORM_KEY = /^[\w-]{16,64}$/;

/** What an action gives a page that shows failures: `form?.errors.title`, `form?.values.title`, `form?.message`. */
export type FormAnswer = FormFailure & { formId: string };

/**
 * A form action: parses the posted form with a strict schema, runs the handler, and turns refusals into failures that
 * keep what was typed. `formId` tells several forms on one page apart. The handler may redirect.
 */
export function formAction<S extends z.ZodType, R>(
  formId: string,
  schema: S,
  handler: (args: ActionArgs<z.output<S>>) => Promise<R>,
): (event: RequestEvent) => Promise<R | ActionFailure<FormAnswer>> {
  return async (event) => {
    const { ctx } = event.locals;
    let form: FormData | undefined;
    try {
      form = await readForm(event);
      const parsed = parseForm(schema, form, ctx.locale);
      if (!parsed.ok) return fail(400, { formId, ...parsed.failure });
      const key = form.get('_key');
      const formKey = typeof key === 'string' && FORM_KEY.test(key) ? key : undefined;
      return await handler({ ctx, input: parsed.data, formKey, event });
    } catch (thrown) {
      const refusal = asAppError(thrown);
      if (!refusal) throw thrown;
      const message = translate(refusal.reason, ctx.locale, refusal.params);
      const errors: Record<string, string> = refusal.field ? { [refusal.field]: message } : {};
      return fail(refusal.status, { formId, message, errors, values: form ? typedValues(form) : {} });
    }
  };
}

async function readForm(event: RequestEvent): Promise<FormData> {
  try {
    return await event.request.formData();
  } catch (cause) {
    log.debug({ err: cause }, 'unreadable form');
    throw new AppError('invalid', 'error_invalid');
  }
}

/** What commands throw on purpose, and a database that does not answer; null for everything else. */
function asAppError(thrown: unknown): AppError | null {
  if (thrown instanceof AppError) return thrown;
  if (!isDatabaseDown(thrown)) return null;
  log.error({ err: thrown }, 'database does not answer');
  return new AppError('unavailable', 'error_database_down');
}

/** A page load or an endpoint: refusals become Kit's errors in the reader's language. Wrap the whole body. */
export async function guarded<T>(event: { locals: App.Locals }, work: (ctx: Context) => Promise<T>): Promise<T> {
  try {
    return await work(event.locals.ctx);
  } catch (thrown) {
    const refusal = asAppError(thrown);
    if (!refusal) throw thrown;
    const message = translate(refusal.reason, event.locals.ctx.locale, refusal.params);
    error(refusal.status, { message, reason: refusal.reason });
  }
}

/** An endpoint of the JSON API: the answer as JSON, refusals as `{ error: { code, reason, message } }`. */
export async function jsonAnswer(
  event: RequestEvent,
  work: (ctx: Context) => Promise<unknown>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const { ctx } = event.locals;
  try {
    return json(await work(ctx), { headers });
  } catch (thrown) {
    const refusal = asAppError(thrown);
    if (!refusal) throw thrown;
    const message = translate(refusal.reason, ctx.locale, refusal.params);
    return json({ error: { code: refusal.code, reason: refusal.reason, message } }, { status: refusal.status });
  }
}
