/** What a notification is to its reader, and the shapes that the pages post. */
import { z } from 'zod';
import { ID_PATTERN } from '$lib/shared/ids';
import type { MailKind } from '$lib/shared/mail-kind';

export const PAGE_SIZE = 20;
/** A count above this is said as "99+". */
export const MOST_COUNTED = 99;
/** After so many days a notification is forgotten, read or not. */
export const KEEP_DAYS = 180;

export interface NotificationView {
  id: string;
  kind: MailKind;
  title: string;
  text: string;
  /** Whether there is something to open. */
  leads: boolean;
  at: string;
  read: boolean;
}

export const oneForm = z.strictObject({ id: z.string().regex(ID_PATTERN) });
/** Everything up to the newest one on the page: what came in meanwhile stays unread. */
export const allForm = z.strictObject({ upTo: z.iso.datetime() });

/** The page that an address asks for, clamped. */
export function pageOf(params: URLSearchParams): number {
  const page = params.get('page') ?? '';
  return /^\d{1,4}$/.test(page) ? Math.max(1, Number(page)) : 1;
}
