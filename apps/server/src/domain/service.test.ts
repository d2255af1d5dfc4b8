import { describe, expect, it } from 'vitest';
import type { Entitlement } from './entitlement.ts';
import { serviceObstacle, serviceView } from './service.ts';

const active: Entitlement = { state: 'active', forecastUntil: '2018-12-31', warning: null };
const grace = (daysLeft: number): Entitlement => ({
  state: 'grace',
  since: '2018-10-01',
  until: '2018-12-31',
  daysLeft,
});
const expired: Entitlement = { state: 'expired', since: '2018-12-31' };
const unknown = (warning: 'no_newer_catalogue' | 'newer_line_expected'): Entitlement => ({
  state: 'unknown',
  forecastUntil: null,
  warning,
});

describe('serviceView', () => {
  it('is usable while switched on and not expired', () => {
    const usable = [active, grace(92), unknown('no_newer_catalogue'), unknown('newer_line_expected')];
    expect(usable.map((entitlement) => serviceView(true, entitlement, null).usable)).toEqual([true, true, true, true]);
    expect(serviceView(true, expired, null).usable).toBe(false);
    expect(serviceView(false, active, null).usable).toBe(false);
  });

  it('shows the forecast while active, the last day in the grace and after it', () => {
    expect(serviceView(true, active, null)).toMatchObject({ until: '2018-12-31', daysLeft: null, notice: null });
    expect(serviceView(true, grace(92), null)).toMatchObject({ until: '2018-12-31', daysLeft: 92 });
    expect(serviceView(true, expired, null)).toMatchObject({ until: '2018-12-31', daysLeft: null });
    expect(serviceView(true, unknown('no_newer_catalogue'), null)).toMatchObject({ until: null, notice: null });
  });

  it.each([
    [1, 'został 1 dzień'],
    [2, 'zostały 2 dni'],
    [4, 'zostały 4 dni'],
    [5, 'zostało 5 dni'],
    [12, 'zostało 12 dni'],
    [14, 'zostało 14 dni'],
    [22, 'zostały 22 dni'],
    [92, 'zostały 92 dni'],
    [112, 'zostało 112 dni'],
  ])('counts %i days of grace in good Polish', (days, words) => {
    const notice = serviceView(true, grace(days), null).notice;
    expect(notice?.code).toBe('service_grace');
    expect(notice?.sentence.pl).toContain(`31.12.2018 włącznie (${words})`);
  });

  it('warns of an old catalogue only when a newer line is due', () => {
    expect(serviceView(true, unknown('newer_line_expected'), null).notice?.code).toBe('newer_line_expected');
  });

  it('warns of a clock that was set back, unless the service has expired anyway', () => {
    expect(serviceView(true, active, 'clock_set_back').notice?.code).toBe('clock_set_back');
    expect(serviceView(true, expired, 'clock_set_back').notice?.code).toBe('service_expired');
  });
});

describe('serviceObstacle', () => {
  it('says what to do after expiry, and that everything else works', () => {
    const obstacle = serviceObstacle(serviceView(true, expired, null));
    expect(obstacle?.code).toBe('service_expired');
    expect(obstacle?.sentence.pl).toContain('31.12.2018');
    expect(obstacle?.action?.pl).toContain('Zaktualizuj');
  });

  it('names the switch first when the service is off, even after expiry', () => {
    expect(serviceObstacle(serviceView(false, expired, null))?.code).toBe('service_off');
    expect(serviceObstacle(serviceView(false, active, null))?.code).toBe('service_off');
  });

  it('has none while the service may be used', () => {
    expect(serviceObstacle(serviceView(true, grace(1), null))).toBeNull();
  });
});
