/** One thing to choose from: in a list, as a radio button or as a check box. */
export interface Choice {
  value: string;
  label: string;
  hint?: string | undefined;
  /** Select only: choices with the same group stand together under its name. */
  group?: string | undefined;
  disabled?: boolean | undefined;
}

/** Choices in order, those with the same group gathered where the group first appears. */
export function grouped(choices: readonly Choice[]): { group: string | undefined; choices: Choice[] }[] {
  const groups: { group: string | undefined; choices: Choice[] }[] = [];
  for (const choice of choices) {
    const known = groups.find((entry) => entry.group === choice.group);
    if (known) known.choices.push(choice);
    else groups.push({ group: choice.group, choices: [choice] });
  }
  return groups;
}
