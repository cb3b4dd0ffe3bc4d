import { describe, expect, it } from 'vitest';
import { ForbiddenAddress, requireOutgoing } from './guarded-fetch';
import { isPrivateAddress } from './private-address';

describe('addresses inside a network', () => {
  it.each(
    '127.0.0.1 10.1.2.3 172.31.0.1 192.168.0.10 169.254.169.254 100.64.0.1 0.0.0.0 255.255.255.255 ::1 :: fe80::1 fd00::1 ::ffff:10.0.0.1 ::ffff:7f00:1 64:ff9b::a00:1 2002:a00:1:: not-an-address'.split(
      ' ',
    ),
  )('refuses %s', (address) => expect(isPrivateAddress(address)).toBe(true));
  it.each(['8.8.8.8', '172.32.0.1', '2a00:1450:4001:80b::200e', '::ffff:8.8.8.8'])('allows %s', (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  );
});

describe('addresses that people give', () => {
  it.each(
    'http://login.firm.example https://localhost https://intranet https://10.0.0.1/x https://[::1]/ https://2130706433/ https://0x7f.1/ https://user:pass@login.firm.example https://db.internal file:///etc/passwd'.split(
      ' ',
    ),
  )('refuses %s', (address) => expect(() => requireOutgoing(new URL(address))).toThrow(ForbiddenAddress));
  it('allows a public name over https', () =>
    expect(() => requireOutgoing(new URL('https://login.firm.example/realms/x'))).not.toThrow());
});
