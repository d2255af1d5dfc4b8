import { describe, expect, it } from 'vitest';
import { renameColumn } from './rename-column.ts';

const COLUMNS = ['code', 'name', 'phone', 'ignore'].map((field) => ({ field }));

describe('a column that is something else than was recognised', () => {
  it('changes alone', () => {
    expect(renameColumn(COLUMNS, 3, 'mobile')).toBe('code,name,phone,mobile');
  });

  it('takes a field that only one column may hold from the other', () => {
    expect(renameColumn(COLUMNS, 3, 'code')).toBe('ignore,name,phone,code');
  });

  it('shares a field that several columns may hold', () => {
    expect(renameColumn(COLUMNS, 3, 'phone')).toBe('code,name,phone,phone');
  });
});
