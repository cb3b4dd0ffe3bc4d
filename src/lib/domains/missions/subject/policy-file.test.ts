/** References of policy files are recognised however people type them, and free text stays free. */
import { describe, expect, it } from 'vitest';
import { INSTITUTIONS, institutionName, institutionOptions, isInstitution } from './institution';
import { recognisePolicyFile, tidyPolicyFile } from './policy-file';
import { MISSION_STAGES, stageHint, stageName } from './stage';

describe('a policy file', () => {
  it.each([
    ['2021/0106(COD)', 'procedure', '2021/0106(COD)'],
    [' 2021 / 0106 (cod) ', 'procedure', '2021/0106(COD)'],
    ['2023/2079(INI)', 'procedure', '2023/2079(INI)'],
    ['2018/0900R(NLE)', 'procedure', '2018/0900R(NLE)'],
    ['HYS 13796', 'have_your_say', 'HYS 13796'],
    ['have your say: 12527', 'have_your_say', 'HYS 12527'],
    [
      'https://ec.europa.eu/info/law/better-regulation/have-your-say/initiatives/12527-AI-act_en',
      'have_your_say',
      'HYS 12527',
    ],
    ['ECI(2024)000001', 'eci', 'ECI(2024)000001'],
    ['eci 2024/000001', 'eci', 'ECI(2024)000001'],
    ['32016R0679', 'celex', '32016R0679'],
    ['celex: 62018cj0311', 'celex', '62018CJ0311'],
    ['32016R0679(01)', 'celex', '32016R0679(01)'],
    ['BT-Drs. 20/1234', 'national', 'BT-Drs. 20/1234'],
    ['DOC 55 3103/001', 'national', 'DOC 55 3103/001'],
    ['Kamerstuk 36 200', 'national', 'Kamerstuk 36 200'],
  ])('%s is a %s', (text, kind, reference) => {
    expect(recognisePolicyFile(text)).toMatchObject({ kind, reference });
  });

  it('leads to the page of its institution', () => {
    expect(recognisePolicyFile('2021/0106(COD)').url).toBe(
      'https://oeil.europarl.europa.eu/oeil/en/procedure-file?reference=2021%2F0106(COD)',
    );
    expect(recognisePolicyFile('32016R0679').url).toContain('CELEX:32016R0679');
  });

  it('stays what its author says when it is none of these', () => {
    const file = { kind: 'national' as const, reference: 'Avant-projet de loi climat', title: ' Climat ', url: null };
    expect(tidyPolicyFile(file)).toEqual({ ...file, title: 'Climat' });
    expect(tidyPolicyFile({ ...file, kind: 'procedure' }).kind).toBe('other');
    const own = 'https://example.org/file';
    expect(tidyPolicyFile({ ...file, reference: '2021/0106(COD)', url: own })).toMatchObject({
      kind: 'procedure',
      url: own,
    });
    for (const odd of ['', '2021/0106', '2021/0106(XYZ)', 'javascript:alert(1)', '0'.repeat(200)])
      expect(recognisePolicyFile(odd)).toMatchObject({ kind: 'other', url: null });
  });
});

describe('institutions and stages', () => {
  it('have a name in every language', () => {
    for (const code of INSTITUTIONS)
      for (const locale of ['en', 'fr', 'nl']) expect(institutionName(code, locale)).not.toBe(code);
    for (const stage of MISSION_STAGES)
      for (const locale of ['en', 'fr', 'nl'] as const)
        expect(stageName(stage, { locale }) && stageHint(stage, { locale })).toBeTruthy();
    expect(isInstitution('toString')).toBe(false);
    expect(institutionName('toString', 'en')).toBe('toString');
    const groups = { union: 'U', agencies: 'A', international: 'I', national: 'N' };
    expect(institutionOptions('fr', groups)[0]).toEqual({
      value: 'european-parliament',
      label: 'Parlement européen',
      group: 'U',
    });
  });
});
