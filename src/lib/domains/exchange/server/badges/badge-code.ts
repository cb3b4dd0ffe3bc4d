/** The code on a badge: a delegate and a signature of her edition, so that a badge of another edition is known as such. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '$lib/shared/app-error';
import { href } from '$lib/shared/href';
import { ID_PATTERN } from '$lib/shared/ids';
import { BASE_LOCALE } from '$lib/shared/locale';
import { publicOrigin } from '$lib/server/env';
import { readBadge } from '../../registration/badge';
import { Editions, type EditionDocument } from '../edition.model';
import { Registrations, type RegistrationDocument } from '../registration.model';

/** 60 bits: a badge is worth a name in a list, and guesses are limited by the door itself. */
const SIGNATURE_CHARS = 10;

function signatureOf(delegateId: string, secret: string): string {
  return createHmac('sha256', secret).update(delegateId).digest('base64url').slice(0, SIGNATURE_CHARS);
}

export function badgeCode(delegateId: string, secret: string): string {
  return `${delegateId}.${signatureOf(delegateId, secret)}`;
}

/** What the code on paper says: the door of this edition, for any telephone's own camera. */
export function badgeAddress(slug: string, delegateId: string, secret: string): string {
  const code = badgeCode(delegateId, secret);
  return `${publicOrigin()}${href(`/exchange/${slug}/door`, BASE_LOCALE)}?code=${code}`;
}

export async function badgeSecretOf(editionId: string): Promise<string> {
  const found = await Editions.findById(editionId).select('+badgeSecret').lean<Pick<EditionDocument, 'badgeSecret'>>();
  if (!found) throw new AppError('not_found', 'error_not_found');
  return found.badgeSecret;
}

export interface BadgeHolder {
  registration: RegistrationDocument;
  delegateId: string;
  delegate: string;
}

/**
 * Whose badge this is. `text` is what a scanner typed or a camera read: the whole address, or the code alone.
 * @throws AppError refused when it is no badge, or one of another edition
 */
export async function holderOfBadge(
  edition: Pick<EditionDocument, '_id' | 'slug'>,
  text: string,
): Promise<BadgeHolder> {
  const read = readBadge(text);
  if (!read) throw new AppError('refused', 'badge_refusal_unreadable', { field: 'code' });
  if (read.slug && read.slug !== edition.slug) {
    const other = await Editions.findOne({ slug: read.slug }).lean<EditionDocument>();
    throw new AppError('refused', 'badge_refusal_other_edition', {
      field: 'code',
      params: { name: other && other.state !== 'draft' ? other.name : read.slug },
    });
  }
  const expected = Buffer.from(signatureOf(read.delegateId, await badgeSecretOf(edition._id)));
  const given = Buffer.from(read.signature);
  if (!ID_PATTERN.test(read.delegateId) || given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new AppError('refused', 'badge_refusal_signature', { field: 'code' });
  const registration = await Registrations.findOne({
    editionId: edition._id,
    'delegates.id': read.delegateId,
  }).lean<RegistrationDocument>();
  const delegate = registration?.delegates.find(({ id }) => id === read.delegateId);
  if (!registration || !delegate) throw new AppError('refused', 'badge_refusal_gone', { field: 'code' });
  return { registration, delegateId: read.delegateId, delegate: delegate.name };
}
