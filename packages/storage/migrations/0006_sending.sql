-- Sends of every channel: admissions, steps, suppressions, bulks.

-- What a person remembers of its sends --------------------------------------------------------------------------

create table admissions (
  send_id text primary key,
  workspace_id text not null references workspaces (id),
  person_id text not null references persons (id),
  channel text not null,
  purpose text not null,
  state text not null check (state in ('waiting', 'leaving', 'unknown', 'ended')),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  deferred_for text,
  expires_at timestamptz not null,
  -- From when on it counts against caps; null: it never left.
  counts_at timestamptz,
  priority double precision not null,
  value double precision not null,
  refuses boolean not null,
  confirmation boolean not null,
  same_as text
);
-- Read whenever a person comes to life: those that are open, and those that count.
create index admissions_open on admissions (person_id) where state <> 'ended';
create index admissions_counted on admissions (person_id, counts_at) where state = 'ended' and counts_at is not null;
-- Those nobody knows the outcome of.
create index admissions_unsettled on admissions (counts_at) where state in ('leaving', 'unknown');

insert into admissions (send_id, workspace_id, person_id, channel, purpose, state, asked_at, due_at, expires_at,
  counts_at, priority, value, refuses, confirmation)
select id, workspace_id, person_id, channel, purpose,
  case when state in ('queued', 'deferred') then 'waiting' else 'ended' end,
  queued_at, coalesce(not_before, queued_at), coalesce(not_before, queued_at) + interval '1 day',
  case when state = 'sent' then sent_at end, 0, 0, false, false
from sends
where state in ('queued', 'deferred')
  or (state = 'sent' and purpose = 'marketing' and sent_at > now() - interval '31 days');

-- Sends ---------------------------------------------------------------------------------------------------------

alter table sends drop constraint sends_state_check;
-- queued: waits for its worker; deferred: waits for `not_before`, or for nobody knows how long; leaving: its vendor is
-- being asked; unknown: it may have left. The rest is final.
alter table sends add constraint sends_state_check
  check (state in ('queued', 'deferred', 'leaving', 'unknown', 'sent', 'failed', 'cancelled'));
-- Composed before it leaves, where its author gave none.
alter table sends alter column body_text drop not null;
alter table sends add column job_id text;
drop index sends_waiting;
create index sends_waiting on sends (workspace_id, queued_at) where state in ('queued', 'deferred', 'leaving', 'unknown');
create index sends_of_job on sends (job_id, state) where job_id is not null;
-- A vendor's notice names the message as the vendor does.
create index sends_external on sends (external_id) where external_id is not null;

-- What was decided about a send and done with it, oldest first.
create table send_steps (
  id bigint generated always as identity primary key,
  send_id text not null,
  workspace_id text not null,
  step text not null,
  detail jsonb not null,
  at timestamptz not null
);
create index send_steps_of_send on send_steps (send_id, id);

-- Addresses that may not be written to, kept apart from consent. One address may be here for several reasons.
create table suppressions (
  id text primary key,
  workspace_id text not null references workspaces (id),
  type text not null,
  value text not null,
  reason text not null check (reason in ('hard_bounce', 'soft_bounces', 'complaint', 'manual', 'unsubscribe', 'stop')),
  -- An unsubscribe ends marketing; everything else ends all.
  marketing_only boolean not null,
  source text not null,
  created_at timestamptz not null,
  unique (workspace_id, type, value, reason)
);
create index suppressions_by_time on suppressions (workspace_id, created_at desc, id desc);

-- How often the handling of a queue's item failed. The queue's own count rises with every claim; a crash must not count.
create table queue_failures (
  queue_name text not null,
  id text not null,
  failures integer not null,
  primary key (queue_name, id)
);

-- Bulks ---------------------------------------------------------------------------------------------------------

create table bulk_jobs (
  id text primary key,
  workspace_id text not null references workspaces (id),
  status text not null check (status in ('queued', 'running', 'paused', 'completed', 'cancelled')),
  -- The request as it was accepted.
  request jsonb not null,
  -- One process at a time works on it, and says so for as long as it does.
  leased_until timestamptz,
  -- Of a cancelled one: what it had sent on its way is taken back.
  swept boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index bulk_jobs_open on bulk_jobs (created_at)
  where status in ('queued', 'running') or (status = 'cancelled' and not swept);

create table bulk_candidates (
  job_id text not null references bulk_jobs (id),
  position integer not null,
  person_id text not null,
  done boolean not null default false,
  channel text,
  send_id text,
  -- Why there is no send; of a rehearsal, why one would wait or be refused.
  reason text,
  -- Of a rehearsal: what would become of it.
  outcome text,
  cost_cents integer,
  primary key (job_id, position),
  unique (job_id, person_id)
);
create index bulk_candidates_waiting on bulk_candidates (job_id, position) where not done;
