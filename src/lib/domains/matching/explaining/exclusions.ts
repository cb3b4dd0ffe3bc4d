/** Why one volunteer is kept out, with what clashes: the details behind the bits that the scorer sets. Pure. */
import { foldText } from '$lib/domains/skills/labels';
import type { Exclusion } from '../reasons';
import type { CompiledRole } from '../scoring/compiled-role';
import { timesOf } from './criterion-reasons';
import { exclusionKinds } from '../scoring/exclusion-kinds';
import { has, languageFit } from './fits';
import { distinct, languageNeeds } from '../scoring/role-needs';
import type { TokenKind } from '../scoring/token-table';
import { ALWAYS } from '../scoring/volunteer-columns';

/** Every reason for which the volunteer is kept out, with what clashes; empty when there is none. */
export function whyExcluded(role: CompiledRole, position: number, mask: number): Exclusion[] {
  const { role: asked } = role;
  const clashing = (kind: TokenKind, names: readonly string[], key: (name: string) => string) =>
    distinct(names).filter((name) => has(role, position, kind, key(name)));
  const itself = (name: string) => name;
  return exclusionKinds(mask).map((kind): Exclusion => {
    switch (kind) {
      case 'not_available': {
        const { from, until } = timesOf(role, position);
        const noHours = role.columns.perWeek[position] === 0;
        const moment = (minutes: number) => (Math.abs(minutes) >= ALWAYS ? null : minutes * 60_000);
        return { kind, params: { noHours, from: moment(from), until: moment(until) } };
      }
      case 'language_required': {
        const required = languageNeeds(asked.languages).filter((need) => need.required);
        const { below, missing } = languageFit(role, position, required);
        return { kind, params: { below, missing } };
      }
      case 'conflict_of_interest':
        return {
          kind,
          params: {
            parties: clashing('party', asked.opposingParties, foldText),
            files: clashing('file', asked.conflictFiles, foldText),
          },
        };
      case 'blocked':
        return { kind, params: { ngoId: asked.ngoId } };
      case 'programme_refuses':
        return {
          kind,
          params: {
            causes: clashing('refusedCause', asked.causes, itself),
            counterparties: clashing('refusedParty', asked.opposingParties, foldText),
          },
        };
      case 'student_without_supervisor':
        return { kind, params: {} };
      case 'licence_required':
        return {
          kind,
          params: { kind: asked.licence?.kind ?? '', jurisdiction: asked.licence?.jurisdiction ?? '' },
        };
    }
  });
}
