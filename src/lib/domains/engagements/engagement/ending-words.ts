/** The words for how work ended before its account was due. */
import { m } from '$lib/paraglide/messages.js';
import { REASON_KINDS, type EndKind } from './ending';

export function endKindWords(kind: EndKind): string {
  switch (kind) {
    case 'no_time':
      return m.end_kind_no_time();
    case 'personal':
      return m.end_kind_personal();
    case 'no_answer':
      return m.end_kind_no_answer();
    case 'disagreement':
      return m.end_kind_disagreement();
    case 'quality':
      return m.end_kind_quality();
    case 'mission_changed':
      return m.end_kind_mission_changed();
    case 'other':
      return m.end_kind_other();
    case 'handover':
      return m.end_kind_handover();
    case 'mediated':
      return m.end_kind_mediated();
    case 'mission_cancelled':
      return m.end_kind_mission_cancelled();
    case 'left':
      return m.end_kind_left();
  }
}

export function reasonKindChoices(): { value: string; label: string }[] {
  return REASON_KINDS.map((value) => ({ value, label: endKindWords(value) }));
}
