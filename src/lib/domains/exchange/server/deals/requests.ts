/** The limit of deals per request: a claim on the request, made in a write that names the count it was read at. */
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import type { Leg } from '../../deal/deal';
import { Deals, type DealDocument } from '../deal.model';
import { Registrations, type RegistrationDocument } from '../registration.model';

/** @throws AppError refused when a request has as many deals as it may; conflict when it is too busy */
export async function claimRequests(legs: readonly Leg[], dealId: string, limit: number, at: Date): Promise<void> {
  for (const { receiver, requestId } of legs) if (requestId) await claim(receiver, requestId, dealId, limit, at);
}

/** Within this time a claim whose deal is not there yet counts; later, the process that made it has ended before the deal. */
const PENDING_MS = 60_000;

async function claim(
  registrationId: string,
  requestId: string,
  dealId: string,
  limit: number,
  at: Date,
): Promise<void> {
  const pendingFrom = newId(new Date(at.getTime() - PENDING_MS)).slice(0, 9);
  for (let attempt = 0; attempt < 20; attempt++) {
    const seen = await Registrations.findById(registrationId).lean<RegistrationDocument>();
    const request = seen?.items.find(({ id, side }) => id === requestId && side === 'request');
    if (!seen || !request) throw new AppError('refused', 'deal_refusal_request');
    if (seen.claims.some((one) => one.requestId === requestId && one.dealId === dealId)) return;
    const others = seen.claims.filter((one) => one.requestId === requestId).map((one) => one.dealId);
    const made = await Deals.find({ _id: op({ $in: others }) })
      .select({ state: 1 })
      .lean<Pick<DealDocument, '_id' | 'state'>[]>();
    const known = new Set(made.map(({ _id }) => _id));
    const pending = others.filter((id) => !known.has(id) && id.slice(0, 9) >= pendingFrom);
    if (made.filter(({ state }) => state !== 'rejected').length + pending.length >= limit)
      throw new AppError('refused', 'deal_refusal_limit', { params: { title: request.title, limit } });
    const written = await Registrations.updateOne(
      { _id: registrationId, rev: seen.rev },
      { $push: { claims: { requestId, dealId } }, $inc: { rev: 1 } },
    );
    if (written.matchedCount > 0) return;
  }
  throw new AppError('conflict', 'error_conflict');
}

/** Gives back what a deal held, or what it does not answer any more. */
export async function releaseRequests(dealId: string, legs: readonly Leg[] = []): Promise<void> {
  const kept = legs.flatMap(({ requestId }) => requestId ?? []);
  await Registrations.updateMany(
    { claims: op({ $elemMatch: { dealId, requestId: op({ $nin: kept }) } }) },
    { $pull: { claims: { dealId, requestId: { $nin: kept } } }, $inc: { rev: 1 } },
  );
}
