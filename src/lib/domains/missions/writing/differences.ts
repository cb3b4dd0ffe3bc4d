/** What differs between two versions of a mission's form, field by field, in the order of the form. Pure. */
import type { FormValues } from './form-values';

export interface Difference {
  name: string;
  mine: string;
  theirs: string;
}

/** Fields of the form itself, and those that one of the two forms does not carry. */
const OWN = /^(?:version|intent)$|\.(?:id|addMust|addNice)$/;

export function differences(mine: FormValues, theirs: FormValues): Difference[] {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])].filter((name) => !OWN.test(name));
  return names
    .map((name) => ({ name, mine: shown(mine[name]), theirs: shown(theirs[name]) }))
    .filter((each) => each.mine !== each.theirs);
}

function shown(value: string | string[] | undefined): string {
  if (Array.isArray(value)) return [...value].sort().join(', ');
  return (value ?? '').replaceAll('\r\n', '\n').trim();
}
