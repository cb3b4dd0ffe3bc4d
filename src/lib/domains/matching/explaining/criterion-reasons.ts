/** The reason of each criterion for one volunteer. Pure. */
import type { HoursFit, MatchReason } from '../reasons';
import type { Criterion } from '../weights';
import { MINUTES_PER_WEEK, sharedMinutes, type CompiledRole } from '../scoring/compiled-role';
import { has, languageFit, skillFit, standInsHeld } from './fits';
import { distinct, languageNeeds, skillNeeds } from '../scoring/role-needs';
import { kilometresApart } from '../scoring/scorer';
import { firstFrom } from '../scoring/token-table';
import { ALWAYS, licenceKey, quartersPerWeek } from '../scoring/volunteer-columns';

type ReasonOf<C extends Criterion> = MatchReason & { criterion: C };

/** Which of three keys: everything met, nothing at all, or something between. */
function grade<Key extends string>(
  fit: { met: unknown[]; below: unknown[]; missing: unknown[] },
  keys: [Key, Key, Key],
) {
  if (fit.below.length + fit.missing.length === 0) return keys[0];
  return fit.met.length + fit.below.length === 0 ? keys[2] : keys[1];
}

function relatedReason(role: CompiledRole, position: number): ReasonOf<'related'> {
  const { standIns, unmet } = standInsHeld(role, position);
  const without = unmet === 0 ? 'needs_no_stand_in' : 'has_no_stand_in';
  return { criterion: 'related', key: standIns.length > 0 ? 'has_stand_ins' : without, params: { standIns } };
}

function causesReason(role: CompiledRole, position: number): ReasonOf<'causes'> {
  const causes = distinct(role.role.causes);
  const shared = causes.filter((cause) => has(role, position, 'cause', cause));
  const others = causes.filter((cause) => !shared.includes(cause));
  return {
    criterion: 'causes',
    key: shared.length > 0 ? 'shares_causes' : 'shares_no_cause',
    params: { shared, others },
  };
}

function jurisdictionReason(role: CompiledRole, position: number): ReasonOf<'jurisdiction'> {
  const asked = distinct(role.role.jurisdictions);
  const known = asked.filter((code) => has(role, position, 'jurisdiction', code));
  const unknown = asked.filter((code) => !known.includes(code));
  const need = role.role.licence;
  const licence =
    need === null
      ? null
      : {
          kind: need.kind,
          jurisdiction: need.jurisdiction,
          held: has(role, position, 'licence', licenceKey(need)),
        };
  const lacks = unknown.length > 0 || licence?.held === false;
  const some = known.length > 0 || licence?.held === true;
  const key = lacks ? (some ? 'knows_some_law' : 'knows_no_law') : 'knows_all_law';
  return { criterion: 'jurisdiction', key, params: { known, unknown, licence } };
}

/** Minutes since 1970; without limit ALWAYS and its negative. */
export function timesOf(role: CompiledRole, position: number): { from: number; until: number } {
  const { limited } = role.columns;
  const at = firstFrom(limited.positions, position);
  if (limited.positions[at] !== position) return { from: -ALWAYS, until: ALWAYS };
  return { from: limited.from[at] as number, until: limited.until[at] as number };
}

function hoursFit(role: CompiledRole, position: number): HoursFit {
  const { from, until } = timesOf(role, position);
  const openEnded = role.role.deadline === null ? role.weights.curves.openEndedWeeks * MINUTES_PER_WEEK : ALWAYS;
  const minutes = Math.max(0, Math.min(openEnded, sharedMinutes(role.opens, role.closes, from, until)));
  const perWeek = quartersPerWeek(role.columns.perWeek[position] as number) / 4;
  return {
    available: Math.round((10 * perWeek * minutes) / MINUTES_PER_WEEK) / 10,
    needed: role.role.hoursNeeded ?? 0,
    perWeek,
    until: until < role.closes && until > -ALWAYS ? until * 60_000 : null,
  };
}

function placeReason(role: CompiledRole, position: number): ReasonOf<'place'> {
  const { place } = role.role;
  if (place.remote) return { criterion: 'place', key: 'place_not_remote', params: {} };
  const kilometres = kilometresApart(role, position);
  if (Number.isNaN(kilometres)) {
    const same = role.columns.country[position] === role.country;
    const key = same ? 'place_same_country' : 'place_elsewhere';
    return { criterion: 'place', key, params: { country: place.country } };
  }
  const radiusKm = role.columns.radiusKm[position] as number;
  const key = kilometres <= radiusKm ? 'place_near' : 'place_far';
  return { criterion: 'place', key, params: { kilometres: Math.round(kilometres), radiusKm } };
}

const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

/** `full`: the criterion earns everything at stake. */
export function reasonFor(role: CompiledRole, position: number, criterion: Criterion, full: boolean): MatchReason {
  switch (criterion) {
    case 'mustHave': {
      const params = skillFit(role, position, skillNeeds(role.role.mustHave));
      const key = grade(params, ['has_all_must_have', 'has_some_must_have', 'has_no_must_have']);
      return { criterion, key, params };
    }
    case 'niceToHave': {
      const params = skillFit(role, position, skillNeeds(role.role.niceToHave));
      const key = grade(params, ['has_all_nice_to_have', 'has_some_nice_to_have', 'has_no_nice_to_have']);
      return { criterion, key, params };
    }
    case 'related':
      return relatedReason(role, position);
    case 'languages': {
      const params = languageFit(role, position, languageNeeds(role.role.languages));
      return { criterion, key: grade(params, ['speaks_all', 'speaks_some', 'speaks_none']), params };
    }
    case 'causes':
      return causesReason(role, position);
    case 'jurisdiction':
      return jurisdictionReason(role, position);
    case 'hours': {
      if (known(role.columns.perWeek[position]) === null) {
        return { criterion, key: 'hours_unknown', params: { needed: role.role.hoursNeeded ?? 0 } };
      }
      return { criterion, key: full ? 'hours_enough' : 'hours_short', params: hoursFit(role, position) };
    }
    case 'place':
      return placeReason(role, position);
    case 'responsiveness': {
      const { replyHours, answered } = role.columns;
      return {
        criterion,
        key: 'replies',
        params: { medianReplyHours: known(replyHours[position]), shareAnswered: known(answered[position]) },
      };
    }
  }
}
