/** Sending a form that carries a file, with a count of what has left: `fetch` cannot tell. */
import { deserialize } from '$app/forms';
import type { ActionResult } from '@sveltejs/kit';

export interface UploadProgress {
  sent: number;
  total: number;
}

/** Whole percents; 100 only when everything has left. */
export function percentOf({ sent, total }: UploadProgress): number {
  return total > 0 ? Math.min(100, Math.floor((sent / total) * 100)) : 0;
}

export function carriesFile(data: FormData): boolean {
  return [...data.values()].some((value) => typeof value !== 'string' && value.size > 0);
}

/** Null when it was cancelled. The answer of the action otherwise, as Kit's own sending would give it. */
export function sendUpload(
  action: URL,
  data: FormData,
  signal: AbortSignal,
  report: (progress: UploadProgress) => void,
): Promise<ActionResult | null> {
  const { promise, resolve } = deferred<ActionResult | null>();
  const request = new XMLHttpRequest();
  request.open('POST', action);
  request.setRequestHeader('accept', 'application/json');
  request.setRequestHeader('x-sveltekit-action', 'true');
  request.upload.onprogress = ({ loaded, total }) => report({ sent: loaded, total });
  request.onload = () => resolve(answerOf(request));
  request.onerror = () => resolve({ type: 'error', error: new Error('unsent') });
  request.onabort = () => resolve(null);
  signal.addEventListener('abort', () => request.abort(), { once: true });
  request.send(data);
  return promise;
}

function answerOf({ status, responseText }: XMLHttpRequest): ActionResult {
  try {
    const result = deserialize(responseText) as ActionResult;
    if (result.type === 'error') result.status = status;
    return result;
  } catch (error) {
    // Something in between answered, such as a proxy with its own limit.
    return { type: 'error', status, error };
  }
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
