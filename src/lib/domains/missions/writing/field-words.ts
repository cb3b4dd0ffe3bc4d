/** The names of the form's fields, for the summary of errors and for the comparison of two versions. */
import { m } from '$lib/paraglide/messages.js';

const PART = /^(deliverables|roles)\.(\d+)\.(.+)$/;

export function fieldName(name: string): string {
  const part = PART.exec(name);
  if (!part) return plainName(name);
  const number = Number(part[2]) + 1;
  if (part[1] === 'deliverables') return m.mission_deliverable_number({ number });
  return m.mission_role_field({ number, field: roleFieldName(part[3] ?? '') });
}

function roleFieldName(field: string): string {
  if (field.startsWith('languages')) return m.mission_role_languages_label();
  switch (field) {
    case 'mustHave':
      return m.mission_must_have_label();
    case 'niceToHave':
      return m.mission_nice_to_have_label();
    case 'hours':
      return m.mission_hours_label();
    case 'seats':
      return m.mission_seats_label();
    case 'allowsStudents':
      return m.mission_students_label();
    case 'licenceKind':
    case 'licenceJurisdiction':
      return m.mission_licence_label();
    default:
      return m.mission_role_title_label();
  }
}

function plainName(name: string): string {
  switch (name) {
    case 'title':
      return m.mission_title_label();
    case 'summary':
      return m.mission_summary_label();
    case 'goal':
      return m.mission_goal_label();
    case 'language':
      return m.mission_language_label();
    case 'causes':
      return m.mission_causes_label();
    case 'decider.institution':
      return m.mission_institution_label();
    case 'decider.unit':
      return m.mission_unit_label();
    case 'decider.personRole':
      return m.mission_person_role_label();
    case 'stage':
      return m.mission_stage_label();
    case 'deadline':
    case 'deadlineDay':
    case 'deadlineTime':
      return m.mission_deadline_label();
    case 'deadlineReason':
      return m.mission_deadline_reason_label();
    case 'deliverables':
      return m.mission_section_deliverables();
    case 'roles':
      return m.mission_section_roles();
    case 'place.remote':
    case 'place.country':
    case 'place.citySlug':
      return m.mission_section_place();
    case 'jurisdictions':
      return m.mission_jurisdictions_label();
    case 'confidentiality':
      return m.mission_confidentiality_label();
    case 'anonymisedSummary':
      return m.mission_anonymised_label();
    case 'opposingParties':
      return m.mission_parties_label();
    default:
      return name.startsWith('file.') ? m.mission_reference_label() : name;
  }
}
