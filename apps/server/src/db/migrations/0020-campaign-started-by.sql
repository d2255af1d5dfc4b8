-- Who let it go out: `user:3`, `key:goniec_k3x9`. Null before that.
alter table campaign add column started_by text;
update campaign c set started_by = e.actor
from (select distinct on (subject) subject, actor from audit_event where action = 'campaign.send' order by subject, id) e
where e.subject = 'campaign:' || c.id and c.started_at is not null;
