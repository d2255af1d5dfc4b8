import type { Callback } from '../account.ts';
import type { Core } from '../core.ts';
import type { Call, Handler } from '../http/call.ts';
import { filledText, integerOf, type Fields } from '../http/fields.ts';
import { collection, empty, invalidData, json, notFound, type Reply } from '../http/reply.ts';
import { resourceId } from '../ids.ts';
import { reportUrl, type Report } from '../reports/report.ts';
import { isTaken } from '../reports/transport.ts';
import { STATUS, statusName } from '../statuses.ts';

const TYPES: ReadonlySet<string> = new Set([
  'sms_dlr',
  'sms_mo',
  'mms_dlr',
  'mms_mo',
  'vms_dlr',
  'bulk',
  'hlr',
  'short_url',
]);
const RECEIVERS: ReadonlySet<string> = new Set(['all', '2way', 'number']);

const show = ({ apiVersion, ...callback }: Callback): Readonly<Record<string, unknown>> => ({
  id: callback.id,
  url: callback.url,
  api_version: apiVersion,
  type: callback.type,
  receiver: callback.receiver,
  active: callback.active,
  invalid: callback.invalid,
});

const isHttpUrl = (url: string | null): url is string =>
  url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

const find = (core: Core, call: Call): Callback | undefined =>
  core.store.account.callbacks.find((callback) => callback.id === call.params['id']);

const save = async (core: Core, callbacks: readonly Callback[]): Promise<void> =>
  core.record({ type: 'account', patch: { callbacks } });

const replace = async (core: Core, changed: Callback): Promise<void> =>
  save(
    core,
    core.store.account.callbacks.map((callback) => (callback.id === changed.id ? changed : callback)),
  );

const receiverOf = (fields: Fields): Callback['receiver'] | 'wrong' => {
  const type = filledText(fields, 'receiver_type');
  if (type === null) return null;
  return RECEIVERS.has(type) ? { type, number: filledText(fields, 'receiver_number') } : 'wrong';
};

/** Runs the handler on the callback named in the path, or answers 404. */
const withCallback =
  (handler: (core: Core, call: Call, callback: Callback) => Reply | Promise<Reply>): Handler =>
  (core, call) => {
    const callback = find(core, call);
    return callback === undefined ? notFound() : handler(core, call, callback);
  };

export const listCallbacks: Handler = ({ store }) => collection(store.account.callbacks.map(show));

export const getCallback: Handler = withCallback((_, __, callback) => json(200, show(callback)));

export const createCallback: Handler = async (core, { fields }) => {
  const url = filledText(fields, 'url');
  const type = filledText(fields, 'type') ?? '';
  const receiver = receiverOf(fields);
  const apiVersion = integerOf(fields, 'api_version');
  if (!isHttpUrl(url)) return invalidData('url', 'Invalid URL', url);
  if (!TYPES.has(type)) return invalidData('type', 'Unknown type of callback', type);
  if (receiver === 'wrong')
    return invalidData('receiver_type', 'Unknown type of receiver', filledText(fields, 'receiver_type'));
  if (Number.isNaN(apiVersion)) return invalidData('api_version', 'Not a number', filledText(fields, 'api_version'));
  const sequence = core.store.sequence + 1;
  const id = resourceId('callback', core.seed, sequence);
  const callback: Callback = { id, url, type, apiVersion, receiver, active: true, invalid: false };
  const callbacks = [...core.store.account.callbacks, callback];
  await core.record({ type: 'remembered', idx: [], sequence }, { type: 'account', patch: { callbacks } });
  return json(201, show(callback));
};

export const updateCallback: Handler = withCallback(async (core, { fields }, callback) => {
  const url = filledText(fields, 'url') ?? callback.url;
  const apiVersion = integerOf(fields, 'api_version') ?? callback.apiVersion;
  if (!isHttpUrl(url)) return invalidData('url', 'Invalid URL', url);
  if (Number.isNaN(apiVersion)) return invalidData('api_version', 'Not a number', filledText(fields, 'api_version'));
  const changed = { ...callback, url, apiVersion, invalid: false };
  await replace(core, changed);
  return json(200, show(changed));
});

export const deleteCallback: Handler = withCallback(async (core, _, callback) => {
  await save(
    core,
    core.store.account.callbacks.filter((other) => other !== callback),
  );
  return empty(204);
});

const switchTo = (active: boolean): Handler =>
  withCallback(async (core, _, callback) => {
    await replace(core, { ...callback, active });
    return empty(202);
  });

export const activateCallback: Handler = switchTo(true);
export const deactivateCallback: Handler = switchTo(false);

const sample = (core: Core, url: string): Report => {
  const now = String(Math.floor(core.clock.now() / 1_000));
  const { username } = core.store.account;
  return {
    url,
    id: 'test',
    step: null,
    fields: {
      MsgId: resourceId('test', core.seed, 0),
      status: String(STATUS.delivered),
      status_name: statusName(STATUS.delivered),
      idx: '',
      donedate: now,
      sent_at: now,
      points: '0',
      to: core.store.account.phoneNumber,
      from: 'Test',
      username,
      mcc: '260',
      mnc: '1',
    },
  };
};

/** Calls the receiver with a made-up report and tells what it answered. */
export const testCallback: Handler = withCallback(async (core, _, callback) => {
  const url = reportUrl(callback.url, [sample(core, callback.url)], 'full');
  const answer = await core.transport.call({ url, method: 'GET', form: null });
  const taken = isTaken(answer);
  if (callback.invalid === taken) await replace(core, { ...callback, invalid: !taken });
  return json(200, {
    test_result: taken,
    connection_failed: answer.status === 0,
    invalid_encoding: answer.body.includes('\uFFFD'),
    http_response_status: answer.status === 0 ? null : answer.status,
    http_response_body: answer.status === 0 ? null : answer.body,
  });
});
