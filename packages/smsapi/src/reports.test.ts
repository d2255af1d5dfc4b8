import { describe, expect, it } from 'vitest';
import { parseReports } from './reports.ts';

// The shape captured in the field (dossier 4.1), numbers and ids replaced
const single =
  'MsgId=60E5A1B2C3D4E5F60718386A&status=404&status_name=DELIVERED&idx=&points=0.086&to=48500100200' +
  '&sent_at=1625650925&donedate=1625650938&username=firma&mcc=260&mnc=6&from=Test';

const three =
  'MsgId=901,902,903&status=404,405,403&status_name=DELIVERED,UNDELIVERED,SENT&idx=g1-a,g1-b,g1-c' +
  '&points=0.0860,0.1720,0.0860&to=48500100201,48500100202,48500100203&sent_at=1625650925,1625650926,1625650927' +
  '&donedate=1625650938,1625650939,0&username=firma&mcc=260&mnc=6,3,1&from=Sklep';

function brief(fields: Parameters<typeof parseReports>[0]): string[] {
  return parseReports(fields).map(({ id, idx, status }) => `${id} ${idx} ${status.name}`);
}

describe('parseReports', () => {
  it('reads the report captured in the field', () => {
    expect(parseReports(single)).toEqual([
      {
        id: '60E5A1B2C3D4E5F60718386A',
        idx: null,
        status: { code: 404, name: 'DELIVERED', class: 'delivered', final: true },
        number: '48500100200',
        from: 'Test',
        points: 860,
        sentAt: new Date('2021-07-07T09:42:05Z'),
        doneAt: new Date('2021-07-07T09:42:18Z'),
        username: 'firma',
        mcc: '260',
        mnc: '6',
      },
    ]);
  });

  it('splits a batch of three whose lists go in step, and shares fields given once', () => {
    expect(
      parseReports(three).map(({ id, idx, status, number, points, doneAt, username, mnc }) => [
        id,
        idx,
        status.code,
        number,
        points,
        doneAt?.getTime() ?? null,
        username,
        mnc,
      ]),
    ).toEqual([
      ['901', 'g1-a', 404, '48500100201', 860, 1_625_650_938_000, 'firma', '6'],
      ['902', 'g1-b', 405, '48500100202', 1720, 1_625_650_939_000, 'firma', '3'],
      ['903', 'g1-c', 403, '48500100203', 860, null, 'firma', '1'],
    ]);
  });

  it.each([
    ['a query string with its question mark', `?${three}`],
    ['a form body', three],
    ['URLSearchParams', new URLSearchParams(three)],
    ['the query object of a web framework', Object.fromEntries(new URLSearchParams(three))],
    [
      'repeated fields as arrays',
      { MsgId: ['901', '902', '903'], status: ['404', '405', '403'], idx: ['g1-a', 'g1-b', 'g1-c'] },
    ],
    [
      'repeated fields in the query',
      'MsgId=901&MsgId=902&MsgId=903&status=404&status=405&status=403&idx=g1-a&idx=g1-b&idx=g1-c',
    ],
    [
      'bracketed fields',
      'MsgId[0]=901&MsgId[1]=902&MsgId[2]=903&status[]=404&status[]=405&status[]=403&idx[]=g1-a,g1-b,g1-c',
    ],
    ['other letter case', three.replace('MsgId', 'msgid').replace('status=', 'Status=')],
    ['blanks after the commas', { MsgId: '901, 902, 903', status: '404, 405, 403', idx: 'g1-a, g1-b, g1-c' }],
    ['a secret and more in our own query', `secret=abc&kind=dlr&${three}`],
  ])('reads %s the same', (_, fields) => {
    expect(brief(fields)).toEqual(['901 g1-a DELIVERED', '902 g1-b UNDELIVERED', '903 g1-c SENT']);
  });

  it.each([
    ['one status for all ids', 'MsgId=1,2&status=404&idx=a,b', ['1 a DELIVERED', '2 b DELIVERED']],
    ['fewer statuses than ids', 'MsgId=1,2,3&status=404,405&idx=a,b,c', ['1 a DELIVERED', '2 b UNDELIVERED', '3 c ']],
    [
      'one idx for two ids: nobody knows whose',
      'MsgId=1,2&status=404,405&idx=a',
      ['1 null DELIVERED', '2 null UNDELIVERED'],
    ],
    [
      'fewer idx than ids',
      'MsgId=1,2,3&status=404&idx=a,b',
      ['1 null DELIVERED', '2 null DELIVERED', '3 null DELIVERED'],
    ],
    ['more idx than ids', 'MsgId=1&status=404&idx=a,b', ['1 null DELIVERED']],
    ['an empty idx for two ids', 'MsgId=1,2&status=404,405&idx=', ['1 null DELIVERED', '2 null UNDELIVERED']],
    [
      'one empty idx among three',
      'MsgId=1,2,3&status=404&idx=a,,c',
      ['1 a DELIVERED', '2 null DELIVERED', '3 c DELIVERED'],
    ],
    ['no ids at all', 'status=404,405&idx=a,b', ['null a DELIVERED', 'null b UNDELIVERED']],
    ['a trailing comma', 'MsgId=1,2,&status=404,405,', ['1 null DELIVERED', '2 null UNDELIVERED']],
    ['a status nobody has heard of', 'MsgId=1&status=413&status_name=ON_HOLD', ['1 null ON_HOLD']],
    ['a name and no number', 'MsgId=1&status_name=EXPIRED', ['1 null EXPIRED']],
    ['no status', 'MsgId=1', ['1 null ']],
  ])('copes with %s', (_, fields, expected) => {
    expect(brief(fields)).toEqual(expected);
  });

  it('keeps an id of twenty digits as it is', () => {
    expect(brief('MsgId=60123456789012345678&status=404')).toEqual(['60123456789012345678 null DELIVERED']);
  });

  it.each([[''], ['?'], ['x=1'], ['MsgId=&idx='], ['MsgId=,,'], [{}], [{ MsgId: null, idx: { a: 1 } }]])(
    'finds nothing in %j',
    (fields) => {
      expect(parseReports(fields)).toEqual([]);
    },
  );

  it.each([['soon'], ['-5'], ['1e9'], ['999999999999999'], ['0']])('leaves the moment %s out', (moment) => {
    expect(parseReports({ MsgId: '1', status: '404', donedate: moment })[0]?.doneAt).toBeNull();
  });
});
