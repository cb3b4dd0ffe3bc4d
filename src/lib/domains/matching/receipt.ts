/** The match receipt: what was asked, with which weights, and the points of everyone shown; kept, and replayed. Pure. */
import { bandOf } from './ranking/bands';
import type { MatchExplanation } from './reasons';
import type { TierNumber } from './tiers';
import { CRITERIA, type Criterion } from './weights';

export interface ReceiptRequest {
  /** `candidates`: volunteers for a role; `fits_me`: roles for a volunteer. */
  kind: 'candidates' | 'fits_me';
  /** The role or the volunteer asked for. */
  subjectId: string;
  limit: number;
  /** Milliseconds since 1970: the moment availability was reckoned at. */
  now: number;
  /** Of the day's shuffle. */
  seed: string;
}

export interface ReceiptEntry {
  /** The volunteer or the role listed. */
  id: string;
  score: number;
  /** 0 to 9. */
  band: number;
  /** Points earned, for the criteria that count. */
  points: Partial<Record<Criterion, number>>;
}

export interface MatchReceipt {
  request: ReceiptRequest;
  weightsVersion: string;
  /** Of the search index or of the set of people that was ranked. */
  indexVersion: string;
  /** Null: everyone was scored. */
  tier: TierNumber | null;
  /** How many were ranked before the list was cut to its limit. */
  total: number;
  /** True when the candidates themselves were cut short: then better ones may be missing. */
  truncated: boolean;
  /** In the order shown. */
  top: ReceiptEntry[];
}

function pointsOf(explanation: MatchExplanation): ReceiptEntry['points'] {
  return Object.fromEntries(
    explanation.criteria.filter(({ applies }) => applies).map(({ criterion, points }) => [criterion, points]),
  );
}

const idFor = (kind: ReceiptRequest['kind'], explanation: MatchExplanation) =>
  kind === 'candidates' ? explanation.volunteerId : explanation.roleId;

export function makeReceipt(
  request: ReceiptRequest,
  circumstances: Pick<MatchReceipt, 'weightsVersion' | 'indexVersion' | 'tier' | 'total' | 'truncated'>,
  shown: readonly MatchExplanation[],
): MatchReceipt {
  const top = shown.map((explanation) => ({
    id: idFor(request.kind, explanation),
    score: explanation.score,
    band: bandOf(explanation.score),
    points: pointsOf(explanation),
  }));
  return { request, ...circumstances, top };
}

export type ReceiptDifference =
  | { kind: 'weights'; kept: string; replayed: string }
  /** No longer there: deleted, or no longer visible. */
  | { kind: 'gone'; id: string }
  | { kind: 'kept_out'; id: string }
  | { kind: 'score'; id: string; kept: number; replayed: number }
  | { kind: 'points'; id: string; criterion: Criterion; kept: number | null; replayed: number | null };

/**
 * Compares a receipt with the same scores reckoned again: by the weights of its version (`weightsOf`) and as of its
 * `request.now`. On the same data there is no difference; on data that changed since, these are the changes. `again`
 * gives null for whoever is gone.
 */
export function replayReceipt(
  receipt: MatchReceipt,
  again: (id: string) => MatchExplanation | null,
): ReceiptDifference[] {
  return receipt.top.flatMap((entry): ReceiptDifference[] => {
    const explanation = again(entry.id);
    if (explanation === null) return [{ kind: 'gone', id: entry.id }];
    if (explanation.weightsVersion !== receipt.weightsVersion) {
      return [{ kind: 'weights', kept: receipt.weightsVersion, replayed: explanation.weightsVersion }];
    }
    return [
      ...(explanation.exclusions.length > 0 ? [{ kind: 'kept_out' as const, id: entry.id }] : []),
      ...(explanation.score === entry.score
        ? []
        : [{ kind: 'score' as const, id: entry.id, kept: entry.score, replayed: explanation.score }]),
      ...differingPoints(entry, pointsOf(explanation)),
    ];
  });
}

function differingPoints(entry: ReceiptEntry, replayed: ReceiptEntry['points']): ReceiptDifference[] {
  return CRITERIA.filter((criterion) => entry.points[criterion] !== replayed[criterion]).map((criterion) => ({
    kind: 'points',
    id: entry.id,
    criterion,
    kept: entry.points[criterion] ?? null,
    replayed: replayed[criterion] ?? null,
  }));
}
