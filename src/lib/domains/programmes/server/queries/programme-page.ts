/** The rules of an employer's programme, its years and rates, for its members. */
import { requireActor, type Context } from '$lib/server/context';
import type { MemberRole } from '$lib/domains/organisations/organisation';
import type { OrganisationCard } from '$lib/domains/organisations/server/queries/organisation-cards';
import { isNamedInPublic, isOpen, yearOf, type Independence, type Programme } from '../../programme';
import { defaultRate, type Rate } from '../../valuation/labour-cost';
import { findProgramme, requireEmployer } from '../access';
import { ProgrammeYears, type ProgrammeYearDocument } from '../year.model';

export interface YearView {
  year: number;
  budget: number;
  free: number;
  reserved: number;
  used: number;
  mayChange: boolean;
}

export interface ProgrammePage {
  employer: OrganisationCard;
  role: MemberRole;
  viewerName: string;
  programme: Omit<Programme, 'independence'> | null;
  isOpen: boolean;
  independence: Pick<Independence, 'name' | 'at' | 'text' | 'locale'> | null;
  years: YearView[];
  defaultRate: Rate;
}

export async function programmePage(ctx: Context, slug: string): Promise<ProgrammePage> {
  const { organisation: employer, role } = await requireEmployer(ctx, slug, 'viewer');
  const [programme, years] = await Promise.all([
    findProgramme(employer.id),
    ProgrammeYears.find({ organisationId: employer.id }).sort({ year: -1 }).lean<ProgrammeYearDocument[]>(),
  ]);
  const current = yearOf(ctx.now);
  const known = years.map((each) => ({
    year: each.year,
    budget: each.budgetMinutes,
    free: each.freeMinutes,
    reserved: each.reservedMinutes,
    used: each.usedMinutes,
    mayChange: each.year >= current,
  }));
  const next = [current + 1, current].filter((year) => programme && !known.some((each) => each.year === year));
  const minutes = programme?.yearlyMinutes ?? 0;
  const ahead = next.map((year) => ({ year, budget: minutes, free: minutes, reserved: 0, used: 0, mayChange: true }));
  return {
    employer,
    role,
    viewerName: requireActor(ctx).name,
    // Whom the employer has a conflict with is for its owners.
    programme: programme && { ...plain(programme), ...(role === 'owner' ? {} : { excludedParties: [] }) },
    isOpen: programme !== null && isOpen(programme),
    independence: programme?.independence ? signedOf(programme.independence) : null,
    years: [...ahead, ...known].toSorted((a, b) => b.year - a.year),
    defaultRate: defaultRate(employer.country),
  };
}

function plain(programme: Programme): Omit<Programme, 'independence'> {
  const { _id, approval, yearlyMinutes, capMinutes, excludedCauses, excludedParties, domains, rates, version } =
    programme;
  const publicName = isNamedInPublic(programme);
  return {
    ...{ _id, approval, yearlyMinutes, capMinutes, excludedCauses, excludedParties, domains, rates },
    ...{ publicName, version },
  };
}

const signedOf = ({ name, at, text, locale }: Independence) => ({ name, at, text, locale });
