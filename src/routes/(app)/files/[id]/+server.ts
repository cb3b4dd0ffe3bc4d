/** An upload, for those who may read what it belongs to. */
import { guarded } from '$lib/server/boundary';
import { fileAnswer } from '$lib/server/files/file-answer';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => guarded(event, (ctx) => fileAnswer(ctx, event.params.id));
