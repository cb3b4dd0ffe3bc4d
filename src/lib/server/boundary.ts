/** The only place where what commands throw becomes an answer: for form actions, for page loads and for the API. */
import { error, fail, json, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { AppError } from '$lib/shared/app-error';
import { MAX_FILE_BYTES } from '$lib/shared/file-ref';
import type { Context } from './context';
import type { Upload } from './files/files';
import { parseForm, typedValues, type FormFailure } from './forms/parse-form';
import { log } from './log';
import { isDatabaseDown } from './mongo';
import { translate } from './translate';

export interface ActionArgs<T> {
  ctx: Context;
  input: T;
  /** The form's idempotency key, when the form carries one. */
  formKey: string | undefined;
  /** What came in the form's file field; null when none was chosen, or when the action takes none. */
  file: Upload | null;
  event: RequestEvent;
}

/** Of everything that a form posts beside its file. */
const MAX_FORM_BYTES = 2_000_000;

const FORM_KEY = /^[\w-]{16,64}$/;

/** What an action gives a page that shows failures: `form?.errors.title`, `form?.values.title`, `form?.message`. */
export type FormAnswer = FormFailure & {
  formId: string;
  /** What the refusal names, such as the record that is there already: for a page that links to it. */
  params?: Record<string, string | number>;
};

/**
 * A form action: parses the posted form with a strict schema, runs the handler, and turns refusals into failures that
 * keep what was typed. `formId` tells several forms on one page apart. The handler may redirect. `upload` names the file
 * field of an action that takes a file; every other action refuses files and large bodies before it reads them.
 */
export function formAction<S extends z.ZodType, R>(
  formId: string,
  schema: S,
  handler: (args: ActionArgs<z.output<S>>) => Promise<R>,
  { upload }: { upload?: string } = {},
): (event: RequestEvent) => Promise<R | ActionFailure<FormAnswer>> {
  return async (event) => {
    const { ctx } = event.locals;
    let form: FormData | undefined;
    try {
      const tooLarge = () => largeFailure(formId, ctx.locale, upload, form);
      if (postedBytes(event) > MAX_FORM_BYTES + (upload ? MAX_FILE_BYTES : 0)) return tooLarge();
      form = await readForm(event);
      requireWriter(ctx, form.get('_by'));
      const posted = upload ? form.get(upload) : null;
      if (upload) form.delete(upload);
      if (posted instanceof File && posted.size > MAX_FILE_BYTES) return tooLarge();
      const file = await asUpload(posted);
      const parsed = parseForm(schema, form, ctx.locale);
      if (!parsed.ok) return fail(400, { formId, ...parsed.failure });
      const key = form.get('_key');
      const formKey = typeof key === 'string' && FORM_KEY.test(key) ? key : undefined;
      return await handler({ ctx, input: parsed.data, formKey, file, event });
    } catch (thrown) {
      const refusal = asAppError(thrown);
      if (!refusal) throw thrown;
      const message = translate(refusal.reason, ctx.locale, refusal.params);
      const errors: Record<string, string> = refusal.field ? { [refusal.field]: message } : {};
      const { params } = refusal;
      return fail(refusal.status, { formId, message, errors, params, values: form ? typedValues(form) : {} });
    }
  };
}

/**
 * What a device kept and sends later names in `_by` who wrote it: nobody else sends it, whoever is signed in meanwhile. To
 * whom nobody is signed in, the command says so itself.
 */
function requireWriter({ actor }: Context, by: FormDataEntryValue | null): void {
  if (actor && by !== null && by !== actor.personId) throw new AppError('forbidden', 'error_other_account');
}

/** A form action that takes a file in the field `upload`, where also its errors are said. */
export function uploadAction<S extends z.ZodType, R>(
  formId: string,
  upload: string,
  schema: S,
  handler: (args: ActionArgs<z.output<S>>) => Promise<R>,
): (event: RequestEvent) => Promise<R | ActionFailure<FormAnswer>> {
  return formAction(formId, schema, handler, { upload });
}

/** A browser always says how much it sends; whoever does not is stopped by the server's own limit. */
function postedBytes({ request }: RequestEvent): number {
  return Number(request.headers.get('content-length') ?? 0);
}

function largeFailure(formId: string, locale: Context['locale'], field: string | undefined, form?: FormData) {
  const message = translate(field ? 'file_refusal_large' : 'error_too_large', locale);
  const errors: Record<string, string> = field ? { [field]: message } : {};
  return fail(413, { formId, message, errors, values: form ? typedValues(form) : {} });
}

/** A field where nothing was chosen posts an empty file without a name. */
async function asUpload(posted: FormDataEntryValue | null): Promise<Upload | null> {
  if (!(posted instanceof File) || (posted.size === 0 && posted.name === '')) return null;
  return { name: posted.name, bytes: new Uint8Array(await posted.arrayBuffer()) };
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
