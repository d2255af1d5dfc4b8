import type { Core } from '../core.ts';
import type { Handler } from '../http/call.ts';
import { flagOf, textOf, type Fields } from '../http/fields.ts';
import { collection, empty, fieldFault, invalidFields, json, notFound, problem } from '../http/reply.ts';
import { drop, keep, newId } from './resource.ts';
import type { SmsTemplate } from './shapes.ts';

/** Stored texts (dossier 7.5), which `sms.do` calls by their name. */

const showAvailable = ({ name, text, normalize }: SmsTemplate) => ({ name, template: text, normalize });

const show = (template: SmsTemplate) => ({ id: template.id, ...showAvailable(template) });

const all = ({ store }: Core): readonly SmsTemplate[] => [...store.resources.templates.values()];

export const listTemplates: Handler = (core) => collection(all(core).map(show));

/** Those that may be used: a main account has but its own. */
export const listAvailableTemplates: Handler = (core) => collection(all(core).map(showAvailable));

const find = ({ store }: Core, id: string | undefined): SmsTemplate | undefined =>
  store.resources.templates.get(id ?? '');

type Text = Omit<SmsTemplate, 'id'>;

/** What is not given stays as it was. */
const read = (fields: Fields, known: Text): Text => ({
  name: textOf(fields, 'name')?.trim() ?? known.name,
  text: textOf(fields, 'template') ?? known.text,
  normalize: fields.has('normalize') ? flagOf(fields, 'normalize') : known.normalize,
});

const refusalOf = (core: Core, { name, text }: Text, but: string | null) => {
  const blank = [...(name === '' ? ['name'] : []), ...(text.trim() === '' ? ['template'] : [])];
  if (blank.length > 0)
    return invalidFields(blank.map((path) => fieldFault(path, 'This value should not be blank.', '')));
  return all(core).some((other) => other.name === name && other.id !== but)
    ? problem(409, 'template_conflict', 'Template already exists')
    : null;
};

export const createTemplate: Handler = async (core, { fields }) => {
  const wanted = read(fields, { name: '', text: '', normalize: false });
  const refusal = refusalOf(core, wanted, null);
  if (refusal !== null) return refusal;
  const { id, sequence } = newId(core, 'templates');
  const template: SmsTemplate = { id, ...wanted };
  await keep(core, 'templates', [template], sequence);
  return json(201, show(template));
};

export const getTemplate: Handler = (core, { params }) => {
  const template = find(core, params['id']);
  return template === undefined ? notFound() : json(200, show(template));
};

export const updateTemplate: Handler = async (core, { fields, params }) => {
  const template = find(core, params['id']);
  if (template === undefined) return notFound();
  const changed: SmsTemplate = { id: template.id, ...read(fields, template) };
  const refusal = refusalOf(core, changed, template.id);
  if (refusal !== null) return refusal;
  await keep(core, 'templates', [changed]);
  return json(200, show(changed));
};

export const deleteTemplate: Handler = async (core, { params }) => {
  const template = find(core, params['id']);
  if (template === undefined) return notFound();
  await drop(core, 'templates', [template.id]);
  return empty(204);
};
