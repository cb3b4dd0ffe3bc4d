/** The charter of an engagement for its pages: the version in force, the change that waits, and every version before. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { hasSigned, type Charter, type CharterSection, type CharterTerms } from '../../../charter/charter';
import type { ChangeAuthor } from '../../../charter/charter-change';
import { differenceOf, linesOf, type DiffLine } from '../../../charter/charter-diff';
import { mayStep, type Party } from '../../../engagement/engagement';
import { engagementFor, type EngagementHead } from '../engagement-view';

export interface CharterText {
  version: number;
  hash: string;
  writtenAt: string;
  sections: CharterSection[];
  terms: CharterTerms;
  signatures: { party: Party; name: string; at: string; hash: string }[];
  /** Against the version before; null for the first. */
  difference: DiffLine[] | null;
}

export interface WaitingChange extends CharterText {
  by: ChangeAuthor;
  reason: string;
  iSigned: boolean;
  /** The reader's side proposed it. */
  isOwn: boolean;
}

export interface CharterPage extends EngagementHead, CharterText {
  iSigned: boolean;
  /** Null when no change waits, or when the work ended before it was signed. */
  change: WaitingChange | null;
  /** Versions that a later one replaced, the latest first. */
  earlier: { version: number; writtenAt: string; signatures: CharterText['signatures'] }[];
}

export async function charterPage(ctx: Context, id: string): Promise<CharterPage> {
  const { engagement, head } = await engagementFor(ctx, id);
  const { charter, charterChange, earlierCharters, state } = engagement;
  const waits = charterChange && mayStep(state, 'propose_change') ? charterChange : null;
  return {
    ...head,
    ...textOf(charter, earlierCharters.at(-1)),
    iSigned: hasSigned(charter, head.side),
    change: waits && {
      ...textOf(waits.charter, charter),
      by: waits.by,
      reason: waits.reason,
      iSigned: hasSigned(waits.charter, head.side),
      isOwn: waits.by === head.side,
    },
    earlier: earlierCharters
      .map((each) => ({
        version: each.version,
        writtenAt: each.writtenAt.toISOString(),
        signatures: signaturesOf(each),
      }))
      .toReversed(),
  };
}

/** One version, the one in force included. @throws AppError not_found for strangers and versions that never were */
export async function charterVersion(ctx: Context, id: string, number: number): Promise<EngagementHead & CharterText> {
  const { engagement, head } = await engagementFor(ctx, id);
  const versions = [...engagement.earlierCharters, engagement.charter];
  const index = versions.findIndex(({ version }) => version === number);
  const found = versions[index];
  if (!found) throw new AppError('not_found', 'error_not_found');
  return { ...head, ...textOf(found, versions[index - 1]) };
}

function textOf(charter: Charter, before: Charter | undefined): CharterText {
  const { version, hash, writtenAt, sections, terms } = charter;
  return {
    version,
    hash,
    writtenAt: writtenAt.toISOString(),
    sections: sections.map(({ heading, lines }) => ({ heading, lines: [...lines] })),
    terms: { ...terms, deliverables: terms.deliverables.map((each) => ({ ...each })) },
    signatures: signaturesOf(charter),
    difference: before ? differenceOf(linesOf(before.sections), linesOf(charter.sections)) : null,
  };
}

const signaturesOf = ({ signatures }: Charter) =>
  signatures.map(({ party, name, at, hash }) => ({ party, name, at: at.toISOString(), hash }));
