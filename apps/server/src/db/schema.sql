api_key.id bigint not null
api_key.user_id bigint
api_key.name text not null
api_key.prefix text not null
api_key.secret_hash bytea not null
api_key.local boolean not null
api_key.created_at timestamp with time zone not null
api_key.last_used_at timestamp with time zone
api_key.revoked_at timestamp with time zone
api_key: FOREIGN KEY (user_id) REFERENCES app_user(id)
api_key: PRIMARY KEY (id)
api_key: UNIQUE (prefix)
CREATE UNIQUE INDEX api_key_pkey ON public.api_key USING btree (id)
CREATE UNIQUE INDEX api_key_prefix_key ON public.api_key USING btree (prefix)
app_user.id bigint not null
app_user.name text not null
app_user.email text
app_user.disabled_at timestamp with time zone
app_user.created_at timestamp with time zone not null
app_user: CHECK ((name <> ''::text))
app_user: PRIMARY KEY (id)
CREATE UNIQUE INDEX app_user_pkey ON public.app_user USING btree (id)
audit_event.id bigint not null
audit_event.company_id bigint
audit_event.actor text not null
audit_event.action text not null
audit_event.subject text
audit_event.data jsonb not null
audit_event.at timestamp with time zone not null
audit_event: FOREIGN KEY (company_id) REFERENCES company(id)
audit_event: PRIMARY KEY (id)
CREATE INDEX audit_event_company ON public.audit_event USING btree (company_id, id)
CREATE UNIQUE INDEX audit_event_pkey ON public.audit_event USING btree (id)
balance_reading.id bigint not null
balance_reading.company_id bigint not null
balance_reading.gateway_id bigint not null
balance_reading.points bigint
balance_reading.read_at timestamp with time zone not null
balance_reading: FOREIGN KEY (company_id) REFERENCES company(id)
balance_reading: FOREIGN KEY (gateway_id) REFERENCES gateway(id)
balance_reading: PRIMARY KEY (id)
CREATE INDEX balance_reading_gateway ON public.balance_reading USING btree (company_id, gateway_id, id)
CREATE UNIQUE INDEX balance_reading_pkey ON public.balance_reading USING btree (id)
batch.id bigint not null
batch.company_id bigint not null
batch.campaign_id bigint not null
batch.gateway_id bigint not null
batch.text_id bigint not null
batch.state batch_state not null
batch.epoch bigint
batch.attempt integer not null
batch.first_attempt_at timestamp with time zone
batch.not_before timestamp with time zone
batch.lease_until timestamp with time zone
batch.worker text
batch.cause text
batch.deferrals smallint not null
batch.age_unknown boolean not null
batch: FOREIGN KEY (campaign_id) REFERENCES campaign(id)
batch: FOREIGN KEY (company_id) REFERENCES company(id)
batch: FOREIGN KEY (gateway_id) REFERENCES gateway(id)
batch: FOREIGN KEY (text_id) REFERENCES message_text(id)
batch: PRIMARY KEY (id)
CREATE INDEX batch_campaign ON public.batch USING btree (campaign_id, id)
CREATE INDEX batch_open ON public.batch USING btree (gateway_id, state, id) WHERE (state = ANY (ARRAY['ready'::batch_state, 'submitting'::batch_state, 'uncertain'::batch_state]))
CREATE UNIQUE INDEX batch_pkey ON public.batch USING btree (id)
campaign.id bigint not null
campaign.company_id bigint not null
campaign.subject text not null
campaign.body text not null
campaign.without_polish boolean not null
campaign.purpose text not null
campaign.state campaign_state not null
campaign.pause_cause pause_cause
campaign.pause_code text
campaign.pause_until timestamp with time zone
campaign.version integer not null
campaign.audience_hash bytea
campaign.created_by text not null
campaign.created_at timestamp with time zone not null
campaign.updated_at timestamp with time zone not null
campaign.frozen_at timestamp with time zone
campaign.started_at timestamp with time zone
campaign.finished_at timestamp with time zone
campaign.paused_at timestamp with time zone
campaign.pause_checks integer not null
campaign.polled_to bigint not null
campaign.poll_at timestamp with time zone
campaign.poll_rounds smallint not null
campaign.started_by text
campaign: CHECK (((state = 'paused'::campaign_state) = (pause_cause IS NOT NULL)))
campaign: FOREIGN KEY (company_id) REFERENCES company(id)
campaign: PRIMARY KEY (id)
CREATE INDEX campaign_company ON public.campaign USING btree (company_id, id)
CREATE INDEX campaign_running ON public.campaign USING btree (state) WHERE (state = ANY (ARRAY['sending'::campaign_state, 'paused'::campaign_state]))
CREATE UNIQUE INDEX campaign_pkey ON public.campaign USING btree (id)
campaign_editor.company_id bigint not null
campaign_editor.campaign_id bigint not null
campaign_editor.seat text not null
campaign_editor.actor text not null
campaign_editor.user_id bigint
campaign_editor.opened_at timestamp with time zone not null
campaign_editor.editing_since timestamp with time zone
campaign_editor.seen_at timestamp with time zone not null
campaign_editor: CHECK ((seat ~ '^[A-Za-z0-9_-]{8,64}$'::text))
campaign_editor: FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE
campaign_editor: FOREIGN KEY (company_id) REFERENCES company(id)
campaign_editor: FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE
campaign_editor: PRIMARY KEY (campaign_id, seat)
CREATE INDEX campaign_editor_seen ON public.campaign_editor USING btree (seen_at)
CREATE UNIQUE INDEX campaign_editor_pkey ON public.campaign_editor USING btree (campaign_id, seat)
company.id bigint not null
company.name text not null
company.nip text
company.wrapped_key text
company.created_at timestamp with time zone not null
company: CHECK ((name <> ''::text))
company: PRIMARY KEY (id)
CREATE UNIQUE INDEX company_pkey ON public.company USING btree (id)
consent.company_id bigint not null
consent.phone text not null
consent.channel text not null
consent.purpose text not null
consent.active boolean not null
consent.event consent_event_kind not null
consent.effective_at timestamp with time zone not null
consent.event_id bigint not null
consent: FOREIGN KEY (company_id) REFERENCES company(id)
consent: PRIMARY KEY (company_id, phone, channel, purpose)
CREATE UNIQUE INDEX consent_pkey ON public.consent USING btree (company_id, phone, channel, purpose)
consent_event.id bigint not null
consent_event.company_id bigint not null
consent_event.contractor_id bigint
consent_event.contact_id bigint
consent_event.phone text not null
consent_event.channel text not null
consent_event.purpose text not null
consent_event.event consent_event_kind not null
consent_event.effective_at timestamp with time zone not null
consent_event.recorded_at timestamp with time zone not null
consent_event.recorded_by text not null
consent_event.how text not null
consent_event.source text
consent_event.annuls bigint
consent_event: CHECK ((((event)::text = 'annulled'::text) = (annuls IS NOT NULL)))
consent_event: FOREIGN KEY (annuls) REFERENCES consent_event(id)
consent_event: FOREIGN KEY (company_id) REFERENCES company(id)
consent_event: FOREIGN KEY (contact_id) REFERENCES contact(id) ON DELETE SET NULL
consent_event: FOREIGN KEY (contractor_id) REFERENCES contractor(id) ON DELETE SET NULL
consent_event: PRIMARY KEY (id)
CREATE INDEX consent_event_contact ON public.consent_event USING btree (contact_id) WHERE (contact_id IS NOT NULL)
CREATE INDEX consent_event_contractor ON public.consent_event USING btree (contractor_id) WHERE (contractor_id IS NOT NULL)
CREATE INDEX consent_event_phone ON public.consent_event USING btree (company_id, phone, purpose)
CREATE UNIQUE INDEX consent_event_annuls ON public.consent_event USING btree (annuls) WHERE (annuls IS NOT NULL)
CREATE UNIQUE INDEX consent_event_pkey ON public.consent_event USING btree (id)
contact.id bigint not null
contact.company_id bigint not null
contact.contractor_id bigint not null
contact.name text
contact.role text
contact.phone text
contact.phone_kind phone_kind
contact.phone_raw text
contact.phone_fault text
contact.email text
contact.is_primary boolean not null
contact.created_at timestamp with time zone not null
contact.updated_at timestamp with time zone not null
contact.search text not null
contact: CHECK (((phone IS NULL) = (phone_kind IS NULL)))
contact: CHECK ((phone ~ '^\+[1-9][0-9]{6,14}$'::text))
contact: FOREIGN KEY (company_id) REFERENCES company(id)
contact: FOREIGN KEY (contractor_id) REFERENCES contractor(id) ON DELETE CASCADE
contact: PRIMARY KEY (id)
CREATE INDEX contact_contractor ON public.contact USING btree (company_id, contractor_id)
CREATE INDEX contact_phone ON public.contact USING btree (company_id, phone) WHERE (phone IS NOT NULL)
CREATE INDEX contact_search ON public.contact USING gin (search gin_trgm_ops)
CREATE UNIQUE INDEX contact_pkey ON public.contact USING btree (id)
contractor.id bigint not null
contractor.company_id bigint not null
contractor.code text
contractor.short_name text
contractor.name text not null
contractor.nip text
contractor.street text
contractor.postal_code text
contractor.city text
contractor.country text
contractor.groups text[] not null
contractor.name_key text not null
contractor.search text not null
contractor.created_at timestamp with time zone not null
contractor.updated_at timestamp with time zone not null
contractor.city_key text
contractor: CHECK ((name <> ''::text))
contractor: FOREIGN KEY (company_id) REFERENCES company(id)
contractor: PRIMARY KEY (id)
CREATE INDEX contractor_groups ON public.contractor USING gin (groups)
CREATE INDEX contractor_name ON public.contractor USING btree (company_id, name_key, id)
CREATE INDEX contractor_nip ON public.contractor USING btree (company_id, nip) WHERE (nip IS NOT NULL)
CREATE INDEX contractor_search ON public.contractor USING gin (search gin_trgm_ops)
CREATE UNIQUE INDEX contractor_code ON public.contractor USING btree (company_id, code) WHERE (code IS NOT NULL)
CREATE UNIQUE INDEX contractor_pkey ON public.contractor USING btree (id)
delivery_report.id bigint not null
delivery_report.company_id bigint not null
delivery_report.gateway_id bigint not null
delivery_report.message_id bigint
delivery_report.provider_id text not null
delivery_report.idx text
delivery_report.status_code smallint
delivery_report.status_name text
delivery_report.delivery delivery_state not null
delivery_report.done_at timestamp with time zone
delivery_report.source text not null
delivery_report.raw text
delivery_report.received_at timestamp with time zone not null
delivery_report: CHECK ((source = ANY (ARRAY['callback'::text, 'query'::text])))
delivery_report: FOREIGN KEY (company_id) REFERENCES company(id)
delivery_report: FOREIGN KEY (gateway_id) REFERENCES gateway(id)
delivery_report: FOREIGN KEY (message_id) REFERENCES message(id)
delivery_report: PRIMARY KEY (id)
CREATE INDEX delivery_report_message ON public.delivery_report USING btree (message_id) WHERE (message_id IS NOT NULL)
CREATE INDEX delivery_report_unmatched ON public.delivery_report USING btree (company_id, provider_id) WHERE (message_id IS NULL)
CREATE UNIQUE INDEX delivery_report_pkey ON public.delivery_report USING btree (id)
directory_change.id bigint not null
directory_change.company_id bigint not null
directory_change.at timestamp with time zone not null
directory_change: PRIMARY KEY (id)
CREATE INDEX directory_change_company ON public.directory_change USING btree (company_id, id)
CREATE UNIQUE INDEX directory_change_pkey ON public.directory_change USING btree (id)
gateway.id bigint not null
gateway.company_id bigint not null
gateway.provider text not null
gateway.base_url text not null
gateway.sender text
gateway.timeout_ms integer not null
gateway.batch_size integer not null
gateway.requests_per_second integer not null
gateway.concurrency integer not null
gateway.max_parts integer not null
gateway.part_price bigint not null
gateway.point_value bigint not null
gateway.callback_secret text not null
gateway.payment_type text
gateway.account_name text
gateway.verified_at timestamp with time zone
gateway.last_error_code text
gateway.last_error_at timestamp with time zone
gateway.next_request_at timestamp with time zone not null
gateway.created_at timestamp with time zone not null
gateway.updated_at timestamp with time zone not null
gateway.failures integer not null
gateway.slowed_to real
gateway.slowed_at timestamp with time zone
gateway.settle_automatically boolean not null
gateway.inbound_secret text not null
gateway.low_balance bigint
gateway: CHECK (((batch_size >= 1) AND (batch_size <= 10000)))
gateway: CHECK (((concurrency >= 1) AND (concurrency <= 20)))
gateway: CHECK (((max_parts >= 1) AND (max_parts <= 10)))
gateway: CHECK (((requests_per_second >= 1) AND (requests_per_second <= 100)))
gateway: CHECK (((slowed_to IS NULL) = (slowed_at IS NULL)))
gateway: CHECK (((timeout_ms >= 1000) AND (timeout_ms <= 120000)))
gateway: CHECK ((low_balance >= 0))
gateway: CHECK ((part_price >= 0))
gateway: CHECK ((point_value >= 0))
gateway: CHECK ((slowed_to > (0)::double precision))
gateway: FOREIGN KEY (company_id) REFERENCES company(id)
gateway: PRIMARY KEY (id)
gateway: UNIQUE (callback_secret)
gateway: UNIQUE (company_id)
gateway: UNIQUE (inbound_secret)
CREATE UNIQUE INDEX gateway_callback_secret_key ON public.gateway USING btree (callback_secret)
CREATE UNIQUE INDEX gateway_company_id_key ON public.gateway USING btree (company_id)
CREATE UNIQUE INDEX gateway_inbound_secret_key ON public.gateway USING btree (inbound_secret)
CREATE UNIQUE INDEX gateway_pkey ON public.gateway USING btree (id)
gateway_error.id bigint not null
gateway_error.company_id bigint not null
gateway_error.gateway_id bigint not null
gateway_error.operation text not null
gateway_error.code text not null
gateway_error.times integer not null
gateway_error.first_at timestamp with time zone not null
gateway_error.last_at timestamp with time zone not null
gateway_error: CHECK ((operation = ANY (ARRAY['send'::text, 'balance'::text, 'test'::text, 'senders'::text, 'reports'::text, 'inbound'::text, 'check'::text])))
gateway_error: FOREIGN KEY (company_id) REFERENCES company(id)
gateway_error: FOREIGN KEY (gateway_id) REFERENCES gateway(id)
gateway_error: PRIMARY KEY (id)
CREATE INDEX gateway_error_latest ON public.gateway_error USING btree (company_id, gateway_id, last_at)
CREATE UNIQUE INDEX gateway_error_pkey ON public.gateway_error USING btree (id)
idempotency_key.actor text not null
idempotency_key.key text not null
idempotency_key.operation text not null
idempotency_key.request_hash bytea not null
idempotency_key.status smallint
idempotency_key.body jsonb
idempotency_key.created_at timestamp with time zone not null
idempotency_key: PRIMARY KEY (actor, key)
CREATE UNIQUE INDEX idempotency_key_pkey ON public.idempotency_key USING btree (actor, key)
import.id bigint not null
import.company_id bigint not null
import.file_name text not null
import.sha256 bytea not null
import.bytes integer not null
import.encoding text
import.delimiter text
import.columns jsonb not null
import.state text not null
import.summary jsonb not null
import.created_by text not null
import.created_at timestamp with time zone not null
import.applied_at timestamp with time zone
import.writes integer
import.undone_at timestamp with time zone
import.undone_by text
import.undo jsonb
import.sheet text
import.sheets text[]
import.headed boolean not null
import: CHECK ((((sheet IS NULL) = (sheets IS NULL)) AND ((sheet IS NULL) = (encoding IS NOT NULL)) AND ((sheet IS NULL) = (delimiter IS NOT NULL))))
import: CHECK ((((state = 'undone'::text) = (undone_at IS NOT NULL)) AND ((undone_at IS NULL) = (undone_by IS NULL))))
import: CHECK ((state = ANY (ARRAY['checked'::text, 'applied'::text, 'undone'::text])))
import: FOREIGN KEY (company_id) REFERENCES company(id)
import: PRIMARY KEY (id)
CREATE UNIQUE INDEX import_pkey ON public.import USING btree (id)
import_row.company_id bigint not null
import_row.import_id bigint not null
import_row.line integer not null
import_row.outcome text not null
import_row.contractor_id bigint
import_row.cells jsonb not null
import_row.draft jsonb
import_row.changes jsonb not null
import_row.remarks jsonb not null
import_row.undo jsonb
import_row: CHECK ((outcome = ANY (ARRAY['create'::text, 'update'::text, 'same'::text, 'rejected'::text])))
import_row: FOREIGN KEY (company_id) REFERENCES company(id)
import_row: FOREIGN KEY (import_id) REFERENCES import(id) ON DELETE CASCADE
import_row: PRIMARY KEY (import_id, line)
CREATE INDEX import_row_contractor ON public.import_row USING btree (contractor_id) WHERE (contractor_id IS NOT NULL)
CREATE UNIQUE INDEX import_row_pkey ON public.import_row USING btree (import_id, line)
import_task.id bigint not null
import_task.company_id bigint not null
import_task.import_id bigint
import_task.kind text not null
import_task.file_name text not null
import_task.done integer not null
import_task.total integer not null
import_task.told_at timestamp with time zone not null
import_task: CHECK ((kind = ANY (ARRAY['check'::text, 'apply'::text, 'undo'::text])))
import_task: FOREIGN KEY (company_id) REFERENCES company(id)
import_task: PRIMARY KEY (id)
CREATE INDEX import_task_company ON public.import_task USING btree (company_id)
CREATE UNIQUE INDEX import_task_pkey ON public.import_task USING btree (id)
import_write.company_id bigint not null
import_write.import_id bigint not null
import_write.line integer not null
import_write.thing text not null
import_write.thing_id bigint not null
import_write.contractor_id bigint not null
import_write.before jsonb
import_write.written jsonb not null
import_write: CHECK ((thing = ANY (ARRAY['contractor'::text, 'contact'::text, 'consent'::text])))
import_write: FOREIGN KEY (company_id) REFERENCES company(id)
import_write: FOREIGN KEY (import_id) REFERENCES import(id) ON DELETE CASCADE
import_write: PRIMARY KEY (import_id, line, thing, thing_id)
CREATE UNIQUE INDEX import_write_pkey ON public.import_write USING btree (import_id, line, thing, thing_id)
inbound_message.id bigint not null
inbound_message.company_id bigint not null
inbound_message.gateway_id bigint not null
inbound_message.sender text
inbound_message.phone text
inbound_message.body text not null
inbound_message.sent_at timestamp with time zone
inbound_message.received_at timestamp with time zone not null
inbound_message.provider_id text
inbound_message.message_id bigint
inbound_message.contractor_id bigint
inbound_message.state text not null
inbound_message.handled_at timestamp with time zone
inbound_message.handled_by text
inbound_message.fingerprint bytea not null
inbound_message.raw text not null
inbound_message: CHECK (((handled_at IS NULL) = (handled_by IS NULL)))
inbound_message: CHECK (((state = 'to_read'::text) = (handled_by IS NULL)))
inbound_message: CHECK ((phone ~ '^\+[1-9][0-9]{6,14}$'::text))
inbound_message: CHECK ((state = ANY (ARRAY['to_read'::text, 'read'::text, 'withdrawn'::text])))
inbound_message: FOREIGN KEY (company_id) REFERENCES company(id)
inbound_message: FOREIGN KEY (contractor_id) REFERENCES contractor(id) ON DELETE SET NULL
inbound_message: FOREIGN KEY (gateway_id) REFERENCES gateway(id)
inbound_message: FOREIGN KEY (message_id) REFERENCES message(id)
inbound_message: PRIMARY KEY (id)
inbound_message: UNIQUE (company_id, fingerprint)
CREATE INDEX inbound_message_company ON public.inbound_message USING btree (company_id, id)
CREATE INDEX inbound_message_contractor ON public.inbound_message USING btree (company_id, contractor_id, id) WHERE (contractor_id IS NOT NULL)
CREATE INDEX inbound_message_phone ON public.inbound_message USING btree (company_id, phone, id) WHERE (phone IS NOT NULL)
CREATE INDEX inbound_message_state ON public.inbound_message USING btree (company_id, state, id)
CREATE UNIQUE INDEX inbound_message_company_id_fingerprint_key ON public.inbound_message USING btree (company_id, fingerprint)
CREATE UNIQUE INDEX inbound_message_pkey ON public.inbound_message USING btree (id)
instance.singleton boolean not null
instance.installation_id uuid not null
instance.epoch bigint not null
instance.key_check text
instance.highest_date date
instance.hold_reason text
instance.held_at timestamp with time zone
instance.created_at timestamp with time zone not null
instance.highest_at timestamp with time zone
instance.pulse bigint not null
instance.pulse_at timestamp with time zone
instance: CHECK (singleton)
instance: PRIMARY KEY (singleton)
CREATE UNIQUE INDEX instance_pkey ON public.instance USING btree (singleton)
membership.company_id bigint not null
membership.user_id bigint not null
membership.role text not null
membership: FOREIGN KEY (company_id) REFERENCES company(id)
membership: FOREIGN KEY (user_id) REFERENCES app_user(id)
membership: PRIMARY KEY (company_id, user_id)
CREATE UNIQUE INDEX membership_pkey ON public.membership USING btree (company_id, user_id)
message.id bigint not null
message.company_id bigint not null
message.campaign_id bigint not null
message.batch_id bigint
message.text_id bigint
message.contractor_id bigint
message.contact_id bigint
message.phone text
message.outcome message_outcome
message.outcome_code text
message.left_out boolean not null
message.delivery delivery_state not null
message.delivery_code smallint
message.parts smallint not null
message.points bigint not null
message.billed_parts smallint
message.billed_points bigint
message.provider_id text
message.accepted_at timestamp with time zone
message.reported_at timestamp with time zone
message.generation smallint not null
message: CHECK ((left_out OR ((batch_id IS NOT NULL) AND (text_id IS NOT NULL) AND (phone IS NOT NULL))))
message: FOREIGN KEY (batch_id) REFERENCES batch(id)
message: FOREIGN KEY (campaign_id) REFERENCES campaign(id)
message: FOREIGN KEY (company_id) REFERENCES company(id)
message: FOREIGN KEY (text_id) REFERENCES message_text(id)
message: PRIMARY KEY (id)
CREATE INDEX message_batch ON public.message USING btree (batch_id) WHERE (batch_id IS NOT NULL)
CREATE INDEX message_campaign ON public.message USING btree (campaign_id, id)
CREATE INDEX message_contractor ON public.message USING btree (company_id, contractor_id, id)
CREATE INDEX message_provider ON public.message USING btree (company_id, provider_id) WHERE (provider_id IS NOT NULL)
CREATE UNIQUE INDEX message_number ON public.message USING btree (campaign_id, phone) WHERE (NOT left_out)
CREATE UNIQUE INDEX message_pkey ON public.message USING btree (id)
message_log.id bigint
message_log.company_id bigint
message_log.campaign_id bigint
message_log.batch_id bigint
message_log.text_id bigint
message_log.contractor_id bigint
message_log.contact_id bigint
message_log.phone text
message_log.handover text
message_log.handover_code text
message_log.delivery delivery_state
message_log.delivery_code smallint
message_log.parts smallint
message_log.points bigint
message_log.billed_parts smallint
message_log.billed_points bigint
message_log.provider_id text
message_log.accepted_at timestamp with time zone
message_log.reported_at timestamp with time zone
message_log.epoch bigint
message_resend.company_id bigint not null
message_resend.message_id bigint not null
message_resend.generation smallint not null
message_resend.batch_id bigint not null
message_resend.decided_by text not null
message_resend.decided_at timestamp with time zone not null
message_resend.taken_at timestamp with time zone
message_resend: FOREIGN KEY (batch_id) REFERENCES batch(id)
message_resend: FOREIGN KEY (company_id) REFERENCES company(id)
message_resend: FOREIGN KEY (message_id) REFERENCES message(id)
message_resend: PRIMARY KEY (message_id, generation)
CREATE UNIQUE INDEX message_resend_pkey ON public.message_resend USING btree (message_id, generation)
message_tally.company_id bigint not null
message_tally.campaign_id bigint not null
message_tally.batch_id bigint not null
message_tally.outcome text not null
message_tally.delivery delivery_state not null
message_tally.messages bigint not null
message_tally.parts bigint not null
message_tally.points bigint not null
message_tally.billed_points bigint not null
message_tally: PRIMARY KEY (campaign_id, batch_id, outcome, delivery)
CREATE UNIQUE INDEX message_tally_pkey ON public.message_tally USING btree (campaign_id, batch_id, outcome, delivery)
message_text.id bigint not null
message_text.company_id bigint not null
message_text.campaign_id bigint not null
message_text.body text not null
message_text.encoding text not null
message_text.units integer not null
message_text.parts smallint not null
message_text: CHECK ((encoding = ANY (ARRAY['gsm7'::text, 'ucs2'::text])))
message_text: FOREIGN KEY (campaign_id) REFERENCES campaign(id)
message_text: FOREIGN KEY (company_id) REFERENCES company(id)
message_text: PRIMARY KEY (id)
CREATE INDEX message_text_campaign ON public.message_text USING btree (campaign_id)
CREATE UNIQUE INDEX message_text_pkey ON public.message_text USING btree (id)
migration.name text not null
migration.applied_at timestamp with time zone not null
migration: PRIMARY KEY (name)
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (name)
recipient.company_id bigint not null
recipient.campaign_id bigint not null
recipient.contact_id bigint not null
recipient: FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE
recipient: FOREIGN KEY (company_id) REFERENCES company(id)
recipient: FOREIGN KEY (contact_id) REFERENCES contact(id) ON DELETE CASCADE
recipient: PRIMARY KEY (campaign_id, contact_id)
CREATE INDEX recipient_contact ON public.recipient USING btree (contact_id)
CREATE UNIQUE INDEX recipient_pkey ON public.recipient USING btree (campaign_id, contact_id)
release_line.line text not null
release_line.released_on date not null
release_line.withdrawn boolean not null
release_line: PRIMARY KEY (line)
CREATE UNIQUE INDEX release_line_pkey ON public.release_line USING btree (line)
sealed_secret.id bigint not null
sealed_secret.company_id bigint not null
sealed_secret.purpose text not null
sealed_secret.record_id bigint not null
sealed_secret.sealed text not null
sealed_secret.created_at timestamp with time zone not null
sealed_secret: FOREIGN KEY (company_id) REFERENCES company(id)
sealed_secret: PRIMARY KEY (id)
sealed_secret: UNIQUE (company_id, purpose, record_id)
CREATE UNIQUE INDEX sealed_secret_company_id_purpose_record_id_key ON public.sealed_secret USING btree (company_id, purpose, record_id)
CREATE UNIQUE INDEX sealed_secret_pkey ON public.sealed_secret USING btree (id)
session.id bigint not null
session.user_id bigint not null
session.token_hash bytea not null
session.created_at timestamp with time zone not null
session.last_seen_at timestamp with time zone not null
session.expires_at timestamp with time zone not null
session: FOREIGN KEY (user_id) REFERENCES app_user(id)
session: PRIMARY KEY (id)
session: UNIQUE (token_hash)
CREATE UNIQUE INDEX session_pkey ON public.session USING btree (id)
CREATE UNIQUE INDEX session_token_hash_key ON public.session USING btree (token_hash)
sign_in_link.token_hash bytea not null
sign_in_link.user_id bigint
sign_in_link.expires_at timestamp with time zone not null
sign_in_link.used_at timestamp with time zone
sign_in_link: FOREIGN KEY (user_id) REFERENCES app_user(id)
sign_in_link: PRIMARY KEY (token_hash)
CREATE UNIQUE INDEX sign_in_link_pkey ON public.sign_in_link USING btree (token_hash)
subscription_service.company_id bigint not null
subscription_service.code text not null
subscription_service.enabled boolean not null
subscription_service.changed_at timestamp with time zone not null
subscription_service.changed_by text not null
subscription_service: FOREIGN KEY (company_id) REFERENCES company(id)
subscription_service: PRIMARY KEY (company_id, code)
CREATE UNIQUE INDEX subscription_service_pkey ON public.subscription_service USING btree (company_id, code)
suppression.id bigint not null
suppression.company_id bigint not null
suppression.phone text not null
suppression.reason text not null
suppression.source text not null
suppression.created_at timestamp with time zone not null
suppression: FOREIGN KEY (company_id) REFERENCES company(id)
suppression: PRIMARY KEY (id)
suppression: UNIQUE (company_id, phone)
CREATE UNIQUE INDEX suppression_company_id_phone_key ON public.suppression USING btree (company_id, phone)
CREATE UNIQUE INDEX suppression_pkey ON public.suppression USING btree (id)
