import { describe, expect, it } from 'vitest';
import { createAccount } from '../account.ts';
import { numbersOfGroups } from '../contacts/members.ts';
import { apply } from './events.ts';
import { seedEvents, type Seeds } from './seeds.ts';
import { createStore, type Store } from './store.ts';

const NOW = Date.UTC(2026, 0, 12);

const emptyStore = (): Store =>
  createStore(createAccount({ username: 'firma' }, NOW), 0, { messages: 10, resources: 100, incoming: 10 });

const sow = (store: Store, seeds: Seeds): number => {
  const events = seedEvents(store, seeds, { seed: 1, now: NOW });
  for (const event of events) apply(store, event);
  return events.length;
};

describe('the groups and templates an account starts with', () => {
  const seeds: Seeds = {
    groups: { panie: ['500100200', '+48 600 100 200'], wszyscy: ['48500100200', '500100201'], nikt: [] },
    templates: { witaj: { text: 'Dzień dobry', normalize: true } },
  };

  it('are contacts, each person once however many groups name it', () => {
    const store = emptyStore();
    sow(store, seeds);
    expect(store.resources.contacts.size).toBe(3);
    expect(numbersOfGroups(store, 'panie', NOW)).toEqual(['48500100200', '48600100200']);
    expect(numbersOfGroups(store, 'wszyscy', NOW)).toEqual(['48500100200', '48500100201']);
    expect(numbersOfGroups(store, 'nikt', NOW)).toEqual([]);
    expect([...store.resources.contactGroups.values()].map(({ createdBy }) => createdBy)).toContain('firma');
    const ids = [...store.resources.contacts.keys(), ...store.resources.contactGroups.keys()];
    expect(new Set(ids).size).toBe(6);
    expect(store.sequence).toBe(7);
  });

  it('change nothing when they are there already', () => {
    const store = emptyStore();
    sow(store, seeds);
    expect([sow(store, seeds), store.sequence]).toEqual([0, 7]);
  });

  it('are added to what grew meanwhile, and a changed text is taken over', () => {
    const store = emptyStore();
    sow(store, seeds);
    sow(store, { groups: { panie: ['500100205'] }, templates: { witaj: { text: 'Cześć', normalize: false } } });
    expect(numbersOfGroups(store, 'panie', NOW)).toEqual(['48500100200', '48600100200', '48500100205']);
    expect([...store.resources.templates.values()].map(({ text }) => text)).toEqual(['Cześć']);
  });
});
